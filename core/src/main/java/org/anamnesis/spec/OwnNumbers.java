package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a variable with the user's own numbers changes these numbers: a mean is its
 * mean, an observation that is left out is not there at all.
 */
final class OwnNumbers {
    private OwnNumbers() {}

    static CohortSpec settled(CohortSpec spec) {
        if (spec.beyond().own().isEmpty()) {
            return spec;
        }
        Beyond beyond = spec.beyond();
        for (String dropped : spec.observations().dropped()) {
            beyond = beyond.without(dropped);
        }
        List<Constraint> rest = new ArrayList<>();
        for (Constraint c : spec.constraints()) {
            Optional<Own.Quantity> changed = moved(c, beyond);
            if (changed.isPresent()) {
                beyond = beyond.with(changed.get());
            } else {
                rest.add(c);
            }
        }
        List<Overwrite> overwrites = new ArrayList<>();
        for (Overwrite o : beyond.overwrites()) {
            Optional<Own.Quantity> changed = formed(o, beyond);
            if (changed.isPresent()) {
                beyond = beyond.with(changed.get());
            } else {
                overwrites.add(o);
            }
        }
        return spec.withConstraints(rest).withBeyond(beyond.with(overwrites));
    }

    private static Optional<Own.Quantity> number(Beyond beyond, String id) {
        return beyond.own(id).filter(o -> o instanceof Own.Quantity).map(o -> (Own.Quantity) o);
    }

    /** A mean asked later, or one relative to the stated one. */
    private static Optional<Own.Quantity> moved(Constraint c, Beyond beyond) {
        if (c instanceof Constraint.Mean m) {
            return number(beyond, m.observation())
                    .filter(n -> n.figures().withMean(m.value()).enough())
                    .map(n -> n.with(n.figures().withMean(m.value())));
        }
        if (c instanceof Constraint.Shift s) {
            return number(beyond, s.observation())
                    .filter(n -> n.figures().mean().isPresent())
                    .map(n -> n.with(n.figures().withMean(s.of(n.figures().mean().getAsDouble()))));
        }
        if (c instanceof Constraint.Correlation r) {
            Optional<Own.Quantity> first = number(beyond, r.first());
            return first.map(n -> n.with(new Own.Link(r.second(), r.value())))
                    .or(
                            () ->
                                    number(beyond, r.second())
                                            .map(n -> n.with(new Own.Link(r.first(), r.value()))));
        }
        return Optional.empty();
    }

    /** An SD or a form of the stated distribution. */
    private static Optional<Own.Quantity> formed(Overwrite o, Beyond beyond) {
        Optional<Own.Quantity> n = number(beyond, o.observation());
        if (o instanceof Overwrite.Deviation d) {
            return n.filter(x -> x.figures().mean().isPresent())
                    .map(x -> x.with(x.figures().withSd(d.sd())));
        }
        if (o instanceof Overwrite.Spread d) {
            return n.filter(x -> x.figures().sd().isPresent())
                    .map(
                            x ->
                                    x.with(
                                            x.figures()
                                                    .withSd(
                                                            d.factor()
                                                                    * x.figures()
                                                                            .sd()
                                                                            .getAsDouble())));
        }
        return o instanceof Overwrite.Shaped s ? n.map(x -> x.with(s.form())) : Optional.empty();
    }
}
