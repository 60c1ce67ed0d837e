package org.anamnesis.interpret;

import java.util.Optional;
import org.anamnesis.code.Vocabulary;

/**
 * A message that holds a number and nothing else that says what it is about: "30 % then", "over 20,
 * sorry", "a third".
 *
 * @param written the number as it was typed, with its unit
 * @param value of it; of a fraction, in percent
 * @param percent whether it is a share
 * @param sign the comparison before it as it was typed, empty if there is none
 */
public record BareAmount(String written, double value, boolean percent, String sign) {
    private static final int LONGEST = 80;

    public static Optional<BareAmount> of(String message, Language likely) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        Sentence s =
                new Sentence(
                        Courtesy.without(MessageText.withoutControls(message)),
                        Vocabulary.bundled(),
                        likely);
        int at = 0;
        while (at < s.size() && FillerWords.ALL.contains(s.word(at))) {
            at++;
        }
        Optional<Comparison.Read> read = Comparison.at(s, at);
        boolean fraction = s.at(at).kind() == Token.Kind.FRACTION;
        int n = fraction ? at : read.map(Comparison.Read::first).orElse(-1);
        if (n < 0 || read.filter(r -> r.sign() == Comparison.Sign.WITHIN).isPresent()) {
            return Optional.empty();
        }
        boolean percent = fraction || s.like(n + 1, "%|percent");
        int to = fraction ? n + 1 : percent ? n + 2 : read.get().to();
        for (int i = to; i < s.size(); i++) {
            if (!FillerWords.ALL.contains(s.word(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new BareAmount(
                        fraction || percent ? s.quote(n, n + 1) : s.quote(n, to),
                        s.at(n).doubleValue(),
                        percent,
                        n > at ? s.quote(at, n) : ""));
    }
}
