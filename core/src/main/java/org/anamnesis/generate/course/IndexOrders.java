package org.anamnesis.generate.course;

/**
 * How often what is ordered together is measured at one visit of a patient who has always been
 * looked after: at planned visits so far apart, a panel is due at each or at some, and then done as
 * often as was published ({@code orders.tsv}).
 */
public final class IndexOrders {
    /** The share of planned visits that are missed: 263,464 of Marshfield Clinic in 2021. */
    static final double MISSED = 0.08;

    /** Who says so, and what is assumed. */
    public static final String BASIS =
            "Gaps as in practice at the index visit: tests that are ordered together are there"
                    + " together, as often as one visit of a long care has them: due after their months"
                    + " and then done as often as published, with planned visits as often as asked, else"
                    + " twice a year with a condition and once without; whatever earlier visits hold"
                    + " (assumption). Of planned visits before it 8.0 % are missed: 263,464 appointments of"
                    + " Marshfield Clinic Health System in 2021 (PMC11149957), each by chance"
                    + " (assumption)";

    private IndexOrders() {}

    /** What is ordered together has one name. */
    public static String panel(String observation) {
        return Practice.panel(observation).name();
    }

    /**
     * The chance that an observation is measured at a planned visit.
     *
     * @param visitsPerYear as asked, 0 if nobody asked
     * @param chronic whether the patient has a condition that is looked after
     * @param diabetes whether it is diabetes
     * @param offGoal whether HbA1c is not at its goal
     */
    public static double chance(
            String observation,
            double visitsPerYear,
            boolean chronic,
            boolean diabetes,
            boolean offGoal) {
        Practice.Panel panel = Practice.panel(observation);
        double due = Orders.days(panel, diabetes, offGoal) - Orders.EARLY;
        double between = Life.DAYS_PER_YEAR / Visiting.checks(visitsPerYear, chronic);
        return panel.months() == 0 ? 1 : panel.done() * Math.min(1, between / due);
    }
}
