package org.anamnesis.interpret;

import java.util.Map;
import java.util.Optional;

/**
 * Units of variables of one's own: those of the catalogue, and plain amounts, which elsewhere are
 * doses of drugs.
 */
final class OwnUnits {
    private static final Map<String, String> AMOUNTS =
            Map.of(
                    "mg",
                    "mg",
                    "g",
                    "g",
                    "mcg",
                    "ug",
                    "µg",
                    "ug",
                    "ug",
                    "ug",
                    "ml",
                    "mL",
                    "kcal",
                    "kcal",
                    "grams",
                    "g",
                    "milligrams",
                    "mg");

    private OwnUnits() {}

    /** The unit that follows the token. */
    static Optional<Quantity.Unit> behind(Sentence s, int n) {
        Optional<Quantity.Unit> known = Quantity.unit(s, n);
        String word = s.word(n + 1);
        boolean amount = known.isEmpty() && AMOUNTS.containsKey(word) && s.free(n + 1);
        return amount && !s.word(n + 2).equals("/")
                ? Optional.of(new Quantity.Unit(AMOUNTS.get(word), word, n + 2))
                : known;
    }
}
