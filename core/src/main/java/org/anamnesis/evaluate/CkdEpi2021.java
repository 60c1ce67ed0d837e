package org.anamnesis.evaluate;

/**
 * eGFR = 142 · min(S/κ, 1)<sup>α</sup> · max(S/κ, 1)<sup>−1.200</sup> · 0.9938<sup>age</sup> ·
 * 1.012 [women], S serum creatinine; κ = 0.7 (women), 0.9 (men); α = −0.241 (women), −0.302 (men).
 * Source: Inker et al. (2021), doi:10.1056/NEJMoa2102953.
 *
 * <p>Written down a second time on purpose: a check that calls the code it checks finds nothing.
 */
final class CkdEpi2021 {
    private CkdEpi2021() {}

    /**
     * @param creatinine in mg/dL
     * @param age in years
     * @return mL/min/1.73 m²
     */
    static double egfr(double creatinine, double age, boolean female) {
        double ratio = creatinine / (female ? 0.7 : 0.9);
        return 142
                * Math.pow(Math.min(ratio, 1), female ? -0.241 : -0.302)
                * Math.pow(Math.max(ratio, 1), -1.200)
                * Math.pow(0.9938, age)
                * (female ? 1.012 : 1);
    }
}
