package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.ShownUnits;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.measure.UnitConversion;

/**
 * Findings in the units in which the files show the columns. Distances, shares and correlations are
 * the same in any unit; only numbers of the columns are converted.
 */
public final class Restatement {
    private Restatement() {}

    /**
     * @param made fields in canonical units, in the order of the header
     */
    public static Evaluation of(Evaluation e, List<Field> made, ShownUnits shown) {
        if (!shown.anything()) {
            return e;
        }
        List<NumberFinding> numbers = new ArrayList<>();
        for (NumberFinding n : e.numbers()) {
            int k = made.indexOf(n.field());
            numbers.add(
                    shown.conversion(k)
                            .map(c -> number(n, shown.header().fields().get(k), c))
                            .orElse(n));
        }
        return new Evaluation(
                e.patients(),
                e.referenceRows(),
                numbers,
                e.categories(),
                e.ageBySex(),
                e.correlations(),
                e.adherence(),
                e.rules(),
                e.reality(),
                e.groups().map(c -> comparison(c, made, shown)),
                e.histories());
    }

    private static Comparison comparison(Comparison c, List<Field> made, ShownUnits shown) {
        return new Comparison(
                c.names(), c.sizes(), c.lines().stream().map(l -> line(l, made, shown)).toList());
    }

    private static Comparison.Line line(Comparison.Line line, List<Field> made, ShownUnits shown) {
        int k = made.indexOf(line.field());
        return line.isShare()
                ? line
                : shown.conversion(k)
                        .map(
                                c ->
                                        new Comparison.Line(
                                                shown.header().fields().get(k),
                                                "",
                                                line.sides().stream()
                                                        .map(
                                                                s ->
                                                                        new Comparison.Side(
                                                                                s.n(),
                                                                                c.fromCanonical(
                                                                                        s.mean()),
                                                                                s.sd()
                                                                                        / c
                                                                                                .factor()))
                                                        .toList()))
                        .orElse(line);
    }

    private static NumberFinding number(NumberFinding n, Field field, UnitConversion c) {
        return new NumberFinding(
                field,
                new Axis(
                        n.axis().edges().stream().map(c::fromCanonical).toList(),
                        n.axis().logarithmic()),
                distribution(n.cohort(), c),
                n.reference().map(d -> distribution(d, c)),
                some(n.everyoneMean(), c::fromCanonical),
                n.distance(),
                n.fromReference(),
                n.published().map(m -> marginal(m, c)),
                n.fromPublished(),
                n.band()
                        .map(
                                b ->
                                        new Band(
                                                b.kind(),
                                                new QuantityRange(
                                                        c.fromCanonical(b.range().low()),
                                                        c.fromCanonical(b.range().high()),
                                                        c.unit()),
                                                b.label(),
                                                b.source(),
                                                b.confidence())),
                n.cohortInBand(),
                n.referenceInBand());
    }

    private static Distribution distribution(Distribution d, UnitConversion c) {
        return new Distribution(
                d.n(),
                d.missing(),
                c.fromCanonical(d.mean()),
                d.sd() / c.factor(),
                c.fromCanonical(d.min()),
                c.fromCanonical(d.max()),
                c.fromCanonical(d.p05()),
                c.fromCanonical(d.p25()),
                c.fromCanonical(d.p50()),
                c.fromCanonical(d.p75()),
                c.fromCanonical(d.p95()),
                d.shares());
    }

    private static Marginal marginal(Marginal m, UnitConversion c) {
        return new Marginal(
                m.observation(),
                c.unit(),
                m.n(),
                c.fromCanonical(m.mean()),
                some(m.sd(), x -> x / c.factor()),
                some(m.se(), x -> x / c.factor()),
                some(m.p05(), c::fromCanonical),
                some(m.p25(), c::fromCanonical),
                some(m.p50(), c::fromCanonical),
                some(m.p75(), c::fromCanonical),
                some(m.p95(), c::fromCanonical),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                m.shape(),
                m.population(),
                m.stratum(),
                m.period(),
                m.source(),
                m.confidence());
    }

    private static OptionalDouble some(OptionalDouble x, DoubleUnaryOperator change) {
        return x.isPresent() ? OptionalDouble.of(change.applyAsDouble(x.getAsDouble())) : x;
    }
}
