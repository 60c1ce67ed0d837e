package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "what about heart failure?" of a cohort that is there: something is named, but not what shall be
 * done with it, which is asked.
 */
final class Broached {
    private static final String BESIDE =
            "the|a|an|with|patients?|people|those|adding|having|also|too|then|instead|as|well|on|having|[?.,!]|and|but|ok|so|now|please|hmm|oh";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private Broached(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        int at = 0;
        while (s.like(at, "and|but|ok|so|now|hmm|oh|,")) {
            at++;
        }
        int behind = Math.max(s.after(at, "what about"), s.after(at, "how about"));
        if (behind > 0) {
            new Broached(draft, current).named(at, behind);
        }
    }

    private void named(int from, int behind) {
        List<Sentence.Named> all = s.named().stream().filter(n -> n.from() >= behind).toList();
        if (all.size() != 1 || !onlyThis(behind, all.get(0))) {
            return;
        }
        Sentence.Named n = all.get(0);
        if (s.after(n.to(), ", in or out") > 0 && !n.is(Concept.Kind.OBSERVATION)) {
            leftOut(from, n);
        } else if (n.is(Concept.Kind.CONDITION)) {
            condition(from, n.concept());
        } else if (!n.is(Concept.Kind.OBSERVATION)) {
            drug(from, n.concept());
        }
    }

    /** Nothing else is said, and not "also" or "instead", which say what is wanted. */
    private boolean onlyThis(int behind, Sentence.Named n) {
        for (int i = behind; i < s.size(); i++) {
            boolean inside = i >= n.from() && i < n.to();
            if (s.after(i, ", in or out") > 0) {
                return s.like(i + 4, "|[?.!]");
            }
            if (!inside && (!s.like(i, BESIDE) || s.like(i, "also|too|instead|adding|well"))) {
                return false;
            }
        }
        return true;
    }

    private void condition(int from, Concept c) {
        Optional<Concept> main = current.condition().flatMap(id -> Catalogue.bundled().find(id));
        boolean asked = Last.asked(current, c.id());
        if (main.isEmpty() || asked || main.get().id().equals(c.id())) {
            return;
        }
        var has = new Criterion.HasCondition(c.id(), Optional.empty());
        List<Clarification.Choice> choices = new ArrayList<>();
        choices.add(
                choice(
                        c.name() + " instead of " + main.get().name(),
                        new Edit.SetCondition(c.id()),
                        "\"What about\" is taken as the other condition instead."));
        choices.add(
                choice(
                        c.name() + " as well, in everybody",
                        new Edit.AddConstraint(new Constraint.Require(has)),
                        ""));
        choices.add(
                choice(
                        "nobody with " + c.name(),
                        new Edit.AddConstraint(new Constraint.Require(new Criterion.Not(has))),
                        ""));
        ask(from, choices);
    }

    /** "what about hypertension, in or out?" */
    private void leftOut(int from, Sentence.Named n) {
        Concept c = n.concept();
        boolean condition = n.is(Concept.Kind.CONDITION);
        Criterion of =
                condition
                        ? new Criterion.HasCondition(c.id(), Optional.empty())
                        : new Criterion.TakesMedication(c.id());
        ask(
                from,
                List.of(
                        choice(
                                (condition ? "exclude everyone with " : "exclude everyone on ")
                                        + c.name(),
                                new Edit.AddConstraint(
                                        new Constraint.Require(new Criterion.Not(of))),
                                "\"Out\" is taken as nobody with it."),
                        new Clarification.Choice("leave the cohort as it is", List.of(), "")));
    }

    private void drug(int from, Concept c) {
        var takes = new Criterion.TakesMedication(c.id());
        if (Last.asked(current, c.id())) {
            return;
        }
        List<Clarification.Choice> choices = new ArrayList<>();
        choices.add(
                choice(
                        "everybody on " + c.name(),
                        new Edit.AddConstraint(new Constraint.Require(takes)),
                        "\"What about\" is taken as everybody on it."));
        choices.add(
                choice(
                        "half of them on " + c.name(),
                        new Edit.AddConstraint(new Constraint.Share(takes, 50)),
                        ""));
        choices.add(
                choice(
                        "nobody on " + c.name(),
                        new Edit.AddConstraint(new Constraint.Require(new Criterion.Not(takes))),
                        ""));
        ask(from, choices);
    }

    private void ask(int from, List<Clarification.Choice> choices) {
        draft.edit(choices.get(0).edits().get(0), from, s.size());
        draft.clarify(
                new Clarification(s.quote(from, s.size()), "What shall be done with it?", choices));
    }

    private static Clarification.Choice choice(String label, Edit edit, String assumption) {
        return new Clarification.Choice(label, List.of(edit), assumption);
    }
}
