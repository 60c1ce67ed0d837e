package org.anamnesis.code;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One code of one code system.
 *
 * @param system the code system
 * @param code the code as that system spells it
 * @param display the system's own name of the code; may be empty
 * @param verifiedBy id of the source in which the code was seen; empty means recalled, and such a
 *     code stays out of exports until someone verifies it
 */
public record Coding(CodeSystem system, String code, String display, Optional<String> verifiedBy) {
    public Coding {
        requireNonNull(system, "system");
        requireNonNull(code, "code");
        requireNonNull(display, "display");
        requireNonNull(verifiedBy, "verifiedBy");
    }

    public boolean verified() {
        return verifiedBy.isPresent();
    }
}
