package org.anamnesis.learn;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.generate.Allowance;

/** What follows from two conditions on one column. */
final class Allowances {
    static final Allowance PRESENT = new Allowance.Presence(true);

    private Allowances() {}

    /** Whether a missing value is refused. */
    static boolean needsValue(Allowance a) {
        return !a.allows(Double.NaN);
    }

    /** What both allow; empty if nothing. */
    static Optional<Allowance> both(Allowance a, Allowance b) {
        if (a instanceof Allowance.Any) {
            return Optional.of(b);
        } else if (b instanceof Allowance.Any) {
            return Optional.of(a);
        } else if (a instanceof Allowance.Presence p) {
            return p.present() == needsValue(b) ? Optional.of(b) : Optional.empty();
        } else if (b instanceof Allowance.Presence) {
            return both(b, a);
        } else if (a instanceof Allowance.Range r && b instanceof Allowance.Range s) {
            double low = Math.max(r.low(), s.low());
            double high = Math.min(r.high(), s.high());
            return low <= high ? Optional.of(new Allowance.Range(low, high)) : Optional.empty();
        } else if (a instanceof Allowance.Levels l && b instanceof Allowance.Levels m) {
            Set<Integer> shared = new HashSet<>(l.levels());
            shared.retainAll(m.levels());
            return shared.isEmpty() ? Optional.empty() : Optional.of(new Allowance.Levels(shared));
        }
        throw new IllegalArgumentException(a + " and " + b);
    }

    /** Whether everything that {@code a} allows is allowed by {@code b} too. */
    static boolean within(Allowance a, Allowance b) {
        return !(a instanceof Allowance.Any)
                && both(a, b).filter(shared -> shared.equals(a)).isPresent();
    }
}
