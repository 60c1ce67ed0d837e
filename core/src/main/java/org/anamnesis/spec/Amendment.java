package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Constraint.Require;
import org.anamnesis.spec.Constraint.Share;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * What one message makes of a specification. Constraints of the same message stand beside each
 * other; those of earlier messages give way to what is said now about the same thing.
 */
public final class Amendment {
    private Amendment() {}

    /** The specification after the edits of one message. */
    public static CohortSpec of(CohortSpec before, List<Edit> edits) {
        for (int i = 0; i < edits.size(); i++) {
            if (edits.get(i) instanceof Edit.Suppose suppose) {
                CohortSpec baseline = of(before, edits.subList(0, i));
                return of(suppose.apply(baseline), edits.subList(i + 1, edits.size()));
            }
        }
        return alsoOfBaseline(amended(before, edits), edits);
    }

    /** What is asked of one group after more is asked of it. */
    static List<Constraint> of(List<Constraint> before, List<Constraint> more) {
        List<Edit> edits = more.stream().map(c -> (Edit) new Edit.AddConstraint(c)).toList();
        return amended(CohortSpec.DEFAULT.withConstraints(before), edits).constraints();
    }

    /** A what-if differs from its baseline by the change alone, not by number, seed or files. */
    private static CohortSpec alsoOfBaseline(CohortSpec spec, List<Edit> edits) {
        List<Edit> both =
                edits.stream()
                        .filter(
                                e ->
                                        e instanceof Edit.SetCount
                                                || e instanceof Edit.SetSeed
                                                || e instanceof Edit.SetEngine
                                                || e instanceof Edit.SetFormats
                                                || e instanceof Edit.NamePatients
                                                || e instanceof Edit.OrderStudies
                                                || e instanceof Edit.DropStudies
                                                || e instanceof Edit.SetObservations)
                        .toList();
        Optional<Baseline> baseline = spec.beyond().baseline();
        if (both.isEmpty() || baseline.isEmpty()) {
            return spec;
        }
        Baseline b = baseline.get();
        Baseline changed = new Baseline(amended(b.spec(), both), b.said());
        return spec.withBeyond(spec.beyond().withBaseline(Optional.of(changed)));
    }

    private static CohortSpec amended(CohortSpec before, List<Edit> all) {
        List<Edit> edits = all.stream().map(e -> moved(before, all, e)).toList();
        CohortSpec spec =
                before.withConstraints(
                        before.constraints().stream()
                                .filter(old -> edits.stream().noneMatch(e -> replaces(e, old)))
                                .toList());
        for (Edit edit : edits) {
            spec = edit.apply(spec);
        }
        return OwnNumbers.settled(spec.withConstraints(joined(spec.constraints())));
    }

    /** Of a range with two ends the one that is not spoken of stays: "INR up to 3.5" of 2 to 3. */
    private static Edit moved(CohortSpec before, List<Edit> edits, Edit edit) {
        if (!(edit instanceof Edit.AddConstraint now)
                || edits.stream().anyMatch(e -> e != edit && sameSubject(e, now))) {
            return edit;
        }
        for (Constraint old : before.constraints()) {
            boolean same =
                    old instanceof Require
                            && now.constraint() instanceof Require
                            && Subject.of(old).equals(Subject.of(now.constraint()));
            Optional<QuantityRange> a = same ? range(criterion(old)) : Optional.empty();
            Optional<QuantityRange> b =
                    same ? range(criterion(now.constraint())) : Optional.empty();
            boolean two = a.isPresent() && !open(a.get().low()) && !open(a.get().high());
            boolean one = b.isPresent() && open(b.get().low()) != open(b.get().high());
            if (two && one) {
                double low = open(b.get().low()) ? a.get().low() : b.get().low();
                double high = open(b.get().high()) ? a.get().high() : b.get().high();
                return low < high
                        ? new Edit.AddConstraint(new Require(between(criterion(old), low, high)))
                        : edit;
            }
        }
        return edit;
    }

    private static boolean sameSubject(Edit edit, Edit.AddConstraint now) {
        String subject = Subject.of(now.constraint());
        return (edit instanceof Edit.Forget f && f.subject().equals(subject))
                || (edit instanceof Edit.AddConstraint a
                        && Subject.of(a.constraint()).equals(subject));
    }

    private static Criterion between(Criterion old, double low, double high) {
        return old instanceof ObservationWithin o
                ? new ObservationWithin(
                        o.observation(), new QuantityRange(low, high, o.range().unit()))
                : new AgeBetween((int) low, (int) high);
    }

    /** Both ends of a range in one requirement: "over 50" and "below 70" are 51 to 69. */
    private static List<Constraint> joined(List<Constraint> all) {
        List<Constraint> out = new ArrayList<>();
        for (Constraint c : all) {
            int other = -1;
            for (int i = 0; i < out.size() && other < 0; i++) {
                other = ends(out.get(i), c) ? i : -1;
            }
            if (other < 0) {
                out.add(c);
            } else {
                out.set(other, new Require(both(criterion(out.get(other)), criterion(c))));
            }
        }
        return out;
    }

    private static boolean ends(Constraint a, Constraint b) {
        return a instanceof Require x
                && b instanceof Require y
                && Subject.of(a).equals(Subject.of(b))
                && oppositeEnds(x.criterion(), y.criterion());
    }

