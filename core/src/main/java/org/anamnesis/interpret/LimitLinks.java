package org.anamnesis.interpret;

import java.util.Set;
import org.anamnesis.interpret.Comparison.Sign;

/** Words between an observation and its limit, and those that end the search for one. */
final class LimitLinks {
    static final Set<String> BETWEEN =
            Set.of(
                    ("has have ought must needs need level levels value values measurement measurements score scores is "
                                    + "are was of reading readings concentration that : = a an the range "
                                    + "ranging being result results should to be in around about equal their "
                                    + "with averaging mean average target near")
                            .split(" "));

    /** Of whom ages are told without the word. */
    private static final int YOUNGEST = 16;

    static final Set<String> MEAN = Set.of("mean", "average", "avg", "averaging", "target");
    static final Set<String> STATED = Set.of("of", "is", "=", ":", "around", "about", "near", "at");

    /** Behind a number, these show that it is an age or a share, not the other limit. */
    static final Set<String> ELSE =
            Set.of("year", "years", "yr", "yrs", "%", "percent", "older", "younger");

    static final Set<String> ENDS =
            Set.of(
                    "and",
                    "or",
                    "but",
                    "with",
                    "on",
                    "without",
                    "no",
                    "not",
                    "those",
                    "them",
                    "everyone",
                    "everybody",
                    "all",
                    "only",
                    "who",
                    "whose",
                    "aged",
                    "age",
                    "make",
                    "set",
                    "missing",
                    "correlate",
                    "plus",
                    "include",
                    "add",
                    "taking",
                    "by");

    private LimitLinks() {}

    /** "HDL (< 40)". */
    static boolean bracketed(Sentence s, int at) {
        return s.like(at, "\\(|\\[")
                && s.free(at)
                && Comparison.at(s, at + 1).filter(r -> r.sign() != Sign.NONE).isPresent()
                && !s.at(at + 1).number();
    }

    /** "EF under 35, 65+": a whole number of years with a plus behind a comma is an age. */
    static boolean bareAge(Sentence s, Comparison.Read r) {
        double value = s.at(r.first()).doubleValue();
        boolean plus = s.word(r.first() + 1).equals("+") || s.after(r.first() + 1, "and over") > 0;
        return plus
                && r.unit().isEmpty()
                && value == Math.rint(value)
                && value >= YOUNGEST
                && value <= AgeWords.OLDEST;
    }

    /** "at least 2 exacerbations": of something else, unless the unit is the observation's. */
    static boolean counts(Sentence s, Comparison.Read r) {
        return r.unit().isEmpty()
                && s.at(r.to()).kind() == Token.Kind.WORD
                && !ENDS.contains(s.word(r.to()))
                && !Words.FILLER.contains(s.word(r.to()));
    }
}
