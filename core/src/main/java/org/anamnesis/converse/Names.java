package org.anamnesis.converse;

import java.util.Arrays;
import java.util.List;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;

/** Names that a user may want completed. */
public final class Names {
    private Names() {}

    public static List<String> all() {
        Catalogue catalogue = Catalogue.bundled();
        return Arrays.stream(Concept.Kind.values())
                .flatMap(k -> catalogue.concepts(k).stream())
                .map(Concept::name)
                .toList();
    }
}
