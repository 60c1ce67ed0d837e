package org.anamnesis.interpret;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A word as it is looked up: lower case, without accents, so that "fibrilación" and "FIBRILACION"
 * are one word, however the accents are encoded.
 */
final class Folded {
    private Folded() {}

    static String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean plain = true;
        for (int i = 0; i < lower.length() && plain; i++) {
            plain = lower.charAt(i) < 128;
        }
        return plain ? lower : withoutMarks(lower);
    }

    private static String withoutMarks(String lower) {
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case 'ß' -> folded.append("ss");
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }

    /** "ä" written as "ae", as keyboards without umlauts have it. */
    static String withoutUmlauts(String phrase) {
        return phrase.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }
}
