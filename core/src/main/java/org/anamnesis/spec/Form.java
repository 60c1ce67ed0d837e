package org.anamnesis.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form of a distribution that can be asked for. */
public enum Form {
    NORMAL,
    LOGNORMAL,
    UNIFORM,
    TRIANGULAR;

    /** As it stands in files: {@code lognormal}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Form> of(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }
}
