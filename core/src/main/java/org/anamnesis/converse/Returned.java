package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.anamnesis.interpret.ReturnWords;
import org.anamnesis.interpret.ReturnWords.Form;
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
        List<Edit> all = new ArrayList<>();
        for (String subject : wish.subjects()) {
            Optional<List<Edit>> one = subject.equals(ReturnWords.COUNT) ? count() : about(subject);
            if (one.isEmpty()) {
                return List.of();
            }
            all.addAll(one.get());
        }
        return all;
    }

    private Optional<List<Edit>> count() {
        long now = heard.spec().count();
        return find(v -> !v.spec().equals(CohortSpec.DEFAULT) && v.spec().count() != now)
                .map(v -> List.of(new Edit.SetCount(v.spec().count())));
    }

    private Optional<List<Edit>> about(String subject) {
        CohortSpec present = heard.spec();
        List<Edit> now = asked(present, subject);
        if (excluded(subject) || dropped(subject) || opposite(subject)) {
            return Optional.empty(); // to let in again is no wish of before
        }
        Optional<Version> old =
                find(
                        v -> {
                            List<Edit> then = asked(v.spec(), subject);
                            return !then.equals(now) && (wish.exact() || !then.isEmpty());
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
        return Optional.of(all);
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

    /** "bring the men back" where all are women is of both. */
    private boolean opposite(String subject) {
        return wish.category().filter(x -> x.variable().equals(subject)).isPresent()
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
