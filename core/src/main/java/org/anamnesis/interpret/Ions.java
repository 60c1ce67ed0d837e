package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** "K+ > 5.0", "Na+ 130 to 140": the charge behind a symbol adds nothing. */
final class Ions {
    private static final Map<String, String> NAMES =
            Map.of("k", "potassium", "na", "sodium", "mg", "magnesium", "ca", "calcium");

    private Ions() {}

    static List<Token> plain(List<Token> all) {
        List<Token> plain = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Token t = all.get(i);
            String name = NAMES.get(t.text());
            int to = i + 1;
            while (name != null && to < all.size() && charge(all.get(to - 1), all.get(to))) {
                to++;
            }
            boolean digit = to < all.size() && all.get(to).start() == all.get(to - 1).end();
            if (to > i + 1 && !(digit && all.get(to).number())) {
                plain.add(Token.word(name, t.start(), all.get(to - 1).end()));
                i = to - 1;
            } else {
                plain.add(t);
            }
        }
        return plain;
    }

    private static boolean charge(Token before, Token sign) {
        return sign.text().equals("+") && sign.start() == before.end();
    }
}
