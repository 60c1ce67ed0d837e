package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.anamnesis.interpret.ReturnWords;
import org.anamnesis.interpret.ReturnWords.Form;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * "Put the age limit back": what an earlier state asked about the subject is asked again, whatever
 * else has changed since.
 */
final class Returned {
    private final Conversation heard;
    private final ReturnWords.Wish wish;

    private Returned(Conversation heard, ReturnWords.Wish wish) {
        this.heard = heard;
        this.wish = wish;
    }

    /** Empty where the message is no such wish, or nothing else was asked about it before. */
    static List<Edit> of(Conversation heard, String message) {
        return ReturnWords.read(message, heard.language())
                .map(w -> new Returned(heard, w).edits())
                .orElse(List.of());
    }

    private List<Edit> edits() {
        if (wish.subjects().isEmpty()) {
            return number();
        }
        List<Edit> all = new ArrayList<>();
        for (String subject : wish.subjects()) {
            Optional<List<Edit>> one =
                    switch (subject) {
                        case ReturnWords.COUNT -> one(Returned::count);
                        case ReturnWords.TIMELINE -> one(Returned::timeline);
                        case ReturnWords.OBSERVATIONS -> one(Returned::observations);
                        case ReturnWords.DRUG -> drug().flatMap(this::about);
                        default -> about(subject);
                    };
            if (one.isEmpty()) {
                return List.of();
            }
            all.addAll(one.get());
        }
        for (String denied : wish.denied()) {
            boolean asked =
                    heard.spec().constraints().stream()
                            .anyMatch(c -> Edit.Forget.about(c).subject().equals(denied));
            if (asked) {
                all.add(new Edit.Forget(denied));
            }
        }
        return all;
    }

    /** "the earlier 30 % was right", "the previous limit": whatever was so last. */
    private List<Edit> number() {
        for (int i = heard.number() - 1; i >= 0; i--) {
            CohortSpec spec = heard.versions().get(i).spec();
            for (Constraint c : spec.constraints()) {
                boolean meant = wish.numbers().isEmpty() ? formed(c) : numbers(c);
                if (meant && !heard.spec().constraints().contains(c)) {
                    return List.of(new Edit.AddConstraint(c));
                }
            }
            if (spec.count() != heard.spec().count() && said((double) spec.count())) {
                return List.of(new Edit.SetCount(spec.count()));
            }
        }
        return List.of();
    }

    /** What is asked once in a specification, as it was before. */
    private Optional<List<Edit>> one(Function<CohortSpec, List<Edit>> of) {
        List<Edit> now = of.apply(heard.spec());
        return find(v -> {
                    List<Edit> then = of.apply(v.spec());
                    boolean asked = !v.spec().equals(CohortSpec.DEFAULT);
                    return asked && !then.isEmpty() && !then.equals(now) && fits(then);
                })
                .map(v -> of.apply(v.spec()));
    }

    private static List<Edit> count(CohortSpec spec) {
        return List.of(new Edit.SetCount(spec.count()));
    }

    private static List<Edit> timeline(CohortSpec spec) {
        return spec.beyond().timeline().stream()
                .filter(t -> t.years() > 0 || t.visitsPerYear() > 0)
                .map(t -> (Edit) new Edit.SetTimeline(t.years(), t.visitsPerYear()))
                .toList();
    }

    private static List<Edit> observations(CohortSpec spec) {
        return List.of(new Edit.SetObservations(spec.observations()));
    }

    /** Whether the numbers that were said are in what was asked. */
    private boolean fits(List<Edit> edits) {
        return edits.stream()
                .allMatch(
                        e -> {
                            if (e instanceof Edit.SetCount c) {
                                return wish.numbers().isEmpty() || said((double) c.count());
                            }
                            if (e instanceof Edit.SetTimeline t) {
                                return wish.numbers().isEmpty()
                                        || said(t.years())
                                        || said(t.visitsPerYear());
                            }
                            return wish.numbers().isEmpty()
                                    || (e instanceof Edit.AddConstraint a
                                            && numbers(a.constraint()))
                                    || (e instanceof Edit.AddOverwrite o && numbers(o.overwrite()));
                        });
    }

