package org.anamnesis.export;

import java.util.Optional;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Coding;
import org.anamnesis.code.Concept;

/** The gate through which codes leave: an unverified one stays inside and its cell empty. */
public final class Codes {
    private Codes() {}

    /** The code, empty if there is none that was verified. */
    public static String verified(Optional<Concept> concept, CodeSystem system) {
        return concept.flatMap(c -> c.verified(system)).map(Coding::code).orElse("");
    }
}
