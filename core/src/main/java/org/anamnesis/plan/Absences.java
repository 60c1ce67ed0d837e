package org.anamnesis.plan;

import static org.anamnesis.spec.Timeline.Absence.EMERGENCY;
import static org.anamnesis.spec.Timeline.Absence.HOSPITAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.Timeline.Absence;

/** What it means that histories are asked to be without something. */
final class Absences {
    private Absences() {}

    /** A sentence a consequence; none where all shall be as in practice. */
    static List<String> of(Set<Absence> without, Optional<String> condition) {
        if (without.isEmpty()) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        said.add(
                "histories without %s as asked; who the patients are is not chosen by it"
                        .formatted(
                                String.join(", ", without.stream().map(Absence::label).toList())));
        if (without.contains(HOSPITAL)) {
            said.add(
                    without.contains(EMERGENCY)
                            ? "infarctions, strokes and amputations of these years stand on record from the next visit on, for there is no stay in hospital"
                            : "infarctions, strokes and amputations of these years open an emergency visit instead of a stay in hospital");
        }
        boolean stay = without.contains(HOSPITAL) && condition.equals(Optional.of("sepsis"));
        boolean emergency =
                without.contains(EMERGENCY) && condition.equals(Optional.of("pneumonia-covid-19"));
        if (stay || emergency) {
            said.add("the index visit, in which everyone is met with the condition, stays there");
        }
        return said;
    }
}
