package org.anamnesis.signals.ecg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.StudyKind;
import org.anamnesis.signals.AskedChecks;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;

/**
 * Findings that a record implies, and those that its conditions make likely. The order matters: an
 * earlier one keeps a later one out where they exclude each other.
 */
final class Implied {
    /**
     * How often an ECG shows a finding in those with a condition.
     *
     * @param share 0 to 1
     */
    private record Likely(String condition, String finding, double share) {}

    private static final List<Likely> LIKELY =
            List.of(
                    // 1,391 of 5,517 outpatients: Baldasseroni 2002, Am Heart J 143(3):398.
                    new Likely("heart-failure", "lbbb", .25),
                    // Mean of 26 studies by ECG: Cuspidi 2012,
                    // doi:10.1097/HJH.0b013e32835726a3.
                    new Likely("hypertension", "left-ventricular-hypertrophy", .18),
                    // Assumption: a quarter of those with coronary disease have had an infarction
                    // that shows.
                    new Likely("coronary-artery-disease", "old-infarction", .25),
                    // Assumption.
                    new Likely("coronary-artery-disease", "ischaemic-t-waves", .12));

    private static final List<String> WALLS = List.of("inferior", "anterior", "lateral", "septal");

    private final StudyKind kind;
    private final Person person;
    private final Draws draws;

    Implied(StudyKind kind, Person person, Draws draws) {
        this.kind = kind;
        this.person = person;
        this.draws = draws;
    }

    /**
     * @param asked ids of findings asked for; a normal ECG keeps out what is merely likely
     * @param without ids of findings that others are asked to show: whoever has the condition does
     *     not show it in this one
     */
    List<Finding> findings(Set<String> asked, Set<String> without) {
        List<Finding> all = new ArrayList<>();
        for (var shown : kind.findings()) {
            boolean has = shown.conditions().stream().anyMatch(person.conditions()::contains);
            if (has && !without.contains(shown.id())) {
                all.add(new Finding(shown.id(), details(shown.id())));
            }
        }
        person.value("potassium").ifPresent(k -> potassium(k, all));
        if (person.drugs().contains("digoxin")) {
            all.add(new Finding("digoxin-effect", Map.of()));
        }
        for (Likely likely : LIKELY) {
            boolean drawn = draws.chance(likely.share());
            var details = details(likely.finding());
            boolean open = asked.isEmpty() && !without.contains(likely.finding());
            if (drawn && open && person.conditions().contains(likely.condition())) {
                all.add(new Finding(likely.finding(), details));
            }
        }
        return all;
    }

    private Map<String, String> details(String finding) {
        int wall = draws.index(WALLS.size());
        return finding.equals("old-infarction") || finding.equals("ischaemic-t-waves")
                ? Map.of("territory", WALLS.get(wall))
                : Map.of();
    }

    private static void potassium(double k, List<Finding> all) {
        if (k >= 5.8) {
            all.add(new Finding("hyperkalaemia", Map.of("potassium_mmol_l", AskedChecks.text(k))));
        } else if (k <= 3.2) {
            all.add(new Finding("hypokalaemia", Map.of("potassium_mmol_l", AskedChecks.text(k))));
        }
    }
}
