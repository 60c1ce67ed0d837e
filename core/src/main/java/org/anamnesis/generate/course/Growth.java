package org.anamnesis.generate.course;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What children measure by sex and age: mean and SD, of logarithms where values are skewed,
 * computed from NHANES (see {@code growth.tsv}). Between the middles of two years of age it runs
 * straight.
 */
final class Growth {
    /** Who has turned so old has grown up. */
    static final double ADULT = 18;

    private static final int MALE = 1;

    /**
     * How a child keeps its place among those of its age and sex: the correlation of its places is
     * {@code kept} + (1 − {@code kept}) · exp(−years / {@code fades}).
     *
     * @param moves share of the variance at an age that is one child's from day to day
     */
    private record Keeping(double kept, double fades, double moves) {}

    /**
     * Weight: 0.37 after 17.6 years, of body mass at 2 to 5 years with adult adiposity (Freedman et
     * al. 2005). Pressures: one measurement with another 0.38 and 0.28 into adulthood (Chen and
     * Wang 2008), which is so where a half of what one measurement shows in a child and in an adult
     * is the person's own (assumption). Height keeps its place, heart rate keeps it as the
     * diastolic pressure does, and how soon places fade (assumptions).
     */
    private static final Map<String, Keeping> KEEPING =
            Map.of(
                    "height", new Keeping(1, 1, 0),
                    "weight", new Keeping(0, 17.7, 0.02),
                    "waist", new Keeping(0, 17.7, 0.02),
                    "sbp", new Keeping(0.76, 3, 0.5),
                    "dbp", new Keeping(0.56, 3, 0.5),
                    "heart_rate", new Keeping(0.56, 3, 0.5));

    private static final Map<String, Growth> CURVES = new HashMap<>();

    static {
        for (String[] r : Practice.rows("growth.tsv")) {
            Growth of = CURVES.computeIfAbsent(r[0], c -> new Growth(KEEPING.get(c), r[1]));
            int sex = r[2].equals("male") ? MALE : 0;
            int age = Integer.parseInt(r[3]);
            of.mean[sex][age] = Double.parseDouble(r[4]);
            of.sd[sex][age] = Double.parseDouble(r[5]);
            of.first = Math.min(of.first, age);
        }
    }

    private final Keeping keeping;
    private final boolean log;
    private final double[][] mean = new double[2][(int) ADULT];
    private final double[][] sd = new double[2][(int) ADULT];
    private int first = (int) ADULT;

    private Growth(Keeping keeping, String scale) {
        this.keeping = keeping;
        log = scale.equals("LOG");
        for (double[][] all : new double[][][] {mean, sd}) {
            Arrays.stream(all).forEach(of -> Arrays.fill(of, Double.NaN));
        }
    }

    /** How a column grows, if it is known. */
    static Optional<Growth> of(String column) {
        return Optional.ofNullable(CURVES.get(column));
    }

    /** Whether it is measured at an age in years. */
    boolean known(double age) {
        return age >= first;
    }

    /** Where a value stands among people of an age and sex, in SDs. */
    double place(double value, double age, boolean female) {
        return ((log ? Math.log(value) : value) - at(mean, age, female)) / at(sd, age, female);
    }

    /** The value at a place. */
    double value(double place, double age, boolean female) {
        double x = at(mean, age, female) + at(sd, age, female) * place;
        return log ? Math.exp(x) : x;
    }

    /** Correlation of a child's places so many years apart. */
    double kept(double years) {
        return keeping.kept + (1 - keeping.kept) * Math.exp(-years / keeping.fades);
    }

    /** Share of the variance that is not the child's own. */
    double moves() {
        return keeping.moves;
    }

    private double at(double[][] curve, double age, boolean female) {
        double[] of = curve[female ? 0 : MALE];
        double x = Math.max(first, Math.min(ADULT - 1, age - 0.5));
        int below = (int) x;
        int above = Math.min(below + 1, of.length - 1);
        return of[below] + (x - below) * (of[above] - of[below]);
    }
}
