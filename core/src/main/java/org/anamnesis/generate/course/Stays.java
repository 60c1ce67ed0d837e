package org.anamnesis.generate.course;

import java.util.Map;

/**
 * How often people are in hospital, by age, sex and what they have.
 *
 * <p>The chance of at least one night in hospital within a year is logistic in age, sex and
 * conditions, fitted by weighted maximum likelihood to the answers of 14,598 adults in NHANES
 * 2005–March 2020 (public-use files; persons kept apart for judging left out). Stays of one year
 * are taken as a Poisson process. Women below 45 include childbirth. Length of stay: mean 4.5 days
 * (HCUP Statistical Brief 180, US community hospitals, 2012), taken as one day and an exponential
 * rest.
 */
final class Stays {
    private static final double ALL = -3.156;
    private static final double FROM_45 = 0.553;
    private static final double FROM_65 = 0.396;
    private static final double FROM_75 = 0.096;
    private static final double WOMEN = -0.027;
    private static final double YOUNG_WOMEN = 1.063;

    /** Log odds of a condition; those that are not here were not asked beside it. */
    private static final Map<String, Double> CONDITIONS =
            Map.of(
                    "type-2-diabetes", 0.46,
                    "heart-failure", 0.77,
                    "coronary-artery-disease", 0.754,
                    "stroke", 0.753,
                    "chronic-kidney-disease", 0.389,
                    "depression", 0.79);

    private static final double MEAN_DAYS = 4.5;

    private Stays() {}

    /** Log odds that a condition adds, 0 for one that the survey did not relate to stays. */
    static double logOdds(String condition) {
        return CONDITIONS.getOrDefault(condition, 0.0);
    }

    /**
     * Stays a person-year.
     *
     * @param conditions sum of {@link #logOdds} of what the person has
     */
    static double perYear(double age, boolean female, double conditions) {
        double odds = ALL + conditions;
        odds += age >= 45 ? FROM_45 : 0;
        odds += age >= 65 ? FROM_65 : 0;
        odds += age >= 75 ? FROM_75 : 0;
        odds += female ? WOMEN : 0;
        odds += female && age < 45 && age >= 18 ? YOUNG_WOMEN : 0;
        double atLeastOne = 1 / (1 + Math.exp(-odds));
        return -Math.log1p(-atLeastOne);
    }

    /** Days from admission to discharge, both counted, at least 1. */
    static int days(Draws draws) {
        return 1 + (int) Math.round(draws.exponential(MEAN_DAYS - 1));
    }
}
