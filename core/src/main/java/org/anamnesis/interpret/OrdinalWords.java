package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Wishes by their place in the order in which they were asked: "remove the second", "drop the
 * former", "drop both", "swap the two percentages".
 */
final class OrdinalWords {
    private static final String NOUN =
            "one|ones|condition|criterion|limit|filter|restriction|requirement|share|drug|target|"
                    + "medication|wish|constraint|of|them|those|these|again|please|too|altogether|[.!]";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private OrdinalWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        OrdinalWords words = new OrdinalWords(draft, current);
        words.swapped();
        for (int i = 0; i < words.s.size(); i++) {
            boolean verb =
                    RemovalWords.VERBS.contains(words.s.word(i)) && !words.s.word(i).equals("no");
            if (verb && words.s.free(i)) {
                words.removed(i);
                return;
            }
        }
    }

    private void removed(int verb) {
        int at = s.word(verb + 1).equals("the") ? verb + 2 : verb + 1;
        boolean both = s.word(at).equals("both");
        List<Constraint> all = both ? current.constraints() : among(s.word(at + 1));
        int k =
                switch (s.word(at)) {
                    case "first", "1st", "former" -> 0;
                    case "second", "2nd" -> 1;
                    case "third", "3rd" -> 2;
                    case "latter" -> all.size() - 1;
                    default -> -1;
                };
        int to = at + 1;
        while (to < s.size() && (s.like(to, NOUN) || one(to))) {
            to++;
        }
        if (to < s.size() || !s.free(verb, to)) {
            return;
        }
        if (both && all.size() >= 2) {
            forget(all.get(all.size() - 1), verb, to);
            forget(all.get(all.size() - 2), verb, to);
        } else if (k >= 0 && k < all.size()) {
            forget(all.get(k), verb, to);
        }
    }

    private boolean one(int i) {
        return s.english(i, i + 1).equalsIgnoreCase("one");
    }

    /** What the word after "the second" can mean; without one, of many wishes only shares. */
    private List<Constraint> among(String noun) {
        List<Constraint> shares = new ArrayList<>();
        List<Constraint> drugs = new ArrayList<>();
        for (Constraint c : current.constraints()) {
            if (c instanceof Constraint.Share) {
                shares.add(c);
            }
            if (Last.criterion(c).filter(x -> x instanceof Criterion.TakesMedication).isPresent()) {
                drugs.add(c);
            }
        }
        return switch (noun) {
            case "share" -> shares;
            case "drug", "medication" -> drugs;
            case "condition", "criterion", "limit", "filter", "restriction", "requirement" ->
                    current.constraints();
            default ->
                    current.constraints().size() > 2 && shares.size() == 2
                            ? shares
                            : current.constraints();
        };
    }

    /** What else is asked of the same subject stays: of two races one. */
    private void forget(Constraint gone, int from, int to) {
        draft.edit(Edit.Forget.about(gone), from, to);
        for (Constraint c : current.constraints()) {
            if (!c.equals(gone) && Last.subject(c).equals(Last.subject(gone))) {
                draft.edit(new Edit.AddConstraint(c), from, to);
            }
        }
    }

    /** "swap the two percentages", "the other way round", of two shares. */
    private void swapped() {
        List<Constraint.Share> shares =
                current.constraints().stream()
                        .filter(c -> c instanceof Constraint.Share)
                        .map(c -> (Constraint.Share) c)
                        .toList();
        boolean verb = s.like(0, "swap|switch|exchange|flip|reverse|interchange");
        int at = 1;
        while (s.like(at, "the|these|those|both|two|round|around") || s.at(at).number()) {
            at++;
        }
        boolean what = s.like(at, "percentages|shares|proportions|numbers|figures");
        boolean way = s.after(0, "the other way round") > 0 || s.after(0, "other way round") > 0;
        way |= s.after(0, "the other way around") > 0 || s.after(0, "other way around") > 0;
        int to = way ? s.size() : at + 1;
        boolean ends =
                way ? s.size() <= 6 : to >= s.size() || s.like(to, "[.!]|please|around|round");
        if (!((verb && what) || way) || !ends || shares.size() != 2) {
            return;
        }
        Constraint.Share a = shares.get(0);
        Constraint.Share b = shares.get(1);
        draft.edit(new Edit.AddConstraint(new Constraint.Share(a.criterion(), b.percent())), 0, 1);
        draft.edit(
                new Edit.AddConstraint(new Constraint.Share(b.criterion(), a.percent())),
                1,
                s.size());
    }
}
