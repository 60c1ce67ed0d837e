package org.anamnesis.interpret;

import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Own;

/** A number that names nothing is that of the variable or condition of one's own asked last. */
final class BareOwn {
    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private BareOwn(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    /** Whether it is. */
    static boolean find(Draft draft, CohortSpec current) {
        List<Own> own = current.beyond().own();
        if (own.isEmpty()) {
            return false;
        }
        Own last = own.get(own.size() - 1);
        var words = new BareOwn(draft, current);
        return last instanceof Own.Flag f ? words.flag(f) : words.quantity((Own.Quantity) last);
    }

    /** "make that 6 %", of a condition of one's own, where nothing else has a share. */
    private boolean flag(Own.Flag f) {
        boolean shares =
                current.constraints().stream().anyMatch(c -> c instanceof Constraint.Share);
        int at = FillerWords.first(s);
        int to = at < 0 ? -1 : OrdinalShares.shareEnd(s, at);
        if (shares
                || to < 0
                || !(FillerWords.alone(s, at, to) || BareWords.clause(s, at, to))
                || s.at(at).doubleValue() > 100) {
            return false;
        }
        var changed = new Own.Flag(f.id(), f.name(), s.at(at).doubleValue(), f.condition());
        draft.edit(new Edit.AddOwn(changed), at, to);
        return true;
    }

    /** "make it 32" of a mean of 30, "5 rather" of an SD of 6, where nothing else has a value. */
    private boolean quantity(Own.Quantity q) {
        boolean values =
                current.constraints().stream()
                        .anyMatch(
                                c ->
                                        !(c instanceof Constraint.Share)
                                                && !(c instanceof Constraint.Require r
                                                        && !(r.criterion()
                                                                instanceof
                                                                Criterion.ObservationWithin)));
        int at = FillerWords.first(s);
        OptionalDouble mean = q.figures().mean();
        if (values
                || at < 0
                || mean.isEmpty()
                || !s.at(at).number()
                || Words.PERSONS.contains(s.word(at + 1))
                || !FillerWords.alone(s, at, at + 1)) {
            return false;
        }
        double value = s.at(at).doubleValue();
        double toMean = far(value, mean.getAsDouble());
        double toSd =
                q.figures().sd().stream().map(sd -> far(value, sd)).findFirst().orElse(toMean);
        boolean near = Math.min(toMean, toSd) < far(value, (double) current.count());
        if (near) {
            Own changed =
                    q.with(toSd < toMean ? q.figures().withSd(value) : q.figures().withMean(value));
            draft.edit(new Edit.AddOwn(changed), at, at + 1);
        }
        return near;
    }

    /** By what factor two numbers differ, as a logarithm; infinite if one is not above zero. */
    private static double far(double a, double b) {
        return a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : Double.POSITIVE_INFINITY;
    }
}
