package org.anamnesis.cohort;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.anamnesis.code.CodeSystem;

/**
 * Something that stands in a record and is no field of its cohort, for nobody asks for it: a
 * procedure, a vaccine, what someone is allergic to.
 *
 * @param id stable name
 * @param name for people
 * @param system of the code; none where no code was looked up
 * @param code empty where no code was looked up
 * @param seenIn where the code was looked up
 */
public record RecordConcept(
        String id, String name, Optional<CodeSystem> system, String code, String seenIn) {
    public RecordConcept {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(system, "system");
        requireNonNull(code, "code");
        requireNonNull(seenIn, "seenIn");
        if (system.isPresent() == code.isEmpty()) {
            throw new IllegalArgumentException("half a code: " + id);
        }
    }

    /** The code, or the id where there is none. */
    public String codeOrId() {
        return code.isEmpty() ? id : code;
    }
}
