package org.anamnesis.generate.course;

/**
 * How HbA1c of a person with diabetes runs apart from what comes and goes, in percentage points
 * beside the level at the index visit.
 *
 * <p>Without a change of treatment it rises by 0.13 points a year (GoDARTS: Donnelly et al. 2018,
 * Diabetologia). A drug is begun when HbA1c is high: after metformin it lies 1.12 points lower, as
 * beside placebo (35 trials: Hirst et al. 2012, doi:10.2337/dc11-1465, abstract), after a second
 * drug 1.23 points lower than before, as in UK primary care (Wilding et al. 2018,
 * doi:10.1186/s12916-018-1085-8). Both are what fell and half a year's rise since, after which the
 * next value stands on record. What it had risen since the last drug is part of it; what the drift
 * has not brought rises over the half year before; within 90 days all of it falls. Both times, and
 * that nothing else is left of a drug's effect, are assumptions.
 */
final class Glycaemia {
    private static final double DRIFT = 0.13 / Life.DAYS_PER_YEAR;
    private static final double RISE_SINCE = 0.13 / 2;
    private static final double FIRST_DRUG = 1.12 + RISE_SINCE;
    private static final double NEXT_DRUG = 1.23 + RISE_SINCE;
    private static final double RISE_DAYS = 183;
    private static final double FALL_DAYS = 90;

    /** No longer is the drift followed back. */
    private static final double DRIFT_YEARS = 10;

    private final Therapy therapy;
    private final int[] starts;
    private final double[] falls;
    private int count;

    Glycaemia(Therapy therapy) {
        this.therapy = therapy;
        starts = new int[therapy.drugs().size()];
        falls = new double[starts.length];
    }

    /** Points by which a day lies above the index visit. */
    double above(Life life, int day) {
        inOrder();
        int earliest = life.index - (int) (DRIFT_YEARS * Life.DAYS_PER_YEAR);
        return at(day, earliest) - at(life.index, earliest);
    }

    /** The drugs against hyperglycaemia by the days on which they were begun. */
    private void inOrder() {
        count = 0;
        for (int d = 0; d < starts.length; d++) {
            int step = therapy.drugs().get(d).drug().step();
            int since = therapy.since(d);
            if (step > 0 && since != Episodes.OPEN) {
                int at = count++;
                while (at > 0 && starts[at - 1] > since) {
                    starts[at] = starts[at - 1];
                    falls[at] = falls[at - 1];
                    at--;
                }
                starts[at] = since;
                falls[at] = step == 1 ? FIRST_DRUG : NEXT_DRUG;
            }
        }
    }

    /** Points above what is left when the last drug has its effect. */
    private double at(int day, int earliest) {
        double above = 0;
        int last = earliest;
        for (int k = 0; k < count; k++) {
            double drifted = DRIFT * Math.max(0, starts[k] - last);
            double risen = Math.max(0, falls[k] - drifted);
            if (day <= starts[k]) {
                double drift = DRIFT * Math.max(0, day - last);
                return above + drift + risen * Math.exp((day - (double) starts[k]) / RISE_DAYS);
            }
            above = (drifted + risen) * Math.max(0, 1 - (day - starts[k]) / FALL_DAYS);
            last = Math.max(last, starts[k]);
        }
        return above + DRIFT * Math.max(0, day - last);
    }
}