    private boolean said(double value) {
        return wish.numbers().contains(value);
    }

    private boolean numbers(Overwrite o) {
        return (o instanceof Overwrite.SetValue v && said(v.value()))
                || (o instanceof Overwrite.Missing m && said(m.percent()))
                || (o instanceof Overwrite.Outliers x && said(x.percent()));
    }

    /** Of limits an end may lie one step beyond the number: 8.1 is "above 8". */
    private boolean numbers(Constraint c) {
        if (c instanceof Constraint.Share s) {
            return said(s.percent());
        }
        if (c instanceof Constraint.Mean m) {
            return said(m.value());
        }
        if (!(c instanceof Constraint.Require r)) {
            return false;
        }
        if (r.criterion() instanceof Criterion.AgeBetween a) {
            return near(a.minYears(), 1) || near(a.maxYears(), 1);
        }
        if (r.criterion() instanceof Criterion.ObservationWithin o) {
            double step =
                    Measurands.bundled()
                            .find(o.observation())
                            .map(m -> Math.pow(10, -m.decimals()))
                            .orElse(1.0);
            return near(o.range().low(), step) || near(o.range().high(), step);
        }
        return false;
    }

    private boolean near(double end, double step) {
        return wish.numbers().stream().anyMatch(n -> Math.abs(n - end) <= step * 1.001);
    }

    private Optional<List<Edit>> about(String subject) {
        CohortSpec present = heard.spec();
        List<Edit> now = asked(present, subject);
        if (wish.kept() && (!now.isEmpty() || excluded(subject))) {
            return Optional.empty();
        }
        if (excluded(subject) || dropped(subject) || opposite(subject)) {
            return Optional.empty(); // to let in again is no wish of before
        }
        Optional<Version> old =
                find(
                        v -> {
                            List<Edit> then = asked(v.spec(), subject);
                            return !then.equals(now)
                                    && (wish.exact() || !then.isEmpty())
                                    && fits(then);
                        });
        if (old.isEmpty()) {
            return Optional.empty();
        }
        List<Edit> then = asked(old.get().spec(), subject);
        List<Edit> all = new ArrayList<>();
        if (!now.isEmpty() && (wish.form() == Form.ANY || then.isEmpty())) {
            all.add(new Edit.Forget(subject));
        }
        all.addAll(then);
        if (!wish.beside()) {
            replacement(subject).ifPresent(all::add);
        }
        return Optional.of(all);
    }

