package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.interpret.Draft.Found;
import org.anamnesis.spec.Criterion.HasCondition;

/**
 * Where a list of what is excluded ends because the cohort itself is named: "exclude smokers, T2DM
 * n=100", "without: stroke; 100 patients with asthma".
 */
final class CohortHeads {
    /** A smaller number behind a condition may be its stage or its type. */
    private static final int LEAST = 10;

    private CohortHeads() {}

    /** Whether a number of patients begins at the token. */
    static boolean count(Sentence s, int i) {
        boolean n = s.like(i, "n|size") && s.like(i + 1, "[=:]") && s.at(i + 2).number();
        int behind = i + 1;
        while (behind < i + 4
                && (s.inConcept(behind) || s.like(behind, "adult|adults|female|male"))) {
            behind++;
        }
        boolean people = s.at(i).number() && Words.PERSONS.contains(s.word(behind));
        return n || (people && !s.like(i - 1, "[<>]=?|above|over|under|below|than|least|most"));
    }

    /** Whether a count stands between the tokens. */
    static boolean between(Sentence s, int from, int to) {
        for (int i = from; i < to; i++) {
            if (count(s, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a condition is that of the cohort: its number follows, and none was named before it.
     *
     * @param before what was found before it
     */
    static boolean is(Sentence s, Found f, List<Item> before) {
        boolean condition = f.criterion() instanceof HasCondition;
        boolean other =
                before.stream()
                        .anyMatch(i -> !i.not() && i.found().criterion() instanceof HasCondition);
        if (!condition || other || before.isEmpty()) {
            return false;
        }
        boolean comma = s.word(f.to()).equals(",");
        boolean closed = comma && closed(s, f.from());
        return count(s, f.to()) || (closed && count(s, f.to() + 1)) || sized(s, f);
    }

    /** "no insulin, T2DM 400": a plain number ends the message behind the last condition. */
    private static boolean sized(Sentence s, Found f) {
        int at = f.to();
        boolean people =
                Words.PERSONS.contains(s.word(at)) || Words.PERSONS.contains(s.word(at - 1));
        while (Words.PERSONS.contains(s.word(at)) || (people && s.like(at, "[,:(]"))) {
            at++;
        }
        return s.like(f.from() - 1, "[,;]")
                && s.at(at).number()
                && s.at(at).doubleValue() >= LEAST
                && s.like(at + 1, "|[.;,)!]|please|thanks|all|total|in");
    }

    /** "men and under 40s, asthma": the list before the comma has had its "and". */
    private static boolean closed(Sentence s, int from) {
        if (!s.word(from - 1).equals(",")) {
            return false;
        }
        for (int i = from - 2; i >= 0 && !s.like(i, "[.;:,]"); i--) {
            if (s.like(i, "and|or")) {
                return true;
            }
        }
        return false;
    }
}
