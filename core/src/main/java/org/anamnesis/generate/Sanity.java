package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.population.Derived;

/**
 * What no patient may show although each value alone is possible: a computed value beyond the
 * limits of what a record may hold (three cholesterol values that leave next to no LDL), a
 * diastolic pressure so close below the systolic as one person in ten thousand has it, drugs for a
 * disease that is not there.
 */
final class Sanity {
    /** Redraws of one patient; about one in five hundred needs the first. */
    static final int ATTEMPTS = 20;

    /** mmHg between the pressures: fewer have 1 in 10,000 adults and children of NHANES. */
    private static final double LEAST_PULSE = 15;

    /** Given for diabetes alone; metformin, GLP-1 and SGLT2 drugs have other reasons, too. */
    private static final List<String> FOR_DIABETES =
            List.of("drug_insulin", "drug_sulfonylurea", "drug_glitazone", "drug_dpp4_inhibitor");

    /**
     * Drugs that are stopped before or when a pregnancy is known: blockers of the renin system and
     * what lowers lipids (Therapeutic Guidelines, Safety of drugs used for complications of
     * diabetes during pregnancy, read), most drugs for glucose but insulin (American Diabetes
     * Association, preconception care: "most noninsulin therapies", read; metformin and a
     * sulfonylurea are in use); warfarin, methotrexate, bisphosphonates, mineralocorticoid
     * antagonists by their labels (recalled).
     */
    private static final List<String> NOT_IN_PREGNANCY =
            List.of(
                    "drug_ace_inhibitor",
                    "drug_arb",
                    "drug_statin",
                    "drug_ezetimibe",
                    "drug_fibrate",
                    "drug_glitazone",
                    "drug_dpp4_inhibitor",
                    "drug_glp1_ra",
                    "drug_sglt2_inhibitor",
                    "drug_glinide",
                    "drug_warfarin",
                    "drug_methotrexate",
                    "drug_bisphosphonate",
                    "drug_mra",
                    "drug_donepezil");

    /** mL/min/1.73 m2: below it metformin is stopped by its label in the United States. */
    private static final double NO_METFORMIN = 30;

    private record Limit(int at, double low, double high) {}

    private final List<Limit> limits = new ArrayList<>();
    private final int systolic;
    private final int diastolic;
    private final int diabetes;
    private final int egfr;
    private final int metformin;
    private final int[] forDiabetes;
    private final int[] notInPregnancy;

    /**
     * @param position of each column in a working block
     */
    Sanity(List<Derived> derived, Map<String, Integer> position) {
        for (Derived d : derived) {
            String name = d.variable().name();
            Measurands.bundled()
                    .find(name)
                    .flatMap(m -> m.plausible())
                    .ifPresent(r -> limits.add(limit(position.get(name), r)));
        }
        systolic = position.getOrDefault("sbp", -1);
        diastolic = position.getOrDefault("dbp", -1);
        diabetes = position.getOrDefault("diabetes", -1);
        egfr = position.getOrDefault("egfr", -1);
        metformin = position.getOrDefault("drug_metformin", -1);
        forDiabetes = positions(FOR_DIABETES, position);
        notInPregnancy = positions(NOT_IN_PREGNANCY, position);
    }

    private static int[] positions(List<String> columns, Map<String, Integer> position) {
        return columns.stream().filter(position::containsKey).mapToInt(position::get).toArray();
    }

    private static Limit limit(int at, QuantityRange range) {
        return new Limit(at, range.low(), range.high());
    }

    /** Whether somebody without diabetes is treated for it, as a pharmacist would ask. */
    boolean treatsNothing(double[][] work, int row) {
        return takes(forDiabetes, work, row) && diabetes >= 0 && work[diabetes][row] == 0;
    }

    /**
     * Ends metformin where kidneys fail; of 94 people with type 2 diabetes and an eGFR below 30
     * three took it (NHANES 2005-2014).
     *
     * @param given columns before this one are as asked, and stay
     */
    void endMetformin(double[][] work, int row, int given) {
        if (metformin >= given && egfr >= 0 && work[egfr][row] < NO_METFORMIN) {
            work[metformin][row] = 0;
        }
    }

    /** Whether a pregnant woman takes what is stopped in pregnancy. */
    boolean harmsPregnancy(double[][] work, int row) {
        return takes(notInPregnancy, work, row);
    }

    private static boolean takes(int[] drugs, double[][] work, int row) {
        for (int drug : drugs) {
            if (work[drug][row] == 1) {
                return true;
            }
        }
        return false;
    }

    boolean offends(double[][] work, int row) {
        for (Limit l : limits) {
            double value = work[l.at()][row];
            if (value < l.low() || value > l.high()) {
                return true;
            }
        }
        return systolic >= 0
                && diastolic >= 0
                && work[systolic][row] - work[diastolic][row] < LEAST_PULSE;
    }
}
