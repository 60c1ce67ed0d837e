package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * What the words of one group ask of it.
 *
 * @param words in English
 * @param constraints of the group
 * @param others what else the words ask, of the whole cohort
 * @param problems what is wrong with them
 * @param unread words that were not used
 */
record GroupPart(
        String words,
        List<Constraint> constraints,
        List<Edit> others,
        List<Problem> problems,
        List<String> unread) {
    private static final String WITHOUT =
            "(?:is |are |who (?:do |are )?)?(?:without|not|none|no|untreated|unexposed|placebo|placebo only|nothing|no treatment|neither|neither of them|none of them"
                    + "|usual care|standard care|standard of care|standard treatment|dont|do not|no such drug)"
                    + "(?: (?:it|any|one|them|that|the drug|the disease|only|alone))*";

    static GroupPart of(String words, Vocabulary vocabulary, CohortSpec current) {
        if (words.isBlank()) {
            return new GroupPart("", List.of(), List.of(), List.of(), List.of());
        }
        Draft draft = RuleReader.part(words, vocabulary, current);
        List<Constraint> asked = new ArrayList<>();
        List<Edit> others = new ArrayList<>();
        for (Reading.Quoted q : draft.edits()) {
            if (q.edit() instanceof Edit.AddConstraint a) {
                asked.add(a.constraint());
            } else if (q.edit() instanceof Edit.SetCondition c) {
                asked.add(
                        new Constraint.Require(
                                new Criterion.HasCondition(c.condition(), Optional.empty())));
            } else if (q.edit() instanceof Edit.MoveMean m) {
                asked.add(new Constraint.Shift(m.observation(), m.factor(), m.plus()));
            } else {
                others.add(q.edit());
            }
        }
        List<String> unread = new ArrayList<>(draft.unread());
        unread.addAll(Leftovers.of(draft.sentence));
        return new GroupPart(words, asked, others, draft.problems(), unread);
    }

    /** Says only that what another group has is not there: "without", "placebo". */
    boolean onlyNot() {
        return words.strip().toLowerCase(Locale.ROOT).matches(WITHOUT);
    }

    /** Has none of what any other group has: "placebo", "neither". */
    boolean none() {
        return onlyNot() && !words.strip().matches("(?i).*(?:without|not|dont).*");
    }

    /** Only a number: "7.5", "at 7.5 %". */
    boolean onlyNumber() {
        return words.strip()
                .matches("(?:at |of |mean |about )*[0-9]+(?:\\.[0-9]+)?(?: ?[%\\p{L}/]+)?");
    }

    /** These words with the number of the others in place of theirs. */
    String withNumberOf(GroupPart other) {
        String number = other.words.replaceFirst("^\\D*([0-9]+(?:\\.[0-9]+)?).*$", "$1");
        int at = -1;
        var numbers = java.util.regex.Pattern.compile("[0-9]+(?:\\.[0-9]+)?\\b").matcher(words);
        int end = -1;
        while (numbers.find()) { // the last one: "HbA1c" has digits, too
            at = numbers.start();
            end = numbers.end();
        }
        return at < 0 ? words : words.substring(0, at) + number + words.substring(end);
    }

    GroupPart with(List<Constraint> changed) {
        return new GroupPart(words, changed, others, problems, List.of());
    }

    /** None of what all patients of this group have; empty if that is more than one thing. */
    List<Constraint> opposite() {
        List<Constraint> required =
                constraints.stream().filter(c -> c instanceof Constraint.Require).toList();
        if (required.size() != 1) {
            return List.of();
        }
        Criterion c = ((Constraint.Require) required.get(0)).criterion();
        return List.of(
                new Constraint.Require(
                        c instanceof Criterion.Not n ? n.inner() : new Criterion.Not(c)));
    }

    /** A name from what its patients have; empty if nothing of that kind is asked. */
    static String name(List<Constraint> constraints) {
        List<String> parts = new ArrayList<>();
        for (Constraint c : constraints) {
            if (c instanceof Constraint.Require r) {
                parts.add(name(r.criterion()));
            }
        }
        String all = String.join(" and ", parts);
        return all.length() > 50 ? "" : all;
    }

    private static String name(Criterion c) {
        if (c instanceof Criterion.Not n) {
            return "no " + name(n.inner());
        }
        if (c instanceof Criterion.CategoryIn k) {
            String levels = String.join(" or ", k.levels());
            return k.variable().equals("smoking") ? levels + " smokers" : levels;
        }
        if (c instanceof Criterion.AgeBetween a) {
            return a.maxYears() >= 120
                    ? a.minYears() + " and older"
                    : a.minYears() == 0
                            ? "up to " + a.maxYears()
                            : a.minYears() + " to " + a.maxYears();
        }
        if (c instanceof Criterion.HasCondition h) {
            return concept(h.condition()) + h.stage().map(s -> " stage " + s).orElse("");
        }
        if (c instanceof Criterion.TakesMedication t) {
            return concept(t.medication());
        }
        if (c instanceof Criterion.AtLeast a) {
            List<String> of = a.of().stream().map(GroupPart::name).toList();
            String list = String.join(a.count() == 1 ? " or " : ", ", of);
            return a.count() == 1 ? list : "at least " + a.count() + " of " + list;
        }
        Criterion.ObservationWithin o = (Criterion.ObservationWithin) c;
        String name = concept(o.observation());
        return Double.isInfinite(o.range().low())
                ? name + " up to " + number(o.range().high())
                : Double.isInfinite(o.range().high())
                        ? name + " from " + number(o.range().low())
                        : name + " " + number(o.range().low()) + " to " + number(o.range().high());
    }

    private static String concept(String id) {
        String name = Catalogue.bundled().find(id).map(Concept::name).orElse(id);
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return word ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
    }

    private static String number(double v) {
        return v == Math.rint(v) ? String.valueOf((long) v) : String.valueOf(v);
    }
}
