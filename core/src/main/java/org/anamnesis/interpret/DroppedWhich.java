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
 * "drop the A1c" of patients whose HbA1c is above 8: what is asked of it, or its column? The two
 * make different cohorts, so it is asked.
 */
final class DroppedWhich {
    private static final String COLUMN =
            "columns?|observations?|measurements?|labs?|list|table|file|files|output|panel|variables?|values?|results?|names?|out|off|without|no|omit|skip|leave|hide|show|need|report";

    private DroppedWhich() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        Optional<String> dropped = dropped(draft, current);
        List<Constraint> asked =
                dropped.map(id -> current.constraints().stream().filter(c -> of(c, id)).toList())
                        .orElse(List.of());
        if (asked.isEmpty() || columns(s)) {
            return;
        }
        String name = Catalogue.bundled().find(dropped.get()).map(Concept::name).orElseThrow();
        Edit column = draft.edits().get(0).edit();
        List<Edit> wishes = new ArrayList<>();
        asked.forEach(c -> wishes.add(Edit.Forget.about(c)));
        draft.withdraw(column::equals);
        wishes.stream().distinct().forEach(e -> draft.edit(e, 0, s.size()));
        draft.clarify(
                new Clarification(
                        s.text().strip(),
                        "Drop what is asked of %s, or its column?".formatted(name),
                        List.of(
                                new Clarification.Choice(
                                        "what is asked of it, such as a limit",
                                        wishes.stream().distinct().toList(),
                                        "What was asked of %s is dropped; its column stays."
                                                .formatted(name)),
                                new Clarification.Choice("the column", List.of(column), ""))));
    }

    /** The one observation whose column the message leaves out, and nothing else. */
    private static Optional<String> dropped(Draft draft, CohortSpec current) {
        List<Reading.Quoted> edits = draft.edits();
        if (edits.size() != 1
                || !draft.problems().isEmpty()
                || !(edits.get(0).edit() instanceof Edit.SetObservations o)) {
            return Optional.empty();
        }
        List<String> gone = new ArrayList<>(o.observations().dropped());
        gone.removeAll(current.observations().dropped());
        boolean more =
                o.observations().count() != current.observations().count()
                        || !o.observations().named().equals(current.observations().named());
        return more || gone.size() != 1 ? Optional.empty() : Optional.of(gone.get(0));
    }

    private static boolean of(Constraint c, String id) {
        boolean limit =
                Last.criterion(c)
                        .filter(
                                x ->
                                        x instanceof Criterion.ObservationWithin o
                                                && o.observation().equals(id))
                        .isPresent();
        boolean mean = c instanceof Constraint.Mean m && m.observation().equals(id);
        boolean moved = c instanceof Constraint.Shift m && m.observation().equals(id);
        return limit || mean || moved;
    }

    private static boolean columns(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, COLUMN)) {
                return true;
            }
        }
        return false;
    }
}
