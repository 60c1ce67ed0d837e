package org.anamnesis.generate.course.hazard;

/**
 * Retinopathy that a doctor has told of, with type 2 diabetes.
 *
 * <p>Cumulative hazard 0.0909 + 0.00835 t e<sup>0.1415 (A − 7)</sup>, t years since the diagnosis,
 * A HbA1c in %: maximum likelihood, weighted, of the answers of 3,982 adults with diagnosed type 2
 * diabetes in NHANES 2005–March 2020 (public-use files, DIQ080) as to whether they had it by their
 * time since diagnosis. 10 % have it within three years of the diagnosis by the survey and by the
 * formula, 27 % after 20 to 30 years by both. People of one time since diagnosis are taken for what
 * others become (assumption); whoever died is not among them, so that it holds for survivors.
 */
public final class Retinopathy {
    private static final double AT_DIAGNOSIS = 0.0909;
    private static final double PER_YEAR = 0.00835;
    private static final double PER_POINT = 0.1415;

    private Retinopathy() {}

    /** Hazard that has gathered by the diagnosis. */
    public static double atDiagnosis() {
        return AT_DIAGNOSIS;
    }

    /**
     * Hazard of a year after it.
     *
     * @param hba1c %
     */
    public static double perYear(double hba1c) {
        return PER_YEAR * Math.exp(PER_POINT * (hba1c - 7));
    }
}
