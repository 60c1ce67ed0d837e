package org.anamnesis.interpret;

import java.util.Locale;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * "reduced EF", "ejection fraction preserved": the limits of AHA/ACC/HFSA 2022
 * (doi:10.1161/CIR.0000000000001063), section 2.2.
 */
final class EjectionWords {
    private static final String ID = "lvef";
    private static final String REDUCED = "reduced|low|impaired|lowered|poor|depressed|decreased";
    private static final String PRESERVED = "preserved|normal";
    private static final String MILDLY = "mildly|mid|midrange|slightly|moderately";

    private EjectionWords() {}

    /**
     * What the name of a kind of heart failure says of the ejection fraction. Systolic is another
     * name of reduced, diastolic of preserved (ACCF/AHA 2013, doi:10.1161/CIR.0b013e31829e8776,
     * table 3).
     */
    static Optional<QuantityRange> subtype(Sentence.Named n) {
        String words = n.words().toLowerCase(Locale.ROOT);
        boolean mildly = words.contains("hfmref") || words.contains("mildly reduced");
        if (mildly) {
            return Optional.of(new QuantityRange(41, 49, "%"));
        } else if (Words.like(words, "hfref|.*reduced ejection.*|systolic .*")) {
            return Optional.of(new QuantityRange(Double.NEGATIVE_INFINITY, 40, "%"));
        } else if (Words.like(words, "hfpef|.*preserved ejection.*|diastolic .*")) {
            return Optional.of(new QuantityRange(50, Double.POSITIVE_INFINITY, "%"));
        }
        return Optional.empty();
    }

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (Sentence.Named n : s.named()) {
            boolean ejection = n.is(Concept.Kind.OBSERVATION) && n.concept().id().equals(ID);
            if (ejection && s.free(n.from(), n.to()) && !s.at(n.to()).number()) {
                word(s, n).ifPresent(at -> found(draft, n, at));
            }
        }
    }

    /** The word before or behind that says how large it is. */
    private static Optional<Integer> word(Sentence s, Sentence.Named n) {
        int behind = s.like(n.to(), "is|are|be|was|being") ? n.to() + 1 : n.to();
        behind = s.like(behind, MILDLY) ? behind + 1 : behind;
        boolean number = s.at(behind + 1).number(); // "EF reduced by 10"
        return known(s, n.from() - 1)
                ? Optional.of(n.from() - 1)
                : known(s, behind) && !number && !s.like(behind + 1, "by|to")
                        ? Optional.of(behind)
                        : Optional.empty();
    }

    private static boolean known(Sentence s, int i) {
        return s.free(i) && (s.like(i, REDUCED) || s.like(i, PRESERVED));
    }

    private static void found(Draft draft, Sentence.Named n, int at) {
        Sentence s = draft.sentence;
        boolean mildly = s.like(at - 1, MILDLY);
        boolean preserved = s.like(at, PRESERVED);
        double low = preserved ? 50 : mildly ? 41 : Double.NEGATIVE_INFINITY;
        double high = preserved ? Double.POSITIVE_INFINITY : mildly ? 49 : 40;
        var limit = new ObservationWithin(ID, new QuantityRange(low, high, "%"));
        int from = Math.min(n.from(), mildly ? at - 1 : at);
        draft.found(Draft.Topic.LIMIT, limit, from, Math.max(n.to(), at + 1));
    }
}
