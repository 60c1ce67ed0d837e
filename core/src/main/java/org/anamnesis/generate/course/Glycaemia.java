package org.anamnesis.generate.course;

/**
 * How HbA1c of a person with diabetes runs apart from what comes and goes, in percentage points
 * beside the level at the index visit.
 *
 * <p>Without a change of treatment it rises by 0.13 points a year (GoDARTS: Donnelly et al. 2018,
 * Diabetologia); the next drug takes back what it has risen since the last one. A drug is begun
 * when HbA1c is high: 1.23 points fall after a second drug in UK primary care (Wilding et al. 2018,
 * doi:10.1186/s12916-018-1085-8), 1.1 after metformin (unverified). Over half a year it rises so
 * far before, within 90 days it falls; both times, and that nothing else is left of a drug's
 * effect, are assumptions.
 */
final class Glycaemia {
    private static final double DRIFT = 0.13;
    private static final double FIRST_DRUG = 1.1;
    private static final double NEXT_DRUG = 1.23;
    private static final double RISE_DAYS = 183;
    private static final double FALL_DAYS = 90;

    /** No longer is the drift followed back. */
    private static final double DRIFT_YEARS = 10;

    private final Therapy therapy;

    Glycaemia(Therapy therapy) {
        this.therapy = therapy;
    }

    /** Points by which a day lies above the index visit. */
    double above(Life life, int day) {
        double drift = DRIFT * (unchanged(life, day) - unchanged(life, life.index));
        return drift + excess(day) - excess(life.index);
    }

    /** Years since the treatment changed last, on a day. */
    private double unchanged(Life life, int day) {
        int last = life.index - (int) (DRIFT_YEARS * Life.DAYS_PER_YEAR);
        for (int d = 0; d < therapy.drugs().size(); d++) {
            int since = therapy.since(d);
            if (therapy.drugs().get(d).drug().step() > 0 && since <= day) {
                last = Math.max(last, since);
            }
        }
        return Math.max(0, day - last) / Life.DAYS_PER_YEAR;
    }

    private double excess(int day) {
        double sum = 0;
        for (int d = 0; d < therapy.drugs().size(); d++) {
            int step = therapy.drugs().get(d).drug().step();
            int since = therapy.since(d);
            if (step > 0 && since != Episodes.OPEN) {
                sum += (step == 1 ? FIRST_DRUG : NEXT_DRUG) * part(day, since);
            }
        }
        return sum;
    }

    private static double part(int day, int since) {
        return day <= since
                ? Math.exp((day - (double) since) / RISE_DAYS)
                : Math.max(0, 1 - (day - since) / FALL_DAYS);
    }
}
