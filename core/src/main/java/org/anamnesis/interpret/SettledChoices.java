package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Questions that a table settles by itself, because it has a column for one of the choices only:
 * "glucose" is fasting glucose where no other was measured.
 */
final class SettledChoices {
    private final List<Edit> instead = new ArrayList<>();
    private final List<Reading.Quoted> edits = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();
    private final List<Clarification> open = new ArrayList<>();

    /**
     * @param ids of the table's columns
     */
    SettledChoices(List<String> ids, List<Clarification> questions) {
        for (Clarification q : questions) {
            List<Clarification.Choice> there =
                    q.choices().stream().filter(c -> has(ids, c.edits())).toList();
            if (there.size() != 1) {
                open.add(q);
                continue;
            }
            instead.addAll(q.usual().edits());
            assumptions.add(q.usual().assumption());
            there.get(0).edits().forEach(e -> edits.add(new Reading.Quoted(e, q.quote())));
        }
    }

    private static boolean has(List<String> ids, List<Edit> edits) {
        List<Optional<String>> asked = edits.stream().map(SettledChoices::observation).toList();
        return !edits.isEmpty()
                && asked.stream().allMatch(id -> id.filter(ids::contains).isPresent());
    }

    private static Optional<String> observation(Edit edit) {
        if (edit instanceof Edit.SetCondition c) {
            return Optional.of(c.condition());
        }
        if (edit instanceof Edit.MoveMean m) {
            return Optional.of(m.observation());
        }
        if (!(edit instanceof Edit.AddConstraint a)) {
            return Optional.empty();
        }
        if (a.constraint() instanceof Constraint.Mean m) {
            return Optional.of(m.observation());
        }
        if (a.constraint() instanceof Constraint.Require r) {
            return within(r.criterion());
        }
        return a.constraint() instanceof Constraint.Share s
                ? within(s.criterion())
                : Optional.empty();
    }

    private static Optional<String> within(Criterion criterion) {
        if (criterion instanceof Criterion.HasCondition h) {
            return Optional.of(h.condition());
        }
        if (criterion instanceof Criterion.Not n) {
            return within(n.inner());
        }
        return criterion instanceof Criterion.ObservationWithin o
                ? Optional.of(o.observation())
                : Optional.empty();
    }

    /** Edits of the usual readings, which are not the table's. */
    List<Edit> instead() {
        return instead;
    }

    /** Edits of the readings that the table has a column for. */
    List<Reading.Quoted> edits() {
        return edits;
    }

    /** What was said of the usual readings. */
    List<String> assumptions() {
        return assumptions;
    }

    /** Questions that stay. */
    List<Clarification> open() {
        return open;
    }
}
