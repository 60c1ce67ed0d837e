package org.anamnesis.interpret;

import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.code.Vocabulary;

/** A request that could not be met, with another number: "130 % on a statin" and then "30 %". */
public final class Mended {
    private final Sentence s;

    private Mended(Sentence s) {
        this.s = s;
    }

    /**
     * @param failed the request, in English
     * @param where what was wrong with it: words of it, or a phrase that holds the number
     * @param now the number to take instead
     */
    public static Optional<String> of(String failed, String where, BareAmount now) {
        var sentence = new Sentence(failed, Vocabulary.bundled());
        if (!sentence.english().equals(failed)) {
            return Optional.empty(); // places in the English are not those of the user's words
        }
        var mended = new Mended(sentence);
        OptionalInt at = mended.number(failed.indexOf(where), where);
        if (at.isEmpty() || where.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(mended.with(at.getAsInt(), now));
    }

    private OptionalInt number(int start, String where) {
        OptionalInt only = OptionalInt.empty();
        OptionalInt inside = OptionalInt.empty();
        int count = 0;
        for (int i = 0; i < s.size(); i++) {
            if (!s.at(i).number() || s.inConcept(i)) {
                continue;
            }
            count++;
            only = OptionalInt.of(i);
            boolean here =
                    start >= 0
                            ? s.at(i).start() >= start && s.at(i).end() <= start + where.length()
                            : named(where, s.at(i).doubleValue());
            inside = here ? OptionalInt.of(i) : inside;
        }
        return inside.isPresent() || count != 1 ? inside : only;
    }

    private static boolean named(String where, double value) {
        for (String word : where.split("[^0-9.-]+")) {
            if (Words.like(word, "-?[0-9]+([.][0-9]+)?") && Double.parseDouble(word) == value) {
                return true;
            }
        }
        return false;
    }

    /** Last token that gives way: the unit, too, where the new number has one. */
    private int behind(int number, BareAmount now) {
        boolean unit = now.written().matches(".*[\\p{L}%].*") && !now.percent();
        boolean percent = s.like(number + 1, "%|percent");
        return !unit
                ? number
                : Quantity.unit(s, number)
                                .map(Quantity.Unit::to)
                                .orElse(percent ? number + 2 : number + 1)
                        - 1;
    }

    private String with(int number, BareAmount now) {
        int from = number;
        for (int k = Math.max(0, number - 4); k < number && !now.sign().isEmpty(); k++) {
            boolean sign = Comparison.at(s, k).filter(r -> r.first() == number).isPresent();
            from = sign ? Math.min(from, k) : from;
        }
        String text = s.text();
        String sign = from < number ? now.sign() + " " : "";
        return text.substring(0, s.at(from).start())
                + sign
                + now.written()
                + text.substring(s.at(behind(number, now)).end());
    }
}
