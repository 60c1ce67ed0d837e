package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.interpret.Token.Kind;

/** A share in words: "60 %", "a third", "ten per cent". */
final class ShareWords {
    /** A share in % in the tokens {@code from} to {@code to - 1}. */
    record Percent(double value, int from, int to) {}

    private ShareWords() {}

    /** The share whose last token is {@code last}. */
    static Optional<Percent> endingAt(Sentence s, int last) {
        Token t = s.at(last);
        if (t.kind() == Kind.FRACTION) {
            boolean article = s.word(last - 1).equals("a") || s.word(last - 1).equals("one");
            int from = article ? last - 1 : last;
            return Optional.of(new Percent(t.doubleValue(), from, last + 1));
        }
        boolean sign = t.text().equals("%") || t.text().equals("percent") || t.text().equals("pct");
        int n = sign ? last - 1 : t.text().equals("cent") ? last - 2 : -1;
        return n >= 0 && s.at(n).number()
                ? Optional.of(new Percent(s.at(n).doubleValue(), n, last + 1))
                : Optional.empty();
    }

    /** Whether "40 %" or "in 40 %" stands right behind a name and its clause ends there. */
    static boolean closing(Sentence s, int behind) {
        int at = behind;
        while (s.free(at) && s.like(at, "in|for|at|:|=|\\(|about|around")) {
            at++;
        }
        boolean number = s.free(at) && s.at(at).number();
        int start = at;
        return endingAt(s, number ? at + 1 : at)
                .filter(p -> p.from() == start || s.at(start).kind() == Kind.FRACTION)
                .filter(p -> s.like(p.to(), "|[,.;)]|and"))
                .isPresent();
    }
}
