package org.anamnesis.converse;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.evaluate.Words;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.interpret.Question.Statistic;
import org.anamnesis.interpret.Question.Statistic.Kind;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.UnitConversion;
import org.anamnesis.population.ReferencePopulation;

/** Mean, median, SD and percentiles of one observation in a group. */
final class StatisticAnswer {
    private final ReferencePopulation adults;
    private final Evidence evidence;
    private final Citations citations;

    StatisticAnswer(Evidence evidence, ReferencePopulation adults) {
        this.adults = adults;
        this.evidence = evidence;
        this.citations = new Citations(evidence);
    }

    /** What is asked, and how its values are turned into the unit that is asked for. */
    private record Asked(Statistic q, String name, String unit, DoubleUnaryOperator scale) {
        /** A spread has no zero point: only the factor of the conversion counts. */
        double shown(double canonical) {
            return q.kind() == Kind.SD ? spread(canonical) : scale.applyAsDouble(canonical);
        }

        double spread(double canonical) {
            return Math.abs(scale.applyAsDouble(canonical) - scale.applyAsDouble(0));
        }
    }

    Answer answer(Statistic q) {
        Asked asked = asked(q);
        String group = GroupName.of(q.condition(), q.filters());
        var counted = new Counted(adults, q.condition(), q.filters());
        Optional<Double> here = counted.statistic(q);
        Optional<Marginal> known = marginal(q).filter(m -> PublishedValue.of(m, q).isPresent());
        Optional<Marginal> published =
                known.filter(m -> m.confidence() != Confidence.RECALLED || here.isEmpty());
        if (published.isEmpty() && here.isEmpty()) {
            throw nothing(asked, group, counted);
        }
        double figure =
                asked.shown(
                        published
                                .flatMap(m -> PublishedValue.of(m, q))
                                .or(() -> here)
                                .orElseThrow());
        Standing standing =
                published.map(citations::of).orElseGet(() -> citations.of(counted, group));
        var answer =
                new FigureAnswer(
                        q.kind().name().toLowerCase(Locale.ROOT), figure, asked.unit(), standing);
        answer.put("observation", q.observation());
        published.ifPresent(m -> beside(answer, asked, m));
        if (published.isPresent()) {
            here.ifPresent(h -> answer.census(counted, asked.shown(h), asked.unit(), ""));
        }
        return answer.said(
                "%s in %s: %s"
                        .formatted(
                                label(q, asked.name()),
                                standing.population(),
                                Amounts.of(figure, asked.unit())));
    }

    private Optional<Marginal> marginal(Statistic q) {
        ConditionEvidence known = evidence.condition(q.condition().orElse(GroupName.GENERAL));
        Optional<String> stratum = Strata.of(q.filters());
        return q.observation().equals("age")
                ? known.age().filter(m -> stratum.equals(Optional.of(m.stratum())))
                : stratum.flatMap(s -> known.observation(q.observation()).flatMap(o -> o.in(s)));
    }

    private static Asked asked(Statistic q) {
        Optional<Measurand> measurand = Measurands.bundled().find(q.observation());
        String unit = measurand.map(Measurand::unit).orElse("a");
        String name = Amounts.lower(measurand.map(Measurand::name).orElse("Age"));
        if (q.unit().isEmpty() || q.unit().get().equals(unit)) {
            return new Asked(q, name, unit, x -> x);
        }
        UnitConversion other =
                measurand.stream()
                        .flatMap(m -> m.conversions().stream())
                        .filter(c -> c.unit().equals(q.unit().get()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        NoFigure.of(
                                                Words.unit(q.unit().get()),
                                                name + " is not stated in this unit",
                                                units(measurand, unit)));
        return new Asked(q, name, other.unit(), other::fromCanonical);
    }

    private static String units(Optional<Measurand> measurand, String unit) {
        return Stream.concat(
                        Stream.of(unit),
                        measurand.stream()
                                .flatMap(m -> m.conversions().stream())
                                .map(UnitConversion::unit))
                .map(Words::unit)
                .collect(Collectors.joining(" or "));
    }

    private RuntimeException nothing(Asked asked, String group, Counted counted) {
        String known =
                evidence
                        .condition(asked.q().condition().orElse(GroupName.GENERAL))
                        .observations()
                        .stream()
                        .filter(o -> o.overall().isPresent())
                        .limit(6)
                        .map(o -> Measurands.bundled().get(o.observation()).name())
                        .collect(Collectors.joining(", "));
        String why = counted.why().map(w -> ": " + w).orElse("");
        return NoFigure.of(
                Amounts.lower(label(asked.q(), asked.name())),
                "no figure of it is known for %s%s".formatted(group, why),
                "adults, a wider group, mean or median, or one of: " + known);
    }

    /** The other moments that the same source states. */
    private static void beside(FigureAnswer answer, Asked asked, Marginal m) {
        var beside = new StringJoiner("; ");
        String unit = Words.unit(asked.unit());
        if (m.sd().isPresent()) {
            double sd = asked.spread(m.sd().getAsDouble());
            beside.add("SD %s %s".formatted(Amounts.number(sd), unit));
            answer.put("sd", OptionalDouble.of(sd));
        }
        if (m.se().isPresent()) {
            double se = asked.spread(m.se().getAsDouble());
            beside.add("standard error of the mean " + Amounts.number(se));
            answer.put("se_of_mean", OptionalDouble.of(se));
        }
        if (m.p05().isPresent() && m.p95().isPresent()) {
            double low = asked.scale().applyAsDouble(m.p05().getAsDouble());
            double high = asked.scale().applyAsDouble(m.p95().getAsDouble());
            beside.add(
                    "5th to 95th percentile %s to %s"
                            .formatted(Amounts.number(low), Amounts.number(high)));
            answer.put("p05", OptionalDouble.of(low));
            answer.put("p95", OptionalDouble.of(high));
        }
        if (beside.length() > 0) {
            answer.line(beside.toString());
        }
    }

    private static String label(Statistic q, String name) {
        return switch (q.kind()) {
            case MEAN -> (name.startsWith("mean ") ? "Mean of " : "Mean ") + name;
            case MEDIAN -> "Median " + name;
            case SD -> "Standard deviation of " + name;
            case QUANTILE -> ordinal(Math.round(100 * q.quantile())) + " percentile of " + name;
        };
    }

    private static String ordinal(long n) {
        long last = n % 100 / 10 == 1 ? 0 : n % 10;
        return n + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
    }
}