    private static Criterion both(Criterion a, Criterion b) {
        if (a instanceof AgeBetween x) {
            AgeBetween y = (AgeBetween) b;
            return new AgeBetween(
                    Math.max(x.minYears(), y.minYears()), Math.min(x.maxYears(), y.maxYears()));
        }
        ObservationWithin x = (ObservationWithin) a;
        QuantityRange y = ((ObservationWithin) b).range();
        return new ObservationWithin(
                x.observation(),
                new QuantityRange(
                        Math.max(x.range().low(), y.low()),
                        Math.min(x.range().high(), y.high()),
                        y.unit()));
    }

    private static boolean replaces(Edit edit, Constraint old) {
        if (edit instanceof Edit.SetCondition c) {
            boolean plain =
                    old instanceof Require r
                            && r.criterion() instanceof Criterion.HasCondition h
                            && h.stage().isEmpty();
            return plain && Subject.of(old).equals(c.condition());
        }
        if (edit instanceof Edit.SetGroups g) {
            return replaces(g.groups().all(), old);
        }
        return edit instanceof Edit.AddConstraint a
                && !a.constraint().equals(old)
                && Subject.of(a.constraint()).equals(Subject.of(old))
                && replaces(a.constraint(), old);
    }

    /**
     * What was asked of everyone gives way to groups that differ in it; limits stay, for groups lie
     * within them, and a mean where a group leaves it open.
     */
    private static boolean replaces(List<StudyGroup> groups, Constraint old) {
        if (old instanceof Require r && range(r.criterion()).isPresent()) {
            return false;
        }
        Predicate<StudyGroup> differs =
                g ->
                        g.constraints().stream()
                                .anyMatch(
                                        now ->
                                                Subject.of(now).equals(Subject.of(old))
                                                        && replaces(now, old));
        return mean(old)
                ? !groups.isEmpty() && groups.stream().allMatch(differs)
                : groups.stream().anyMatch(differs);
    }

    /** Both are about one subject. */
    private static boolean replaces(Constraint now, Constraint old) {
        if (now instanceof Constraint.Correlation || old instanceof Constraint.Correlation) {
            return true; // of the same pair
        }
        boolean means = mean(now) || mean(old);
        if (means) {
            return mean(now) && mean(old);
        }
        Criterion a = criterion(now);
        Criterion b = criterion(old);
        boolean numbers = a instanceof AgeBetween || a instanceof ObservationWithin;
        if (now instanceof Share && old instanceof Share) {
            return !apart(plain(a), plain(b));
        }
        if (now instanceof Require && old instanceof Require) {
            return !numbers || !oppositeEnds(a, b);
        }
        return !numbers; // a share within limits leaves the limits
    }

    private static boolean mean(Constraint c) {
        return c instanceof Constraint.Mean || c instanceof Constraint.Shift;
    }

    private static Criterion criterion(Constraint c) {
        return c instanceof Require r ? r.criterion() : ((Share) c).criterion();
    }

    private static Criterion plain(Criterion c) {
        return c instanceof Criterion.Not n ? n.inner() : c;
    }

    /** Two shares that can both hold: of different ages, values or levels. */
    private static boolean apart(Criterion a, Criterion b) {
        if (a instanceof CategoryIn x && b instanceof CategoryIn y) {
            boolean two = Known.LEVELS.getOrDefault(x.variable(), List.of()).size() == 2;
            return !two && x.levels().stream().noneMatch(y.levels()::contains);
        }
        if (a instanceof Criterion.HasCondition x
                && b instanceof Criterion.HasCondition y
                && x.stage().isPresent()
                && y.stage().isPresent()) {
            String one = x.stage().get();
            String other = y.stage().get();
            return !one.startsWith(other) && !other.startsWith(one); // 3 holds 3a and 3b
        }
        Optional<QuantityRange> x = range(a);
        Optional<QuantityRange> y = range(b);
        return x.isPresent()
                && y.isPresent()
                && (x.get().high() < y.get().low() || y.get().high() < x.get().low());
    }

    /** "above 40" and, later, "below 70" are one range; "above 50" is another "above 40". */
    private static boolean oppositeEnds(Criterion a, Criterion b) {
        Optional<QuantityRange> x = range(a);
        Optional<QuantityRange> y = range(b);
        if (x.isEmpty() || y.isEmpty()) {
            return false;
        }
        boolean up = open(x.get().high()) && open(y.get().low());
        boolean down = open(x.get().low()) && open(y.get().high());
        boolean overlap = x.get().low() <= y.get().high() && y.get().low() <= x.get().high();
        boolean turned = // "7.5 or less, not 7.5 or more" is no range of one value
                a instanceof ObservationWithin
                        && (x.get().low() == y.get().high() || y.get().low() == x.get().high());
        return (up || down) && overlap && !turned;
    }

    private static boolean open(double end) {
        return Double.isInfinite(end);
    }

    private static Optional<QuantityRange> range(Criterion c) {
        if (c instanceof AgeBetween a) {
            return Optional.of(
                    new QuantityRange(
                            a.minYears() <= 0 ? Double.NEGATIVE_INFINITY : a.minYears(),
                            a.maxYears() >= 120 ? Double.POSITIVE_INFINITY : a.maxYears(),
                            "a"));
        }
        return c instanceof ObservationWithin o ? Optional.of(o.range()) : Optional.empty();
    }
}
