package org.anamnesis.code;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One meaning, with the codes that stand for it and the words that people use.
 *
 * @param id stable name, for example {@code type-2-diabetes}, {@code hba1c}, {@code metformin},
 *     {@code class:statin}
 * @param kind what sort of thing it is
 * @param name for people
 * @param synonyms other words for it, as people type them; matching ignores case, but for a word
 *     that begins with =, an abbreviation that counts only as it is written
 * @param codings codes, the preferred one of each system first
 */
public record Concept(
        String id, Kind kind, String name, List<String> synonyms, List<Coding> codings) {
    /** What a concept can be. */
    public enum Kind {
        CONDITION,
        OBSERVATION,
        INGREDIENT,
        DRUG_CLASS
    }

    public Concept {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        synonyms = List.copyOf(synonyms);
        codings = List.copyOf(codings);
    }

    /** The first verified code of the system; unverified codes never leave the program. */
    public Optional<Coding> verified(CodeSystem system) {
        return codings.stream().filter(c -> c.system() == system && c.verified()).findFirst();
    }
}
