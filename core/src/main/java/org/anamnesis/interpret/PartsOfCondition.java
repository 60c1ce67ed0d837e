package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Own;

/**
 * "pregnant women, 15 % with GDM": where the catalogue knows both as one condition, a share of one
 * of them is a number of the user's own.
 */
final class PartsOfCondition {
    private PartsOfCondition() {}

    /** The items without such shares, which become edits. */
    static List<Asked.Item> taken(Draft draft, List<Asked.Item> items, CohortSpec current) {
        List<Asked.Item> rest = new ArrayList<>();
        for (Asked.Item item : items) {
            Optional<String> whole = whole(item, items, current);
            boolean part =
                    whole.isPresent()
                            && item.percent().isPresent()
                            && !item.not()
                            && item.percent().getAsDouble() >= 0
                            && item.percent().getAsDouble() <= 100;
            if (!part) {
                rest.add(item);
                continue;
            }
            String words = draft.sentence.quote(item.found().from(), item.found().to());
            double percent = item.percent().getAsDouble();
            draft.assume(
                    "%s is known as one condition, so %s is stated by you, not evidence; it has no code and is independent of everything else."
                            .formatted(whole.get(), words));
            draft.edit(
                    new Edit.AddOwn(new Own.Flag(OwnNames.id(words), words, percent, true)),
                    item.from(),
                    item.to());
        }
        return rest;
    }

    /** The name of a condition of several, which all have already or which is asked beside. */
    private static Optional<String> whole(
            Asked.Item item, List<Asked.Item> items, CohortSpec current) {
        if (!(item.found().criterion() instanceof HasCondition h) || h.stage().isPresent()) {
            return Optional.empty();
        }
        boolean had =
                current.condition().filter(h.condition()::equals).isPresent()
                        || items.stream()
                                .anyMatch(
                                        i ->
                                                i.found().criterion().equals(h)
                                                        && i.percent().isEmpty()
                                                        && !i.not());
        return Catalogue.bundled()
                .find(h.condition())
                .map(c -> c.name())
                .filter(n -> had && n.contains(" and "));
    }
}
