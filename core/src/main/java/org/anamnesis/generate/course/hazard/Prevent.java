package org.anamnesis.generate.course.hazard;

import java.util.EnumMap;
import java.util.Map;

/**
 * Cardiovascular events of adults: PREVENT, base model (Khan et al. 2024, Circulation 149:430,
 * doi:10.1161/CIRCULATIONAHA.123.067626; 6.6 million US adults of 30 to 79 years).
 *
 * <p>Risk within ten years = 1/(1 + e<sup>−η</sup>), η linear in the terms below. Of both
 * atherosclerotic outcomes together (coronary heart disease and stroke) and of heart failure.
 */
public final class Prevent {
    /** What it tells the risk of. */
    public enum Outcome {
        /** Coronary heart disease or stroke. */
        ASCVD,
        HEART_FAILURE
    }

    /**
     * One person.
     *
     * @param totalCholesterol mg/dL
     * @param hdl mg/dL
     * @param sbp mmHg
     * @param bmi kg/m²
     * @param egfr mL/min/1.73 m²
     * @param pressureTreated whether drugs against hypertension are taken
     */
    public record Person(
            boolean female,
            double totalCholesterol,
            double hdl,
            double sbp,
            double bmi,
            double egfr,
            boolean diabetes,
            boolean smoker,
            boolean pressureTreated,
            boolean statin) {}

    /** Terms of the table, in the order in which {@link #terms} gives them. */
    private enum Term {
        CONSTANT,
        AGE,
        NON_HDL,
        HDL,
        SBP_BELOW_110,
        SBP_ABOVE_110,
        DIABETES,
        SMOKER,
        BMI_BELOW_30,
        BMI_ABOVE_30,
        EGFR_BELOW_60,
        EGFR_ABOVE_60,
        PRESSURE_TREATED,
        STATIN,
        TREATED_SBP,
        TREATED_NON_HDL,
        AGE_NON_HDL,
        AGE_HDL,
        AGE_SBP,
        AGE_DIABETES,
        AGE_SMOKER,
        AGE_BMI,
        AGE_EGFR
    }

    private static final Map<Outcome, double[]> WOMEN = coefficients("_WOMEN");
    private static final Map<Outcome, double[]> MEN = coefficients("_MEN");

    private Prevent() {}

    private static Map<Outcome, double[]> coefficients(String ending) {
        Coefficients table = Coefficients.read("prevent.tsv");
        Map<Outcome, double[]> all = new EnumMap<>(Outcome.class);
        for (Outcome o : Outcome.values()) {
            all.put(o, table.of(Term.values(), o.name() + ending));
        }
        return all;
    }

    /**
     * Risk within ten years. Beyond 30 to 79 years the equation is continued.
     *
     * @param age years
     */
    public static double risk(Outcome of, Person p, double age) {
        double[] b = (p.female() ? WOMEN : MEN).get(of);
        double[] x = terms(p, (age - 55) / 10);
        double eta = 0;
        for (int k = 0; k < b.length; k++) {
            eta += b[k] == 0 ? 0 : b[k] * x[k]; // what does not count need not be known
        }
        return 1 / (1 + Math.exp(-eta));
    }

    private static double[] terms(Person p, double age) {
        double hdl = p.hdl() * RiskFactors.MMOL;
        double nonHdl = p.totalCholesterol() * RiskFactors.MMOL - hdl - 3.5;
        double goodCholesterol = (hdl - 1.3) / 0.3;
        double pressure = (Math.max(p.sbp(), 110) - 130) / 20;
        double heavy = (Math.max(p.bmi(), 30) - 30) / 5;
        double kidneys = (Math.min(p.egfr(), 60) - 60) / -15;
        double diabetes = p.diabetes() ? 1 : 0;
        double smoker = p.smoker() ? 1 : 0;
        double treated = p.pressureTreated() ? 1 : 0;
        double statin = p.statin() ? 1 : 0;
        return new double[] {
            1,
            age,
            nonHdl,
            goodCholesterol,
            (Math.min(p.sbp(), 110) - 110) / 20,
            pressure,
            diabetes,
            smoker,
            (Math.min(p.bmi(), 30) - 25) / 5,
            heavy,
            kidneys,
            (Math.max(p.egfr(), 60) - 90) / -15,
            treated,
            statin,
            treated * pressure,
            statin * nonHdl,
            age * nonHdl,
            age * goodCholesterol,
            age * pressure,
            age * diabetes,
            age * smoker,
            age * heavy,
            age * kidneys
        };
    }
}
