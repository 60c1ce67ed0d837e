package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Edit;

/** What was asked of each criterion as edits, and which condition is the main one. */
final class AskedEdits {
    private AskedEdits() {}

    /** Edits for all items but the main condition. */
    static void of(Draft draft, List<Asked.Item> items, boolean hasMain) {
        boolean open = !hasMain;
        Optional<Asked.Item> main = open ? main(draft.sentence, items) : Optional.empty();
        for (Asked.Item item : items) {
            if (item.unmet()) {
                draft.unread(item.from() - 1, item.found().to());
                continue;
            }
            if (main.isPresent() && main.get().equals(item)) {
                HasCondition c = (HasCondition) item.found().criterion();
                draft.edit(new Edit.SetCondition(c.condition()), item.from(), item.to());
                if (c.stage().isEmpty()) {
                    continue;
                }
            }
            if (general(item)
                    && main.isPresent()
                    && draft.sentence.word(item.from()).equals("healthy")) {
                draft.unread(item.from(), item.to()); // not so with a condition
            }
            boolean again = main.isPresent() && again(main.get(), item, draft.sentence);
            if (general(item) || covered(item, items) || again || nonsmokers(item, items)) {
                continue;
            }
            double percent = item.percent().orElse(0);
            if (percent < 0 || percent > 100) { // said as a number beside its percent
                draft.problem(
                        "request.share.range",
                        item.from(),
                        item.to(),
                        "A share lies between 0 and 100 %.",
                        "a share from 0 to 100 %");
                continue;
            }
            Constraint asked =
                    item.percent().isPresent()
                            ? new Constraint.Share(item.criterion(), item.percent().getAsDouble())
                            : new Constraint.Require(item.criterion());
            draft.edit(new Edit.AddConstraint(asked), item.from(), item.to(), false);
        }
    }

    /** The main condition named once more, or "no other dementia" beside it. */
    private static boolean again(Asked.Item main, Asked.Item item, Sentence s) {
        boolean same =
                item.found().criterion() instanceof HasCondition c
                        && c.stage().isEmpty()
                        && c.condition()
                                .equals(((HasCondition) main.found().criterion()).condition());
        boolean other = false;
        for (int i = item.from(); i < item.found().from(); i++) {
            other |= s.word(i).equals("other");
        }
        return same && item.percent().isEmpty() && (!item.not() || other);
    }

    /** "nonsmokers (no current smokers)": twice the same. */
    private static boolean nonsmokers(Asked.Item item, List<Asked.Item> items) {
        boolean non =
                item.found().criterion() instanceof Criterion.CategoryIn c
                        && c.variable().equals("smoking")
                        && c.levels().equals(List.of("never", "former"))
                        && item.percent().isEmpty()
                        && !item.not();
        var smokers = new Criterion.CategoryIn("smoking", List.of("current"));
        return non
                && items.stream().anyMatch(i -> i.not() && i.found().criterion().equals(smokers));
    }

    private static boolean general(Asked.Item item) {
        return item.found().criterion() instanceof HasCondition c
                && (c.condition().equals("general-population")
                        || c.condition().equals("healthy-adults"))
                && !item.not();
    }

    /** "adults aged 40 to 65": the word says no more than the numbers. */
    private static boolean covered(Asked.Item item, List<Asked.Item> items) {
        return item.found().criterion() instanceof Criterion.AgeBetween wide
                && item.percent().isEmpty()
                && !item.not()
                && items.stream()
                        .filter(o -> !o.equals(item) && o.percent().isEmpty() && !o.not())
                        .anyMatch(
                                o ->
                                        o.found().criterion() instanceof Criterion.AgeBetween narrow
                                                && !narrow.equals(wide)
                                                && narrow.minYears() >= wide.minYears()
                                                && narrow.maxYears() <= wide.maxYears());
    }

    private static Optional<Asked.Item> main(Sentence s, List<Asked.Item> items) {
        List<Asked.Item> able =
                items.stream()
                        .filter(i -> i.found().criterion() instanceof HasCondition)
                        .filter(i -> !i.not() && i.percent().isEmpty() && !i.unmet())
                        .toList();
        Set<String> adjectives =
                Set.of("obese", "overweight", "hypertensive", "depressed", "pregnant", "healthy");
        // "hypertensive people, each with CKD": the people are named by it
        boolean people =
                able.size() > 1
                        && s.word(able.get(0).found().to() - 1).equals("hypertensive")
                        && Words.PERSONS.contains(s.word(able.get(0).found().to()));
        if (people) {
            return Optional.of(able.get(0));
        }
        return able.stream()
                .filter(i -> !general(i) && !adjectives.contains(s.word(i.found().to() - 1)))
                .findFirst()
                .or(() -> able.stream().filter(i -> !general(i)).findFirst())
                .or(() -> able.stream().findFirst());
    }
}
