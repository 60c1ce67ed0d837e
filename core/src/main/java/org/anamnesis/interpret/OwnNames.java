package org.anamnesis.interpret;

import java.util.Locale;
import org.anamnesis.spec.CohortSpec;

/** Names that the user gives, as ids. */
final class OwnNames {
    private OwnNames() {}

    /** "has app up to 55" of a column that is called so is no question. */
    static boolean begins(Sentence s, CohortSpec current) {
        String text = s.english().toLowerCase(Locale.ROOT) + " ";
        return current.beyond().own().stream()
                .map(o -> o.name().toLowerCase(Locale.ROOT) + " ")
                .anyMatch(n -> text.startsWith(n) && !text.strip().endsWith("?"));
    }

    /** Snake case: "Serum copper" is {@code serum_copper}. */
    static String id(String name) {
        String id =
                Folded.of(name)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        return id.isEmpty() || !Character.isLetter(id.charAt(0)) ? "own_" + id : id;
    }
}