    /** "sertraline was better", where escitalopram came in its place: that goes again. */
    private Optional<Edit> replacement(String subject) {
        for (int i = heard.number(); i > 0; i--) {
            Version v = heard.versions().get(i);
            if (v.before().isEmpty()) {
                continue;
            }
            List<Constraint> old = heard.versions().get(v.before().getAsInt()).spec().constraints();
            List<Constraint> gone = new ArrayList<>(old);
            gone.removeAll(v.spec().constraints());
            List<Constraint> come = new ArrayList<>(v.spec().constraints());
            come.removeAll(old);
            boolean that =
                    gone.size() == 1 && Edit.Forget.about(gone.get(0)).subject().equals(subject);
            if (that) {
                boolean alike =
                        come.size() == 1
                                && drug(gone.get(0))
                                && drug(come.get(0))
                                && heard.spec().constraints().contains(come.get(0));
                return alike ? Optional.of(Edit.Forget.about(come.get(0))) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The drug that the last change gave up. */
    private Optional<String> drug() {
        if (heard.now().before().isEmpty()) {
            return Optional.empty();
        }
        List<Constraint> gone =
                new ArrayList<>(
                        heard.versions().get(heard.now().before().getAsInt()).spec().constraints());
        gone.removeAll(heard.spec().constraints());
        gone.removeIf(c -> !drug(c));
        return gone.size() == 1
                ? Optional.of(Edit.Forget.about(gone.get(0)).subject())
                : Optional.empty();
    }

    private static boolean drug(Constraint c) {
        return (c instanceof Constraint.Require r
                        && r.criterion() instanceof Criterion.TakesMedication)
                || (c instanceof Constraint.Share h
                        && h.criterion() instanceof Criterion.TakesMedication);
    }

    /** The last state of which it is true, or the first one. */
    private Optional<Version> find(Predicate<Version> is) {
        Optional<Version> found = Optional.empty();
        for (int i = heard.number() - 1; i >= 0; i--) {
            Version v = heard.versions().get(i);
            if (is.test(v)) {
                found = Optional.of(v);
                if (!wish.first()) {
                    return found;
                }
            }
        }
        return found;
    }

    /** Nobody has it now, and no exclusion was spoken of. */
    private boolean excluded(String subject) {
        return wish.form() != Form.EXCLUSION
                && !wish.exact()
                && heard.spec().constraints().stream()
                        .anyMatch(c -> Edit.Forget.about(c).subject().equals(subject) && not(c));
    }

    /** A column that is left out comes back as a column. */
    private boolean dropped(String subject) {
        return wish.form() == Form.ANY && heard.spec().observations().dropped().contains(subject);
    }

    /** "bring the men back" where all are women is of both, unless all were men before. */
    private boolean opposite(String subject) {
        boolean before =
                heard.versions().stream()
                        .flatMap(v -> v.spec().constraints().stream())
                        .anyMatch(
                                c ->
                                        c instanceof Constraint.Require r
                                                && r.criterion() instanceof Criterion.CategoryIn x
                                                && wish.category().filter(x::equals).isPresent());
        return !before
                && wish.category().filter(x -> x.variable().equals(subject)).isPresent()
                && heard.spec().constraints().stream()
                        .anyMatch(
                                c ->
                                        c instanceof Constraint.Require r
                                                && r.criterion() instanceof Criterion.CategoryIn x
                                                && x.variable().equals(subject)
                                                && !meets(c));
    }

    /** What a state asks about the subject, of the kind that is spoken of. */
    private List<Edit> asked(CohortSpec spec, String subject) {
        List<Edit> all = new ArrayList<>();
        for (Constraint c : spec.constraints()) {
            if (Edit.Forget.about(c).subject().equals(subject) && formed(c) && meets(c)) {
                all.add(new Edit.AddConstraint(c));
            }
        }
        for (Overwrite o : spec.beyond().overwrites()) {
            if (wish.form() == Form.ANY && o.observation().equals(subject)) {
                all.add(new Edit.AddOverwrite(o));
            }
        }
        boolean main = spec.condition().filter(subject::equals).isPresent();
        boolean other = !heard.spec().condition().equals(spec.condition());
        if (main && other && wish.form() == Form.ANY) {
            all.add(new Edit.SetCondition(subject));
        }
        return all;
    }

    private boolean formed(Constraint c) {
        return switch (wish.form()) {
            case LIMIT -> c instanceof Constraint.Require && !not(c);
            case TARGET ->
                    c instanceof Constraint.Mean
                            || c instanceof Constraint.Shift
                            || c instanceof Constraint.Share;
            case SHARE -> c instanceof Constraint.Share;
            case EXCLUSION -> not(c);
            case ANY -> true;
        };
    }

    /** Of a category the constraint must be of the people named; who was kept out is not meant. */
    private boolean meets(Constraint c) {
        if (wish.exact() || wish.form() == Form.EXCLUSION) {
            return true;
        }
        Optional<Criterion> of =
                c instanceof Constraint.Require r
                        ? Optional.of(r.criterion())
                        : c instanceof Constraint.Share h
                                ? Optional.of(h.criterion())
                                : Optional.empty();
        if (of.isEmpty() || !(of.get() instanceof Criterion.CategoryIn in)) {
            return !not(c);
        }
        return wish.category()
                .filter(x -> x.variable().equals(in.variable()))
                .map(x -> x.levels().stream().anyMatch(in.levels()::contains))
                .orElse(true);
    }

    private static boolean not(Constraint c) {
        return (c instanceof Constraint.Require r && r.criterion() instanceof Criterion.Not)
                || (c instanceof Constraint.Share h && h.criterion() instanceof Criterion.Not);
    }
}
