package org.anamnesis.population;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which people of the census stand for a condition: those who have it, a proxy that the survey
 * allows, or (no entry) nobody, so that facts alone must move people there.
 *
 * @param test who they are
 * @param proxy why they are only a proxy, in words for the user; empty if they have the condition
 *     itself
 */
public record ConditionRows(RowTest test, String proxy) {
    private static final Map<String, ConditionRows> ALL =
            Map.ofEntries(
                    exact("type-2-diabetes"),
                    exact("type-1-diabetes"),
                    exact("prediabetes"),
                    exact("hypertension"),
                    exact("hyperlipidemia"),
                    exact("obesity"),
                    exact("chronic-kidney-disease"),
                    exact("coronary-artery-disease"),
                    exact("heart-failure"),
                    exact("stroke"),
                    exact("depression"),
                    exact("asthma"),
                    exact("copd"),
                    exact("rheumatoid-arthritis"),
                    proxy(
                            "breast-cancer",
                            RowTest.yes("breast-cancer"),
                            "survivors who report it as their first cancer, not people at diagnosis"),
                    proxy(
                            "colorectal-cancer",
                            RowTest.yes("colorectal-cancer"),
                            "survivors who report it as their first cancer, not people at diagnosis"),
                    proxy(
                            "lung-cancer",
                            RowTest.yes("lung-cancer"),
                            "survivors who report it as their first cancer, not people at diagnosis"),
                    proxy(
                            "prostate-cancer",
                            RowTest.yes("prostate-cancer"),
                            "survivors who report it as their first cancer, not people at diagnosis"),
                    proxy(
                            "gestational-diabetes",
                            RowTest.all(
                                    List.of(
                                            RowTest.yes("pregnant"),
                                            RowTest.between("age", 20, 44))),
                            "all pregnant women of 20 to 44, not only those with gestational diabetes, whose code all bear on record; nobody takes what is stopped in pregnancy (ACE inhibitors, receptor blockers, statins and others)"),
                    proxy(
                            "atrial-fibrillation",
                            RowTest.any(
                                    List.of(
                                            RowTest.yes("drug_warfarin"),
                                            RowTest.yes("drug_doac"))),
                            "adults on warfarin or a direct oral anticoagulant, most but not all for atrial fibrillation"),
                    proxy(
                            "dementia",
                            RowTest.all(
                                    List.of(
                                            RowTest.yes("drug_donepezil"),
                                            RowTest.between("age", 40, 85))),
                            "adults of 40 years and more on a drug for dementia"),
                    proxy(
                            "epilepsy",
                            RowTest.yes("drug_antiepileptic"),
                            "adults on an antiepileptic drug, other reasons included"),
                    proxy(
                            "osteoporosis",
                            RowTest.yes("drug_bisphosphonate"),
                            "adults on a bisphosphonate"),
                    entry("general-population", new ConditionRows(RowTest.all(List.of()), "")),
                    entry("healthy-adults", new ConditionRows(healthy(), "")));

    /** People who stand for a condition; empty if the census knows none. */
    public static Optional<ConditionRows> of(String condition) {
        return Optional.ofNullable(ALL.get(condition));
    }

    /**
     * People with a stage of a condition, for example {@code 3b}; empty if the census knows no such
     * stage.
     */
    public static Optional<RowTest> stage(String condition, String stage) {
        if (!condition.equals("chronic-kidney-disease")) {
            return Optional.empty();
        }
        // levels: none, 1, 2, 3a, 3b, 4, 5
        Set<Integer> levels =
                switch (stage) {
                    case "1" -> Set.of(1);
                    case "2" -> Set.of(2);
                    case "3" -> Set.of(3, 4);
                    case "3a" -> Set.of(3);
                    case "3b" -> Set.of(4);
                    case "4" -> Set.of(5);
                    case "5" -> Set.of(6);
                    default -> Set.of();
                };
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of(RowTest.level("ckd_stage", levels));
    }

    public boolean isProxy() {
        return !proxy.isEmpty();
    }

    /** The evidence's own definition of healthy adults. */
    private static RowTest healthy() {
        return RowTest.all(
                List.of(
                        RowTest.level("diabetes", Set.of(0)),
                        RowTest.not(RowTest.yes("prediabetes")),
                        RowTest.between("hba1c", 0, 5.6),
                        RowTest.between("sbp", 0, 139),
                        RowTest.between("dbp", 0, 89),
                        RowTest.not(RowTest.yes("bp_medication")),
                        RowTest.not(RowTest.yes("chronic-kidney-disease")),
                        RowTest.not(RowTest.yes("coronary-artery-disease")),
                        RowTest.not(RowTest.yes("stroke")),
                        RowTest.not(RowTest.yes("heart-failure")),
                        RowTest.between("bmi", 18.5, 29.9),
                        RowTest.not(RowTest.yes("pregnant")),
                        RowTest.level("smoking", Set.of(0, 1)),
                        RowTest.between("phq9", 0, 9)));
    }

    private static Map.Entry<String, ConditionRows> exact(String condition) {
        return entry(condition, new ConditionRows(RowTest.yes(condition), ""));
    }

    private static Map.Entry<String, ConditionRows> proxy(
            String condition, RowTest test, String why) {
        return entry(condition, new ConditionRows(test, why));
    }
}
