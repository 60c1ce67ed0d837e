package org.anamnesis.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.plan.PlannedOverwrite.Kind;
import org.anamnesis.population.Derived;
import org.anamnesis.population.Distributions;
import org.anamnesis.population.QuantileFunction;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Form;
import org.anamnesis.spec.Overwrite;

/**
 * Gives the values of an observation another distribution: each person keeps the rank, so that what
 * goes with what stays. Of a computed value the parent that carries it is changed.
 */
final class Reshaping {
    /** The parent that is changed so that a computed value becomes another. */
    private static final Map<String, String> LEVERS =
            Map.of(
                    "bmi",
                    "weight",
                    "ldl",
                    "total_chol",
                    "nonhdl",
                    "total_chol",
                    "egfr",
                    "creatinine",
                    "homa_ir",
                    "insulin",
                    "hematocrit",
                    "rbc");

    /** "More skewed" of what is hardly skewed is at least this. */
    private static final double SKEWED = 1;

    private Reshaping() {}

    /** A change to the asked form; mean and SD stay those of the people. */
    static Optional<PlannedOverwrite> asked(
            Overwrite o,
            CohortSpec spec,
            ReferencePopulation people,
            StartWeights start,
            Remarks remarks) {
        String id = o.observation();
        double[] column = people.column(id);
        QuantityRange limits = limits(id, spec);
        Optional<QuantileFunction> to =
                function(
                        o,
                        limits,
                        required(id, spec).isPresent(),
                        start.mean(column),
                        start.sd(column),
                        skewness(column, start));
        if (to.isEmpty()) {
            remarks.problems().add(impossible(o));
            return Optional.empty();
        }
        return by(id, Words.of(o), to.get(), people, start, remarks);
    }

    static Problem impossible(Overwrite o) {
        return new Problem(
                "plan.shape.impossible",
                Words.of(o),
                "no distribution of this form has the mean and SD of these values within their limits",
                "another form, for example a lognormal one, or limits of your own such as \"uniform between 80 and 160\"");
    }

    /** Values and what gives them another distribution. */
    static Optional<PlannedOverwrite> by(
            String id,
            String words,
            QuantileFunction to,
            ReferencePopulation people,
            StartWeights start,
            Remarks remarks) {
        Optional<String> lever = Optional.ofNullable(LEVERS.get(id));
        if (Derived.of(id).isPresent() && lever.isEmpty()) {
            remarks.problems()
                    .add(
                            new Problem(
                                    "plan.overwrite.computed",
                                    words,
                                    "this is computed from "
                                            + String.join(", ", Derived.of(id).get().parents()),
                                    "change one of those: " + Words.name(id) + " follows"));
            return Optional.empty();
        }
        double[] column = people.column(id);
        double[] some = Arrays.stream(start.rows()).mapToDouble(i -> column[i]).toArray();
        Measurand m = Measurands.bundled().get(id);
        QuantityRange limits = plausible(m);
        remarks.explain(
                words
                        + ": each patient keeps the rank; other values stay, but those computed from it"
                        + lever.map(
                                        l ->
                                                ", and %s, by which it is reached"
                                                        .formatted(Words.name(l)))
                                .orElse(""));
        return Optional.of(
                new PlannedOverwrite(
                        id,
                        Kind.RESHAPE,
                        0,
                        start.mean(column),
                        start.sd(column),
                        limits.low(),
                        limits.high(),
                        m.decimals(),
                        Optional.empty(),
                        0,
                        Optional.of(
                                new PlannedOverwrite.Reshape(
                                        new PlannedOwn.Sample(some, start.weights()),
                                        to,
                                        lever.map(l -> lever(id, l))))));
    }

    private static PlannedOverwrite.Lever lever(String id, String parent) {
        Measurand m = Measurands.bundled().find(parent).orElseThrow();
        QuantityRange limits = plausible(m);
        return new PlannedOverwrite.Lever(
                Derived.of(id).orElseThrow(), parent, limits.low(), limits.high(), m.decimals());
    }

    /** The form about mean and SD, or over the whole of limits that were asked for. */
    static Optional<QuantileFunction> function(
            Overwrite o,
            QuantityRange limits,
            boolean limited,
            double mean,
            double sd,
            double skewness) {
        double low = limits.low();
        double high = limits.high();
        if (o instanceof Overwrite.Skewed s) {
            double size = Math.max(Math.abs(s.factor() * skewness), SKEWED);
            double wanted =
                    s.factor() < 0
                            ? -Math.max(SKEWED, Math.abs(skewness))
                            : s.factor() < 1
                                    ? s.factor() * skewness
                                    : skewness < -0.2 ? -size : size;
            return Distributions.skewed(mean, sd, wanted, low, high);
        }
        Form form = ((Overwrite.Shaped) o).form();
        boolean whole = limited && Double.isFinite(low) && Double.isFinite(high);
        return switch (form) {
            case NORMAL -> Distributions.normal(mean, sd, low, high);
            case LOGNORMAL -> Distributions.lognormal(mean, sd, low, high);
            case UNIFORM ->
                    whole
                            ? Optional.of(Distributions.uniform(low, high))
                            : Distributions.uniform(mean, sd, low, high);
            case TRIANGULAR ->
                    whole
                            ? Distributions.triangular(low, (low + high) / 2, high)
                            : Distributions.triangular(mean, sd, low, high);
        };
    }

    private static QuantityRange plausible(Measurand m) {
        return m.plausible()
                .orElse(
                        new QuantityRange(
                                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, m.unit()));
    }

    /** What a value may be: plausible, and as it was required of every patient. */
    static QuantityRange limits(String id, CohortSpec spec) {
        QuantityRange p = plausible(Measurands.bundled().get(id));
        return required(id, spec)
                .map(
                        r ->
                                new QuantityRange(
                                        Math.max(p.low(), r.low()),
                                        Math.min(p.high(), r.high()),
                                        p.unit()))
                .orElse(p);
    }

    static Optional<QuantityRange> required(String id, CohortSpec spec) {
        return spec.constraints().stream()
                .filter(c -> c instanceof Constraint.Require)
                .map(c -> ((Constraint.Require) c).criterion())
                .filter(c -> c instanceof Criterion.ObservationWithin)
                .map(c -> (Criterion.ObservationWithin) c)
                .filter(c -> c.observation().equals(id))
                .map(Criterion.ObservationWithin::range)
                .findFirst();
    }

    private static double skewness(double[] column, StartWeights start) {
        double mean = start.mean(column);
        double sd = start.sd(column);
        double[] cubes = Arrays.stream(column).map(v -> Math.pow((v - mean) / sd, 3)).toArray();
        return start.mean(cubes);
    }
}
