package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * "HbA1c should be missing more often in people over 70, 10 % overall": who lacks it more often
 * stands before how many lack it, and is read behind.
 */
final class GapOrder {
    private static final String BEFORE = "to|should|must|shall|be|is|values?|will|may|can";
    private static final String MORE = "more|mostly|mainly|especially|preferentially";
    private static final String OFTEN = "often|frequently|commonly|likely|so";

    private GapOrder() {}

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        for (int i = 1; i < s.size(); i++) {
            boolean missing = s.like(i, "missing|absent|blank") && s.like(i + 1, MORE);
            int in = s.like(i + 2, OFTEN) ? i + 3 : i + 2;
            int from = missing && s.like(in, "in|among|for") ? name(s, i) : -1;
            int share = from < 0 ? -1 : share(s, in + 1);
            if (share > 0) {
                int first = s.like(share - 1, ",|at|-|:") ? share - 1 : share;
                int last = past(s, share);
                String gap =
                        "%s missing %s, more often in"
                                .formatted(
                                        s.english(share, share + 2),
                                        s.english(from, name(s, from, i)));
                return s.exchanged(
                        List.of(new Exchange(from, in + 1, gap), new Exchange(first, last, ".")),
                        vocabulary);
            }
        }
        return s;
    }

    /** First token of the name of what is missing, or -1. */
    private static int name(Sentence s, int missing) {
        int end = missing;
        while (s.like(end - 1, BEFORE)) {
            end--;
        }
        int to = end;
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.OBSERVATION) && n.to() == to)
                .map(Sentence.Named::from)
                .findFirst()
                .orElse(-1);
    }

    private static int name(Sentence s, int from, int missing) {
        return s.namedAt(from, Concept.Kind.OBSERVATION).map(Sentence.Named::to).orElse(missing);
    }

    /** The share of all, in the same sentence, or -1. */
    private static int share(Sentence s, int from) {
        for (int i = from; i < s.size() && !s.like(i, "[.;!?]"); i++) {
            boolean share = s.at(i).number() && s.like(i + 1, "%|percent");
            if (share && s.like(i - 1, ",|at|-|:|with|about")) {
                return i;
            }
        }
        return -1;
    }

    private static int past(Sentence s, int share) {
        int at = share + 2;
        while (s.like(at, "overall|altogether|in|total|all|of|them|on|average|missing")) {
            at++;
        }
        return at;
    }
}
