package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/** "valproate not in women": of each patient one of the two must not be. */
final class NotInSome {
    private NotInSome() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        List<CategoryWords.Place> who = CategoryWords.places(s);
        for (Sentence.Named n : s.named()) {
            boolean drug = n.is(Concept.Kind.INGREDIENT) || n.is(Concept.Kind.DRUG_CLASS);
            boolean said =
                    drug
                            && s.like(n.to(), "not|never")
                            && s.like(n.to() + 1, "in|for|to|among")
                            && s.free(n.from(), n.to() + 2);
            int at = s.like(n.to() + 2, "the|any") ? n.to() + 3 : n.to() + 2;
            for (CategoryWords.Place p : said ? who : List.<CategoryWords.Place>of()) {
                if (p.from() == at && s.like(p.to(), "|[,;.!]|and|please")) {
                    var not =
                            new Criterion.AtLeast(
                                    1,
                                    List.of(
                                            new Criterion.Not(p.asked()),
                                            new Criterion.Not(
                                                    new Criterion.TakesMedication(
                                                            n.concept().id()))));
                    draft.edit(
                            new Edit.AddConstraint(new Constraint.Require(not)), n.from(), p.to());
                    return;
                }
            }
        }
    }
}
