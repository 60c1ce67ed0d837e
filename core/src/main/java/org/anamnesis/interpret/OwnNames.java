package org.anamnesis.interpret;

import java.util.Locale;

/** Names that the user gives, as ids. */
final class OwnNames {
    private OwnNames() {}

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
