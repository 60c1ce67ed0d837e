package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import org.anamnesis.generate.Calibration.Group;
import org.anamnesis.table.Variable;

/** Of whom the census shall have the survey's means: everyone, and those with each diagnosis. */
final class CalibrationGroups {
    private static final List<String> WHO =
            List.of(
                    "age",
                    "sex=0",
                    "race_ethnicity=0",
                    "race_ethnicity=1",
                    "race_ethnicity=2",
                    "race_ethnicity=3",
                    "race_ethnicity=4",
                    "smoking=1",
                    "smoking=2",
                    "insurance=1",
                    "diabetes=2",
                    "egfr",
                    "egfr<60",
                    "uacr<30");

    /** Asked of some alone, or no mean of a population. */
    private static final Set<String> NOT =
            Set.of(
                    "age",
                    "diabetes_duration",
                    "insulin_now",
                    "glucose_pills_now",
                    "retinopathy_told",
                    "cigarettes_per_day",
                    "drinks_per_drinking_day",
                    "pregnant");

    private static final List<String> DRUGS =
            List.of(
                    "drug_metformin",
                    "drug_insulin",
                    "drug_statin",
                    "drug_ace_inhibitor",
                    "drug_arb",
                    "drug_beta_blocker",
                    "drug_ccb",
                    "drug_thiazide",
                    "drug_loop_diuretic",
                    "drug_clopidogrel",
                    "drug_ssri_snri",
                    "drug_albuterol",
                    "drug_inhaled_steroid");

    private CalibrationGroups() {}

    /** The most wanted last: what is done last holds best. */
    static List<Group> adults() {
        List<String> all = new ArrayList<>(WHO);
        for (SurveyColumn c : Survey.ADULT_BASE) {
            Variable v = c.variable();
            boolean mean = !v.isCategory() || v.levels().size() == 2;
            if (mean && !NOT.contains(v.name()) && !all.contains(v.name() + "=1")) {
                all.add(v.name());
            }
        }
        List<String> withDrugs = new ArrayList<>(all);
        withDrugs.addAll(DRUGS);
        withDrugs.remove("diabetes=2");
        List<String> ofDiabetes = new ArrayList<>(withDrugs);
        ofDiabetes.addAll(List.of("insulin_now", "glucose_pills_now", "diabetes_duration"));
        all.addAll(List.of("asthma", "copd", "rheumatoid-arthritis"));
        all.addAll(DRUGS);
        return List.of(
                new Group(List.of(), people -> i -> true, all),
                group("rheumatoid-arthritis", v -> v == 1, withDrugs),
                group("copd", v -> v == 1, withDrugs),
                group("asthma", v -> v == 1, withDrugs),
                group("phq9", v -> v >= 10, withDrugs),
                group("stroke", v -> v == 1, withDrugs),
                group("heart-failure", v -> v == 1, withDrugs),
                new Group(List.of("mi", "chd"), CalibrationGroups::coronary, withDrugs),
                group("diabetes", v -> v == 2, ofDiabetes));
    }

    private static Group group(String column, DoublePredicate has, List<String> columns) {
        List<String> others = columns.stream().filter(c -> !c.equals(column)).toList();
        return new Group(List.of(column), people -> i -> has.test(people.get(column)[i]), others);
    }

    private static IntPredicate coronary(Map<String, double[]> people) {
        double[] mi = people.get("mi");
        double[] chd = people.get("chd");
        return i -> mi[i] == 1 || chd[i] == 1;
    }
}
