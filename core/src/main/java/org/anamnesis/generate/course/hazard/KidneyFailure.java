package org.anamnesis.generate.course.hazard;

/**
 * Kidney failure that is treated (dialysis or transplantation) of people with an eGFR below 60: the
 * kidney failure risk equation with four and with eight variables (Tangri et al. 2011, JAMA
 * 305:1553; baselines: Tangri et al. 2016, JAMA 315:164, 721,357 people).
 *
 * <p>Risk = 1 − S<sup>e<sup>η</sup></sup>, S the baseline of the region and the time, η linear in
 * what a person differs from the centres.
 */
public final class KidneyFailure {
    /** Where people live. */
    public enum Region {
        NORTH_AMERICA,
        ELSEWHERE
    }

    /** How far ahead. */
    public enum Horizon {
        TWO_YEARS("_2"),
        FIVE_YEARS("_5");

        private final String ending;

        Horizon(String ending) {
            this.ending = ending;
        }
    }

    /**
     * One person. With albumin, phosphate, bicarbonate and calcium the equation has eight
     * variables; NaN in one of them leaves four.
     *
     * @param age years
     * @param egfr mL/min/1.73 m²
     * @param uacr mg/g, above 0
     * @param albumin of serum, g/dL
     * @param phosphate mg/dL
     * @param bicarbonate mmol/L
     * @param calcium mg/dL
     */
    public record Person(
            double age,
            boolean female,
            double egfr,
            double uacr,
            double albumin,
            double phosphate,
            double bicarbonate,
            double calcium) {
        /** Of whom no more than four variables are known. */
        public static Person of(double age, boolean female, double egfr, double uacr) {
            double none = Double.NaN;
            return new Person(age, female, egfr, uacr, none, none, none, none);
        }
    }

    /** Terms of the table, in the order in which {@link #terms} gives them. */
    private enum Term {
        AGE_10,
        MALE,
        EGFR_5,
        LOG_UACR,
        ALBUMIN,
        PHOSPHATE,
        BICARBONATE,
        CALCIUM
    }

    private static final Coefficients TABLE = Coefficients.read("kfre.tsv");
    private static final double[] CENTRES = TABLE.of(Term.values(), "CENTRE");
    private static final double[] FOUR = TABLE.of(Term.values(), "FOUR");
    private static final double[] EIGHT = TABLE.of(Term.values(), "EIGHT");

    private KidneyFailure() {}

    public static double risk(Person p, Region region, Horizon horizon) {
        double[] x = terms(p);
        double more = p.albumin() + p.phosphate() + p.bicarbonate() + p.calcium();
        boolean eight = !Double.isNaN(more);
        double[] b = eight ? EIGHT : FOUR;
        double eta = 0;
        for (int k = 0; k < b.length; k++) {
            eta += b[k] == 0 ? 0 : b[k] * (x[k] - CENTRES[k]);
        }
        String row = region.name() + horizon.ending;
        double baseline = TABLE.of(row, eight ? "EIGHT" : "FOUR");
        return -Math.expm1(Math.exp(eta) * Math.log(baseline));
    }

    private static double[] terms(Person p) {
        return new double[] {
            p.age() / 10,
            p.female() ? 0 : 1,
            p.egfr() / 5,
            Math.log(p.uacr()),
            p.albumin(),
            p.phosphate(),
            p.bicarbonate(),
            p.calcium()
        };
    }
}
