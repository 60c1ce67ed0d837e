package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.Derived;
import org.anamnesis.population.QuantileFunction;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.Shape;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * The observations whose values a published fact gives, on people's ranks or alone, with the
 * distribution as asked. Of every other observation the people give the values.
 */
final class PublishedShapes {
    /** A cut that leaves less of the distribution than this is called impossible; 0 to 1. */
    private static final double NOBODY = 1e-6;

    /** Ranks at which moments are taken. */
    private static final int STEPS = 4000;

    private final Map<String, Marginal> facts = new HashMap<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, QuantileFunction> stated = new HashMap<>();
    private final Map<String, List<SharedShape.Part>> parts = new LinkedHashMap<>();
    private final Map<String, QuantileFunction> shared = new HashMap<>();
    private final Set<String> movedToMean = new HashSet<>();
    private final Set<String> alone = new HashSet<>();

    PublishedShapes(
            Optional<String> condition,
            List<String> observations,
            ReferencePopulation people,
            ConditionEvidence evidence) {
        boolean stand =
                ConditionRows.of(condition.orElse("general-population"))
                        .map(r -> !r.isProxy())
                        .orElse(false);
        for (String id : observations) {
            Optional<Marginal> fact = Observations.lone(evidence, id);
            boolean move =
                    people.has(id)
                            && !stand
                            && Derived.of(id).isEmpty()
                            && fact.isPresent()
                            && fact.get().confidence() != Confidence.COMPUTED;
            if (!people.has(id) || move) {
                Marginal m = fact.orElseThrow();
                facts.put(id, m);
                shapes.put(id, Shape.of(m, limits(id)));
                if (!people.has(id)) {
                    alone.add(id);
                }
            }
        }
    }

    boolean has(String observation) {
        return shapes.containsKey(observation);
    }

    Marginal fact(String observation) {
        return facts.get(observation);
    }

    Map<String, QuantileFunction> all() {
        Map<String, QuantileFunction> all = new HashMap<>(shapes);
        all.putAll(shared);
        all.putAll(stated);
        return all;
    }

    /** The user's own distribution takes the place of the published one. */
    void state(String observation, QuantileFunction values) {
        stated.put(observation, values);
    }

    /** Mean of the distribution as it is drawn. */
    double mean(String observation) {
        return moments(observation)[0];
    }

    /** Mean and SD of the distribution as it is drawn. */
    double[] moments(String observation) {
        QuantileFunction values = all().get(observation);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < STEPS; k++) {
            double x = values.at((k + 0.5) / STEPS);
            sum += x;
            squares += x * x;
        }
        double mean = sum / STEPS;
        return new double[] {mean, Math.sqrt(Math.max(0, squares / STEPS - mean * mean))};
    }

    /** Keeps the asked range of a distribution, or says that it holds practically nobody. */
    Optional<Problem> cut(Criterion.ObservationWithin asked) {
        String id = asked.observation();
        QuantityRange limits = limits(id);
        double low = Math.max(limits.low(), asked.range().low());
        double high = Math.min(limits.high(), asked.range().high());
        Shape cut =
                low <= high
                        ? shapes.get(id).within(new QuantityRange(low, high, limits.unit()))
                        : null;
        if (cut == null || cut.share() < NOBODY) {
            return Optional.of(
                    new Problem(
                            "plan.range.impossible",
                            Words.of(asked),
                            "practically nobody with this condition has such values by the published figures",
                            "a range nearer to the mean of " + Shares.number(fact(id).mean())));
        }
        shapes.put(id, cut);
        return Optional.empty();
    }

    /** Whether a share of such values can be met: of people's own values by people alone. */
    boolean shares(String observation) {
        return alone.contains(observation);
    }

    /** So many patients shall have values of the range. */
    void share(Criterion.ObservationWithin asked, double percent) {
        parts.computeIfAbsent(asked.observation(), k -> new ArrayList<>())
                .add(new SharedShape.Part(asked.range(), percent));
    }

    /**
     * Makes distributions of the asked shares, once everything else is asked of them.
     *
     * @param count patients
     */
    List<Problem> meetShares(long count) {
        List<Problem> problems = new ArrayList<>();
        parts.forEach(
                (id, all) -> {
                    int decimals = Measurands.bundled().get(id).decimals();
                    Optional<SharedShape> met =
                            SharedShape.of(shapes.get(id), all, decimals, count);
                    met.ifPresent(x -> shared.put(id, x));
                    if (met.isEmpty()) {
                        problems.add(apart(id, all));
                    } else if (movedToMean.contains(id) || stated.containsKey(id)) {
                        problems.add(
                                new Problem(
                                        "plan.targets.conflict",
                                        "shares and the mean or form of " + Words.name(id),
                                        "of a published distribution only one of the two can be changed",
                                        "leave out one of the two"));
                    }
                });
        return problems;
    }

    private static Problem apart(String id, List<SharedShape.Part> all) {
        return new Problem(
                "plan.share.impossible",
                all.stream()
                        .map(
                                p ->
                                        Words.of(new Criterion.ObservationWithin(id, p.range()))
                                                + " in "
                                                + Shares.number(p.percent())
                                                + " %")
                        .collect(Collectors.joining(" and ")),
                "by the published figures these shares cannot be: they exclude each other, or practically nobody has such values",
                "shares that add up to 100 % at most, of values that occur");
    }

    /** Moves a distribution to the asked mean; its spread stays the published one. */
    void move(Constraint.Mean asked) {
        String id = asked.observation();
        movedToMean.add(id);
        shapes.put(id, shapes.get(id).withMean(asked.value(), limits(id)));
    }

    private static QuantityRange limits(String id) {
        Measurand m = Measurands.bundled().get(id);
        return m.plausible()
                .orElse(
                        new QuantityRange(
                                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, m.unit()));
    }
}
