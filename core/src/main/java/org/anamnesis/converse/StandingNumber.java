package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.interpret.NumberSwap;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.StudyGroup;

/**
 * What a number that is given up was of: the one thing in the request that has it, whoever said it
 * and however.
 */
final class StandingNumber {
    private static final double CLOSE = 1e-3;

    private final CohortSpec spec;
    private final NumberSwap swap;
    private final List<Edit> found = new ArrayList<>();

    private StandingNumber(CohortSpec spec, NumberSwap swap) {
        this.spec = spec;
        this.swap = swap;
    }

    /**
     * "sorry, I meant 60, not 50": of the one thing that has the old number, else what the message
     * that had it asks with the other one.
     *
     * @param heard the conversation with the message at its end
     * @param edits what a message asks
     */
    static List<Edit> of(Conversation heard, String message, Function<String, List<Edit>> edits) {
        Optional<NumberSwap> swap = NumberSwap.of(message, heard.language());
        List<Edit> standing = swap.map(n -> only(heard.spec(), n)).orElse(List.of());
        return standing.isEmpty()
                ? Swapped.of(heard, message)
                        .map(
                                w ->
                                        again(
                                                heard.spec(),
                                                edits.apply(w.before()),
                                                edits.apply(w.after())))
                        .orElse(List.of())
                : standing;
    }

    private static List<Edit> again(CohortSpec spec, List<Edit> old, List<Edit> now) {
        return now.stream()
                .filter(e -> !old.contains(e))
                .map(e -> e instanceof Edit.MoveMean m ? instead(m, old) : e)
                .map(e -> OneEnd.moved(spec, old, e))
                .toList();
    }

    /** A move in the place of one that was made: the old one taken back first. */
    private static Edit instead(Edit.MoveMean now, List<Edit> old) {
        for (Edit e : old) {
            if (e instanceof Edit.MoveMean m && m.observation().equals(now.observation())) {
                double factor = now.factor() / m.factor();
                return new Edit.MoveMean(now.observation(), factor, now.plus() - factor * m.plus());
            }
        }
        return now;
    }

    /** The change; empty unless exactly one thing has the old number. */
    private static List<Edit> only(CohortSpec spec, NumberSwap swap) {
        var standing = new StandingNumber(spec, swap);
        standing.groups();
        spec.constraints().forEach(standing::constraint);
        spec.beyond().overwrites().forEach(standing::overwrite);
        boolean whole = swap.now() == Math.rint(swap.now()) && swap.now() >= 1;
        if (!swap.percent() && whole && spec.count() == swap.old()) {
            standing.found.add(new Edit.SetCount((long) swap.now()));
        }
        return standing.found.size() == 1 ? standing.found : List.of();
    }

    private boolean old(double value) {
        return Math.abs(value - swap.old()) < CLOSE;
    }

    private boolean share() {
        return swap.now() >= 0 && swap.now() <= 100;
    }

    private void groups() {
        for (StudyGroup g : spec.beyond().groups().all()) {
            if (old(g.percent()) && swap.now() > 0 && swap.now() < 100) {
                found.add(new Edit.ResizeGroup(g.name(), swap.now()));
            }
        }
    }

    private void constraint(Constraint c) {
        if (c instanceof Constraint.Share s && old(s.percent()) && share()) {
            add(new Constraint.Share(s.criterion(), swap.now()));
        }
        if (swap.percent() && !(c instanceof Constraint.Shift)) {
            return;
        }
        if (c instanceof Constraint.Mean m && old(m.value())) {
            add(new Constraint.Mean(m.observation(), swap.now()));
        } else if (c instanceof Constraint.Correlation r
                && old(r.value())
                && Math.abs(swap.now()) <= 1) {
            add(new Constraint.Correlation(r.first(), r.second(), swap.now()));
        } else if (c instanceof Constraint.Shift s) {
            shift(s);
        } else if (c instanceof Constraint.Require r) {
            ends(r.criterion());
        }
    }

    private void shift(Constraint.Shift s) {
        double part = 100 * Math.abs(s.factor() - 1);
        if (s.factor() == 1 && old(Math.abs(s.plus())) && !swap.percent()) {
            add(new Constraint.Shift(s.observation(), 1, Math.signum(s.plus()) * swap.now()));
        } else if (s.plus() == 0 && old(part) && swap.now() < 100) {
            double factor = 1 + Math.signum(s.factor() - 1) * swap.now() / 100;
            add(new Constraint.Shift(s.observation(), factor, 0));
        }
    }

    private void ends(Criterion of) {
        double now = swap.now();
        if (of instanceof Criterion.AgeBetween a && now == Math.rint(now)) {
            boolean low = old(a.minYears()) && now <= a.maxYears();
            boolean high = old(a.maxYears()) && now >= a.minYears();
            if (low != high) {
                int min = low ? (int) now : a.minYears();
                int max = high ? (int) now : a.maxYears();
                add(new Constraint.Require(new Criterion.AgeBetween(min, max)));
            }
        } else if (of instanceof Criterion.ObservationWithin o) {
            boolean low = old(o.range().low()) && now <= o.range().high();
            boolean high = old(o.range().high()) && now >= o.range().low();
            if (low != high) {
                QuantityRange range =
                        new QuantityRange(
                                low ? now : o.range().low(),
                                high ? now : o.range().high(),
                                o.range().unit());
                add(
                        new Constraint.Require(
                                new Criterion.ObservationWithin(o.observation(), range)));
            }
        }
    }

    private void overwrite(Overwrite o) {
        if (o instanceof Overwrite.Missing m && old(m.percent()) && share()) {
            add(new Overwrite.Missing(m.observation(), swap.now(), m.more()));
        } else if (o instanceof Overwrite.Outliers x && old(x.percent()) && share()) {
            add(new Overwrite.Outliers(x.observation(), swap.now()));
        } else if (o instanceof Overwrite.Deviation d
                && old(d.sd())
                && swap.now() > 0
                && !swap.percent()) {
            add(new Overwrite.Deviation(d.observation(), swap.now()));
        }
    }

    private void add(Constraint c) {
        found.add(new Edit.AddConstraint(c));
    }

    private void add(Overwrite o) {
        found.add(new Edit.AddOverwrite(o));
    }
}
