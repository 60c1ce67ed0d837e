package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.table.Variable;

/**
 * How rows of a person follow each other, synthetic beside held-out persons.
 *
 * @param persons synthetic persons
 * @param lengths numbers of rows a person
 * @param steps one entry a changing column
 */
public record CourseFidelity(int persons, Lengths lengths, List<Step> steps) {
    public CourseFidelity {
        steps = List.copyOf(steps);
    }

    /**
     * Numbers of rows a person.
     *
     * @param synthetic mean of made persons
     * @param real mean of held-out persons
     * @param distance of Kolmogorov and Smirnov between the two, 0 to 1
     * @param floor the same between persons learned from and held-out ones
     */
    public record Lengths(double synthetic, double real, double distance, double floor) {}

    /** What is compared of a column from a row to the next. */
    public enum Kind {
        /** Mean gap of the order, in its unit. */
        GAP,
        /** Correlation of a number with the one before. */
        CORRELATION,
        /** Share of rows with the same level as the one before. */
        UNCHANGED
    }

    /**
     * One column from a row to the next; NaN where fewer than two steps are known.
     *
     * @param synthetic of made persons
     * @param real of held-out persons
     * @param train of persons learned from
     */
    public record Step(String column, Kind kind, double synthetic, double real, double train) {}

    static CourseFidelity of(JudgedCourses courses) {
        double[] made = courses.synthetic().lengths();
        double[] real = courses.holdout().lengths();
        double[] train = courses.train().lengths();
        var lengths =
                new Lengths(
                        mean(made),
                        mean(real),
                        Marginals.kolmogorovSmirnov(made, real),
                        Marginals.kolmogorovSmirnov(train, real));
        List<Step> steps = new ArrayList<>();
        for (Variable v : courses.train().rows().variables()) {
            boolean order = courses.train().order().filter(v.name()::equals).isPresent();
            Kind kind = order ? Kind.GAP : v.isCategory() ? Kind.UNCHANGED : Kind.CORRELATION;
            steps.add(
                    new Step(
                            v.name(),
                            kind,
                            figure(kind, courses.synthetic().steps(v.name())),
                            figure(kind, courses.holdout().steps(v.name())),
                            figure(kind, courses.train().steps(v.name()))));
        }
        return new CourseFidelity(made.length, lengths, steps);
    }

    private static double figure(Kind kind, double[][] steps) {
        double[] before = steps[0];
        double[] now = steps[1];
        if (now.length < 2) {
            return Double.NaN;
        }
        return switch (kind) {
            case GAP -> mean(now) - mean(before);
            case UNCHANGED -> unchanged(before, now);
            case CORRELATION -> correlation(before, now);
        };
    }

    private static double mean(double[] of) {
        return Arrays.stream(of).average().orElse(Double.NaN);
    }

    private static double unchanged(double[] before, double[] now) {
        int same = 0;
        for (int i = 0; i < now.length; i++) {
            same += before[i] == now[i] ? 1 : 0;
        }
        return same / (double) now.length;
    }

    /** Pearson's; NaN if one of them does not vary. */
    private static double correlation(double[] before, double[] now) {
        double x = mean(before);
        double y = mean(now);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < now.length; i++) {
            xx += (before[i] - x) * (before[i] - x);
            yy += (now[i] - y) * (now[i] - y);
            xy += (before[i] - x) * (now[i] - y);
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }
}
