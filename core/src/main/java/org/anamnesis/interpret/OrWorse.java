package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * "HbA1c of 9 or worse", "eGFR no better than 50": the end that is worse is the higher one, but of
 * what falls with illness the lower one.
 */
final class OrWorse {
    /** Fall as an organ or a reserve fails: the direction alone, no figure. */
    private static final Set<String> FALLS =
            Set.of(
                    "egfr",
                    "hemoglobin",
                    "spo2",
                    "lvef",
                    "fev1",
                    "fev1_pct",
                    "fvc",
                    "hdl",
                    "mmse",
                    "albumin",
                    "platelets",
                    "tscore_femur",
                    "vitamin_d",
                    "map");

    private OrWorse() {}

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        if (s.foreign()) {
            return s;
        }
        List<Exchange> all = new ArrayList<>();
        for (Sentence.Named n : s.named()) {
            if (n.is(Concept.Kind.OBSERVATION)) {
                boolean falls = FALLS.contains(n.concept().id());
                behind(s, n.to(), falls, all);
                before(s, n.to(), falls, all);
            }
        }
        return s.exchanged(all, vocabulary);
    }

    /** "9 or worse". */
    private static void behind(Sentence s, int to, boolean falls, List<Exchange> all) {
        int number = s.like(to, "of|at|is|=|:") ? to + 1 : to;
        int end = Quantity.unit(s, number).map(Quantity.Unit::to).orElse(number + 1);
        boolean said = s.at(number).number() && s.word(end).equals("or");
        if (said && s.like(end + 1, "worse|better")) {
            boolean low = falls == s.word(end + 1).equals("worse");
            all.add(new Exchange(to, number, low ? "at most" : "at least"));
            all.add(new Exchange(end, end + 2, ""));
        }
    }

    /** "no better than 50". */
    private static void before(Sentence s, int to, boolean falls, List<Exchange> all) {
        int at = s.like(to, "of|at|is|be|should") ? to + 1 : to;
        boolean no = s.like(at, "no|not") && s.like(at + 1, "worse|better");
        if (no && s.word(at + 2).equals("than") && s.at(at + 3).number()) {
            boolean low = falls != s.word(at + 1).equals("worse");
            all.add(new Exchange(to, at + 3, low ? "at most" : "at least"));
        }
    }
}
