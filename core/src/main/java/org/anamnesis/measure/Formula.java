package org.anamnesis.measure;

/**
 * Published formulas for values that are computed, never drawn, so that they always agree with what
 * they come from. A missing input (NaN) gives a missing result.
 */
public final class Formula {
    private Formula() {}

    /**
     * Body mass index, kg/m².
     *
     * @param weightKg weight, kg
     * @param heightCm height, cm
     */
    public static double bodyMassIndex(double weightKg, double heightCm) {
        double metres = heightCm / 100;
        return weightKg / (metres * metres);
    }

    /**
     * Estimated glomerular filtration rate, CKD-EPI 2021 creatinine equation without race,
     * mL/min/1.73 m².
     *
     * <p>142 · min(S/κ, 1)<sup>α</sup> · max(S/κ, 1)<sup>−1.200</sup> · 0.9938<sup>age</sup> ·
     * 1.012 [female]; κ 0.7 (female) or 0.9 (male), α −0.241 (female) or −0.302 (male). Source:
     * Inker et al. N Engl J Med 2021;385:1737, doi:10.1056/NEJMoa2102953. For adults.
     *
     * @param creatinineMgDl serum creatinine S, mg/dL, standardised
     * @param ageYears completed years
     * @param female sex as in the equation
     */
    public static double ckdEpi2021(double creatinineMgDl, double ageYears, boolean female) {
        double ratio = creatinineMgDl / (female ? 0.7 : 0.9);
        double alpha = female ? -0.241 : -0.302;
        return 142
                * Math.pow(Math.min(ratio, 1), alpha)
                * Math.pow(Math.max(ratio, 1), -1.200)
                * Math.pow(0.9938, ageYears)
                * (female ? 1.012 : 1);
    }

    /**
     * The serum creatinine, mg/dL, that {@link #ckdEpi2021} turns into a given rate: its inverse.
     *
     * @param egfr estimated glomerular filtration rate, mL/min/1.73 m², above 0
     * @param ageYears completed years
     * @param female sex as in the equation
     */
    public static double creatinineOf(double egfr, double ageYears, boolean female) {
        double kappa = female ? 0.7 : 0.9;
        double alpha = female ? -0.241 : -0.302;
        double share = egfr / (142 * Math.pow(0.9938, ageYears) * (female ? 1.012 : 1));
        return kappa * Math.pow(share, share >= 1 ? 1 / alpha : 1 / -1.200);
    }

    /**
     * LDL cholesterol, mg/dL, by Friedewald: TC − HDL − TG / 5; missing above 400 mg/dL of
     * triglycerides, where the equation does not hold. Source: Friedewald, Levy, Fredrickson, Clin
     * Chem 1972;18:499.
     *
     * @param total total cholesterol, mg/dL
     * @param hdl HDL cholesterol, mg/dL
     * @param triglycerides fasting triglycerides, mg/dL
     */
    public static double ldlFriedewald(double total, double hdl, double triglycerides) {
        return triglycerides > 400 ? Double.NaN : total - hdl - triglycerides / 5;
    }

    /** Non-HDL cholesterol, mg/dL: total − HDL. */
    public static double nonHdl(double total, double hdl) {
        return total - hdl;
    }

    /**
     * Mean arterial pressure, mm[Hg]: diastolic + (systolic − diastolic) / 3, the usual bedside
     * estimate.
     */
    public static double meanArterialPressure(double systolic, double diastolic) {
        return diastolic + (systolic - diastolic) / 3;
    }

    /**
     * HOMA-IR, no unit: glucose · insulin / 405. Source: Matthews et al. Diabetologia 1985;28:412
     * (with mmol/L: / 22.5).
     *
     * @param glucoseMgDl fasting glucose, mg/dL
     * @param insulin fasting insulin, µIU/mL
     */
    public static double homaIr(double glucoseMgDl, double insulin) {
        return glucoseMgDl * insulin / 405;
    }

    /**
     * KDIGO stage of chronic kidney disease from one measurement: 0 none, 1 = G1, 2 = G2 (both only
     * with albuminuria), 3 = G3a, 4 = G3b, 5 = G4, 6 = G5. Source: KDIGO 2024 guideline, figure 1
     * (G: 90, 60, 45, 30, 15 mL/min/1.73 m²; A2 from 30 mg/g).
     *
     * @param egfr mL/min/1.73 m²
     * @param uacr urine albumin/creatinine ratio, mg/g
     */
    public static double kdigoStage(double egfr, double uacr) {
        if (Double.isNaN(egfr) || Double.isNaN(uacr)) {
            return Double.NaN;
        }
        if (egfr < 60) {
            return egfr >= 45 ? 3 : egfr >= 30 ? 4 : egfr >= 15 ? 5 : 6;
        }
        if (uacr < 30) {
            return 0;
        }
        return egfr >= 90 ? 1 : 2;
    }

    /** {@code value} at a number of decimals, half up, as laboratories report it. */
    public static double round(double value, int decimals) {
        double scale = POWERS[decimals];
        return Math.floor(value * scale + 0.5) / scale;
    }

    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
}
