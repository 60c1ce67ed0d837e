package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.population.Distributions;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.QuantileFunction;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Form;
import org.anamnesis.spec.Overwrite;

/**
 * A form or an SD of the ages: people of each age are drawn as often as it needs, in bands of some
 * years, so that everything else follows from their age. Ages whose form was not said are normal if
 * that can have the mean and SD, else as near to those of the people at hand as the two allow.
 */
final class AgeShares {
    private static final String AGE = "age";

    /** Ages are completed years, half a year less than the age on average. */
    private static final double HALF = 0.5;

    /** Each band is a share of the cohort to be met exactly. */
    private static final int BANDS = 12;

    /** Steps over the ranks of the wanted distribution. */
    private static final int STEPS = 20_000;

    private AgeShares() {}

    static boolean asked(CohortSpec spec) {
        return spec.beyond().overwrites().stream().anyMatch(o -> o.observation().equals(AGE));
    }

    /**
     * Shares of all bands but the last, which follows.
     *
     * @param rows who meets every wish
     */
    static List<Constraint.Share> of(
            CohortSpec spec, int[] rows, ReferencePopulation people, Remarks remarks) {
        if (!asked(spec)) {
            return List.of();
        }
        double[] all = people.column(AGE);
        double[] weights = people.table(List.of(), rows).weights();
        double[] ages = Arrays.stream(rows).mapToDouble(i -> all[i]).toArray();
        int youngest = (int) Arrays.stream(ages).min().orElse(0);
        int oldest = (int) Arrays.stream(ages).max().orElse(0);
        double mean = stated(spec).orElse(Weighted.mean(ages, weights));
        double sd = Weighted.sd(ages, weights);
        Optional<Form> form = Optional.empty();
        for (Overwrite o : spec.beyond().overwrites()) {
            if (o instanceof Overwrite.Deviation d && d.observation().equals(AGE)) {
                sd = d.sd();
            } else if (o instanceof Overwrite.Shaped s && s.observation().equals(AGE)) {
                form = Optional.of(s.form());
            }
        }
        boolean spread =
                spec.beyond().overwrites().stream()
                        .anyMatch(
                                o ->
                                        o instanceof Overwrite.Deviation
                                                && o.observation().equals(AGE));
        Bands bands = Bands.between(youngest, oldest);
        Optional<double[]> wanted =
                wanted(form.orElse(Form.NORMAL), mean, sd, youngest, oldest + 1, spread)
                        .map(bands::shares);
        String words = form.map(Form::word).orElse("normal");
        if (wanted.isEmpty() && form.isEmpty()) {
            wanted = nearest(ages, weights, mean - HALF, sd).map(w -> bands.shares(ages, w));
            words = "as near to those of these people as the mean allows";
        }
        if (wanted.isEmpty()) {
            remarks.problems()
                    .add(
                            new Problem(
                                    "plan.shape.impossible",
                                    "ages %d to %d".formatted(youngest, oldest),
                                    "no distribution of this form has this mean and SD at these ages",
                                    "a smaller SD, or other ages"));
            return List.of();
        }
        remarks.explain(
                "ages %s%s: people of each age are drawn as often as this needs, other values follow"
                        .formatted(words, spread ? ", SD " + Shares.number(sd) : ""));
        return bands.asked(wanted.get());
    }

    /** Weights of the people with the least change that gives their ages this mean and SD. */
    private static Optional<double[]> nearest(
            double[] ages, double[] weights, double mean, double sd) {
        double[] squares = Arrays.stream(ages).map(a -> (a - mean) * (a - mean)).toArray();
        var balanced =
                EntropyBalance.solve(
                        new double[][] {ages, squares}, new double[] {mean, sd * sd}, weights);
        return balanced.met() ? Optional.of(balanced.weights()) : Optional.empty();
    }

    private static Optional<Double> stated(CohortSpec spec) {
        return spec.constraints().stream()
                .filter(c -> c instanceof Constraint.Mean m && m.observation().equals(AGE))
                .map(c -> ((Constraint.Mean) c).value() + HALF)
                .findFirst();
    }

    private static Optional<QuantileFunction> wanted(
            Form form, double mean, double sd, double low, double high, boolean spread) {
        return switch (form) {
            case NORMAL -> Distributions.normal(mean, sd, low, high);
            case LOGNORMAL -> Distributions.lognormal(mean, sd, low, high);
            case UNIFORM ->
                    spread
                            ? Distributions.uniform(mean, sd, low, high)
                            : Optional.of(Distributions.uniform(low, high));
            case TRIANGULAR ->
                    spread
                            ? Distributions.triangular(mean, sd, low, high)
                            : Distributions.triangular(low, (low + high) / 2, high);
        };
    }

    /**
     * Ages in bands of the same width, the last perhaps narrower.
     *
     * @param youngest of the first band, in completed years
     * @param oldest of the last band
     * @param width in years
     */
    private record Bands(int youngest, int oldest, int width) {
        static Bands between(int youngest, int oldest) {
            return new Bands(youngest, oldest, (oldest - youngest + BANDS) / BANDS);
        }

        private double[] none() {
            return new double[(oldest - youngest + width) / width];
        }

        private int of(double age) {
            int band = (int) Math.floor((age - youngest) / width);
            return Math.max(0, Math.min((oldest - youngest) / width, band));
        }

        /** Per cent of a distribution in each band. */
        double[] shares(QuantileFunction wanted) {
            double[] share = none();
            for (int k = 0; k < STEPS; k++) {
                share[of(wanted.at((k + 0.5) / STEPS))] += 100.0 / STEPS;
            }
            return share;
        }

        /** Per cent of the people in each band. */
        double[] shares(double[] ages, double[] weights) {
            double[] share = none();
            double total = Arrays.stream(weights).sum();
            for (int i = 0; i < ages.length; i++) {
                share[of(ages[i])] += 100 * weights[i] / total;
            }
            return share;
        }

        /** Shares of all bands but the last, which follows. */
        List<Constraint.Share> asked(double[] share) {
            List<Constraint.Share> all = new ArrayList<>();
            for (int b = 0; b < share.length - 1; b++) {
                int from = youngest + b * width;
                var ages = new AgeBetween(from, Math.min(oldest, from + width - 1));
                all.add(new Constraint.Share(ages, Math.rint(share[b] * 1000) / 1000));
            }
            return all;
        }
    }
}
