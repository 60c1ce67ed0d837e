package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Own;

/** Own variables that are named again: "drop serum copper", "5 % missing serum copper". */
final class OwnDropWords {
    private static final Set<String> DROP =
            Set.of(
                    "drop", "remove", "without", "no", "delete", "forget", "omit", "exclude",
                    "skip", "discard", "lose", "scrap", "cancel", "ditch", "erase", "bin", "axe");

    private OwnDropWords() {}

    static void find(Draft draft, CohortSpec current) {
        that(draft, current);
        blank(draft, current);
        for (Own own : current.beyond().own()) {
            List<String> words =
                    Arrays.stream(own.name().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                            .filter(w -> !w.isEmpty())
                            .toList();
            byLastWord(draft, own, words, current);
            for (int i = 0; i < draft.sentence.size(); i++) {
                int to = draft.sentence.after(i, String.join(" ", words));
                if (to > 0 && draft.sentence.free(i, to)) {
                    named(draft, own, i, to);
                }
            }
        }
    }

    /** "and let it be blank for 6 %", of a variable of one's own where nothing else has gaps. */
    private static void blank(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        List<Own> all = current.beyond().own();
        boolean bare = s.named().isEmpty() && current.beyond().overwrites().isEmpty();
        int share = -1;
        boolean gone = false;
        for (int i = 0; i < s.size(); i++) {
            boolean here = s.at(i).number() && s.like(i + 1, "%|percent");
            bare &= !(here && share >= 0);
            share = here ? i : share;
            gone |= s.like(i, "missing|blank|empty");
            bare &=
                    here
                            || s.like(
                                    i,
                                    "%|percent|missing|blank|empty|and|let|it|be|go|for|in|of|them|the|at|should|is|that|this|please|now|also|values?|[,.!]");
        }
        if (bare && gone && share >= 0 && !all.isEmpty()) {
            gap(draft, all.get(all.size() - 1), s.at(share).doubleValue(), 0, s.size());
        }
    }

    /** "drop the selenium" of "plasma selenium", unless another one ends so, too. */
    private static void byLastWord(Draft draft, Own own, List<String> words, CohortSpec current) {
        Sentence s = draft.sentence;
        String last = words.get(words.size() - 1);
        boolean verb = DROP.contains(s.word(0));
        int at = s.like(1, "the|that|my") ? 2 : 1;
        boolean alone = s.like(at + 1, "|[.!,]|variable|column|again|please|too");
        long same =
                current.beyond().own().stream()
                        .filter(o -> o.name().toLowerCase(Locale.ROOT).endsWith(last))
                        .count();
        if (words.size() > 1 && verb && alone && same == 1 && s.word(at).equals(last)) {
            draft.edit(new Edit.Forget(own.id()), 0, at + 1);
        }
    }

    /** "remove that variable": the one that was added last. */
    private static void that(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        List<Own> all = current.beyond().own();
        boolean said =
                DROP.contains(s.word(0))
                        && s.like(1, "that|this|the|my")
                        && s.like(2, "own|new|custom|variable|flag|column|field")
                        && s.like(3, "|variable|column|condition|flag|again|please|[.!]");
        if (said && !all.isEmpty()) {
            draft.edit(new Edit.Forget(all.get(all.size() - 1).id()), 0, s.size());
        }
    }

    private static void named(Draft draft, Own own, int from, int to) {
        Sentence s = draft.sentence;
        int at = from - 1;
        while (s.like(at, "the|that|variable|column|condition|of|in|values|my|own")) {
            at--;
        }
        if (DROP.contains(s.word(at)) && s.free(at)) {
            int end = s.like(to, "variable|column|condition|again") ? to + 1 : to;
            draft.edit(new Edit.Forget(own.id()), at, end);
            return;
        }
        boolean missing = s.like(at, "missing|blank") && s.like(at - 1, "%|percent");
        boolean of =
                s.like(at, "%|percent")
                        && s.at(at - 1).number()
                        && s.like(at - 2, "missing|blank|lose");
        if (of
                || (s.like(at, "%|percent")
                        && s.at(at - 1).number()
                        && s.like(to, "missing|blank|are|is|gone"))) {
            int end =
                    s.like(to, "are|is") ? to + 2 : s.like(to, "missing|blank|gone") ? to + 1 : to;
            gap(draft, own, s.at(at - 1).doubleValue(), of ? at - 2 : at - 1, end);
            return;
        }
        boolean gap = missing || s.like(to, "missing|blank");
        if (!gap && own instanceof Own.Flag f && OwnShares.find(draft, f, from, to)) {
            return;
        }
        if (missing && s.at(at - 2).number()) {
            gap(draft, own, s.at(at - 2).doubleValue(), at - 2, to);
        } else if (s.like(to, "missing|blank")
                && s.like(to + 1, "in|at|for")
                && s.at(to + 2).number()) {
            gap(draft, own, s.at(to + 2).doubleValue(), from, to + 4);
        }
    }

    private static void gap(Draft draft, Own own, double percent, int from, int to) {
        if (percent >= 0 && percent <= 100) {
            draft.edit(
                    new Edit.AddOverwrite(
                            new Overwrite.Missing(own.id(), percent, Optional.empty())),
                    from,
                    to);
        }
    }
}
