package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.StudyOrder;

/** In how many studies of a cohort a finding is asked for. */
final class StudyCountAnswer {
    private StudyCountAnswer() {}

    /**
     * A line for each time it is asked for, "10 of 20", where everyone has a study; for other
     * findings, too, that are a kind of it by their names: a subdural haemorrhage is one.
     */
    static List<String> of(StudyKind.Shown finding, String kind, CohortSpec spec) {
        List<String> lines = new ArrayList<>();
        for (StudyOrder order : spec.beyond().studies()) {
            if (!order.kind().equals(kind)) {
                continue;
            }
            List<StudyOrder.Shown> asked =
                    order.findings().stream()
                            .filter(f -> f.finding().equals(finding.id()) || sort(f, kind, finding))
                            .toList();
            for (StudyOrder.Shown f : asked) {
                lines.add("asked for here: " + StudyWords.of(f, kind) + counted(f, order, spec));
            }
            if (asked.isEmpty()) {
                lines.add("not asked for here: " + StudyWords.of(order));
            }
        }
        return lines;
    }

    private static String counted(StudyOrder.Shown f, StudyOrder order, CohortSpec spec) {
        boolean everyone = order.among().isEmpty() && order.percent() >= 100;
        long studies = spec.count();
        return everyone
                ? ": %,d of %,d studies".formatted(Math.round(studies * f.percent() / 100), studies)
                : "";
    }

    /** Whether its name says that it is one: "subdural haemorrhage" of "haemorrhage". */
    private static boolean sort(StudyOrder.Shown f, String kind, StudyKind.Shown of) {
        return StudyKinds.find(kind).flatMap(k -> k.finding(f.finding())).stream()
                .flatMap(x -> x.names().stream())
                .anyMatch(
                        n ->
                                of.names().stream()
                                        .anyMatch(o -> !o.contains(" ") && n.endsWith(" " + o)));
    }
}
