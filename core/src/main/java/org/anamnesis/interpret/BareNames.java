package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Names of observations that stand bare are asked for as the only columns, unless words around them
 * say something else that nobody read: "LVEF should hover around 32" asks for no columns.
 */
final class BareNames {
    /** Words of wanting and showing that a list of columns may come with. */
    private static final Set<String> WANTING =
            new HashSet<>(
                    Arrays.asList(
                            ("love wish interested care focus concentrate restrict limit stick keep show"
                                            + " display report list nothing else measured measure measuring"
                                            + " recorded record output print write written columns fields return"
                                            + " see look looking observe observed care matter matters concerned"
                                            + " enough suffice suffices sufficient everything purely solely"
                                            + " exclusively simply merely please fine ok okay great good nice"
                                            + " perfect really actually maybe perhaps probably basically quick"
                                            + " quickly trim reduce cut down narrow bare minimum oh ah well hmm um"
                                            + " uh yes yeah right sure namely ie eg etc respectively baseline serum"
                                            + " plasma blood urine fasting total direct standard usual regular"
                                            + " common routine panel profile name names named status concentration concentrations result results reading readings")
                                    .split(" ")));

    private static final Set<String> DENYING =
            new HashSet<>(
                    Arrays.asList(
                            ("not never no dont neither nor ban banned barred avoid avoided"
                                            + " avoids refuse refused refuses refusing decline declined forbid"
                                            + " forbidden prohibited prohibit exclude excluded exclusion unwanted"
                                            + " undesired undesirable taboo stop stopped quit discontinue"
                                            + " discontinued contraindicated contraindication intolerant"
                                            + " intolerance allergic allergy unsuitable unfit ineligible forgo"
                                            + " bother kick harmful dangerous unacceptable disqualified"
                                            + " disqualifies rejected reject"
                                            + " withdrawn spared abstain abstinent")
                                    .split(" ")));

    /** Of shares that are there these ask for other ones, not for everyone. */
    private static final Set<String> RELATIVE =
            new HashSet<>(
                    Arrays.asList(
                            ("double halve triple twice half higher lower more less fewer points"
                                            + " increase raise decrease reduce rise fall")
                                    .split(" ")));

    /** With these something is said of a name. */
    private static final String SAYING =
            "is|are|was|were|be|been|should|must|shall|can|could|may|might|will|would|and|or|all|too|both|each"
                    + "|stays?|remains?|hovers?|keeps?|goes|looks?|gets?|makes?|lets?|needs?|takes?|sits?|of|in|at|to|for";

    /** Where an observation is named. */
    record Place(int from, int to) {}

    private final Draft draft;
    private final Sentence s;

    private BareNames(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    /** When all other topics have read their words: takes back what rests on names alone. */
    static void check(Draft draft) {
        BareNames names = new BareNames(draft);
        List<Place> bare = draft.bare();
        if (!names.s.foreign() && !names.only() && bare.stream().anyMatch(names::doubtful)) {
            draft.withdraw(e -> e instanceof Edit.SetObservations);
            draft.unassume(ObservationWords.ONLY_NAMED);
            bare.forEach(p -> draft.unread(p.from(), p.to()));
        }
    }

    /**
     * What is asked of everyone by a name alone, while an unread word in its clause denies
     * something: "digoxin is a no-no" must not put everyone on it.
     */
    static void denied(Draft draft, boolean later) {
        if (!draft.sentence.foreign()) {
            new BareNames(draft).denied(later);
        }
    }

    private void denied(boolean later) {
        for (Place p : draft.places(BareNames::had)) {
            int from = start(p.from());
            int to = stop(p.to());
            for (int i = from; i < to; i++) {
                boolean relative = later && RELATIVE.contains(s.word(i));
                if (s.free(i) && (relative || DENYING.contains(s.word(i)))) {
                    draft.withdraw(BareNames::had);
                    draft.unread(p.from(), p.to());
                    return;
                }
            }
        }
    }

    /** Everyone has a condition, takes a drug or is of a category. */
    private static boolean had(Edit edit) {
        return edit instanceof Edit.AddConstraint a
                && a.constraint() instanceof Constraint.Require r
                && (r.criterion() instanceof Criterion.HasCondition
                        || r.criterion() instanceof Criterion.TakesMedication
                        || r.criterion() instanceof Criterion.CategoryIn);
    }

    /** Whether it is said that they are the only ones. */
    private boolean only() {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "only|nothing|solely|exclusively|just|observations|columns|variables")) {
                return true;
            }
        }
        return false;
    }

    /** Whether words in the clause of a name mean something that nobody read. */
    private boolean doubtful(Place name) {
        int to = stop(name.to());
        boolean wanted = false; // "include vitamin D status"
        for (int i = start(name.from()); i < name.from(); i++) {
            wanted |= s.like(i, "include|including|includes|add|adding|plus|also");
        }
        for (int i = start(name.from()); i < to; i++) {
            Token t = s.at(i);
            boolean open = !wanted || i < name.from() || DENYING.contains(t.text());
            boolean said =
                    t.number()
                            || t.kind() == Token.Kind.FRACTION
                            || (open
                                    && t.kind() == Token.Kind.WORD
                                    && t.text().length() > 1
                                    && !Words.FILLER.contains(t.text())
                                    && !Words.PERSONS.contains(t.text())
                                    && !WANTING.contains(t.text()));
            if (said && s.free(i) && !oneMore(i, name)) {
                return true;
            }
        }
        return false;
    }

    /** "lactate and SOFA": one more name of the list, which nobody knows. */
    private boolean oneMore(int i, Place name) {
        int from = i;
        while (stray(from - 1)) {
            from--;
        }
        int to = i;
        while (stray(to)) {
            to++;
        }
        boolean link = s.like(from - 1, "and|or|&|plus");
        boolean ends = to == s.size() || end(to) || s.like(to, "and|or|&");
        return from < to && to - from <= 2 && link && ends && name.to() <= from - 1;
    }

    /** Whether it may be part of a name that nobody knows. */
    private boolean stray(int i) {
        return i >= 0
                && i < s.size()
                && s.free(i)
                && s.at(i).kind() == Token.Kind.WORD
                && !Words.FILLER.contains(s.word(i))
                && !DENYING.contains(s.word(i))
                && !RELATIVE.contains(s.word(i))
                && !s.like(i, SAYING);
    }

    /** Beginning of the clause. */
    private int start(int from) {
        int at = from;
        while (at > 0 && !end(at - 1)) {
            at--;
        }
        return at;
    }

    private int stop(int to) {
        int at = to;
        while (at < s.size() && !end(at)) {
            at++;
        }
        return at;
    }

    private boolean end(int i) {
        return s.like(i, "[,.;:!?()]|but|while|whereas");
    }
}
