package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.population.Distributions;
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
 * years, so that everything else follows from their age.
 */
final class AgeShares {
    private static final String AGE = "age";

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
        Optional<QuantileFunction> wanted =
                wanted(form.orElse(Form.NORMAL), mean, sd, youngest, oldest + 1, spread);
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
                        .formatted(
                                form.map(Form::word).orElse("normal"),
                                spread ? ", SD " + Shares.number(sd) : ""));
        return shares(wanted.get(), youngest, oldest);
    }

    private static Optional<Double> stated(CohortSpec spec) {
        return spec.constraints().stream()
                .filter(c -> c instanceof Constraint.Mean m && m.observation().equals(AGE))
                .map(c -> ((Constraint.Mean) c).value() + 0.5) // completed years
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

    private static List<Constraint.Share> shares(
            QuantileFunction wanted, int youngest, int oldest) {
        int years = oldest - youngest + 1;
        int width = (years + BANDS - 1) / BANDS;
        int bands = (years + width - 1) / width;
        double[] share = new double[bands];
        for (int k = 0; k < STEPS; k++) {
            double age = wanted.at((k + 0.5) / STEPS);
            int band = (int) Math.floor((age - youngest) / width);
            share[Math.max(0, Math.min(bands - 1, band))] += 100.0 / STEPS;
        }
        List<Constraint.Share> all = new ArrayList<>();
        for (int b = 0; b < bands - 1; b++) {
            int from = youngest + b * width;
            var ages = new AgeBetween(from, Math.min(oldest, from + width - 1));
            all.add(new Constraint.Share(ages, Math.rint(share[b] * 1000) / 1000));
        }
        return all;
    }
}
