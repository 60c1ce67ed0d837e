package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Constraint.Require;
import org.anamnesis.spec.Constraint.Share;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * A criterion that was read in its usual way and has other readings. What is asked of it (everyone,
 * a share) is known only at the end; then the edits that rest on it become choices.
 *
 * @param quote the user's words
 * @param question in a sentence
 * @param readings at least two, the usual one first
 */
record Ambiguity(String quote, String question, List<Way> readings) {
    /** One reading, how the user sees it, and the sentence when it is taken without asking. */
    record Way(String label, Criterion criterion, String assumption) {}

    /** The question with its choices; empty if no edit rests on the usual reading. */
    Optional<Clarification> clarified(List<Reading.Quoted> edits) {
        Criterion usual = readings.get(0).criterion();
        List<Edit> resting =
                edits.stream()
                        .map(Reading.Quoted::edit)
                        .filter(e -> with(e, usual, usual).isPresent())
                        .toList();
        if (resting.isEmpty()) {
            return Optional.empty();
        }
        List<Clarification.Choice> choices = new ArrayList<>();
        for (Way way : readings) {
            List<Edit> changed =
                    resting.stream()
                            .map(e -> with(e, usual, way.criterion()).orElseThrow())
                            .toList();
            choices.add(new Clarification.Choice(way.label(), changed, way.assumption()));
        }
        return Optional.of(new Clarification(quote, question, choices));
    }

    /** The edit with another criterion in the place of the usual one; empty if it has not that. */
    private static Optional<Edit> with(Edit edit, Criterion usual, Criterion other) {
        if (edit instanceof Edit.SetCondition c
                && usual instanceof Criterion.HasCondition h
                && other instanceof Criterion.HasCondition o
                && h.condition().equals(c.condition())) {
            return Optional.of(new Edit.SetCondition(o.condition()));
        }
        if (edit instanceof Edit.AddConstraint a) {
            return with(a.constraint(), usual, other).map(Edit.AddConstraint::new);
        }
        return Optional.empty();
    }

    private static Optional<Constraint> with(Constraint c, Criterion usual, Criterion other) {
        if (c instanceof Constraint.Mean m
                && usual instanceof Criterion.ObservationWithin u
                && other instanceof Criterion.ObservationWithin o
                && m.observation().equals(u.observation())) {
            return Optional.of(new Constraint.Mean(o.observation(), m.value()));
        }
        if (c instanceof Require r) {
            return within(r.criterion(), usual, other).map(Require::new);
        }
        return c instanceof Share s
                ? within(s.criterion(), usual, other).map(x -> new Share(x, s.percent()))
                : Optional.empty();
    }

    /** The other one in its place, alone or among those that are asked together. */
    private static Optional<Criterion> within(Criterion c, Criterion usual, Criterion other) {
        if (c instanceof Criterion.AtLeast all
                && all.count() == all.of().size()
                && all.of().contains(usual)) {
            List<Criterion> of = new ArrayList<>(all.of());
            of.replaceAll(x -> x.equals(usual) ? other : x);
            return Optional.of(Criterion.AtLeast.all(of));
        }
        return c.equals(usual) ? Optional.of(other) : Optional.empty();
    }
}
