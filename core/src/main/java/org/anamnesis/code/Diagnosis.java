package org.anamnesis.code;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a finding of a study makes of whoever shows it.
 *
 * @param concept the condition that the record then has; empty where the finding is none by itself
 * @param sudden whether it began on the day of the study
 * @param because why it follows, or why it does not
 */
public record Diagnosis(Optional<Concept> concept, boolean sudden, String because) {
    public Diagnosis {
        requireNonNull(concept, "concept");
        requireNonNull(because, "because");
    }

    /** Id of the condition, if there is one. */
    public Optional<String> id() {
        return concept.map(Concept::id);
    }
}
