package org.anamnesis.problem;

import static java.util.Objects.requireNonNull;

/**
 * Something the user can act on.
 *
 * @param code stable name for tests and clients, for example {@code spec.age.reversed}
 * @param where the user's own words, or the path in the specification
 * @param message what is wrong, in one sentence, without Java names
 * @param suggestion what would be accepted
 */
public record Problem(String code, String where, String message, String suggestion) {
    public Problem {
        requireNonNull(code, "code");
        requireNonNull(where, "where");
        requireNonNull(message, "message");
        requireNonNull(suggestion, "suggestion");
    }
}
