package org.anamnesis.spec;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose people a specification asks for. Only those of the United States have microdata here; any
 * other country's are people of the United States in its name, which is said wherever they are
 * shown.
 */
public final class Populations {
    /** The one with microdata. */
    public static final String BASIS = "US";

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private static final Map<String, String> BY_NAME =
            CODES.stream().collect(Collectors.toMap(Populations::name, c -> c, (a, b) -> a));

    private Populations() {}

    /** Whether it is an ISO 3166 code of a country. */
    public static boolean known(String code) {
        return CODES.contains(code);
    }

    public static boolean borrowed(CohortSpec spec) {
        return !spec.population().equals(BASIS);
    }

    /** "Germany". */
    public static String name(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** The code of a name as {@link #name} gives it. */
    public static Optional<String> code(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** "US", or "Germany, borrowed from US adults and children". */
    public static String inWords(String code) {
        return code.equals(BASIS) ? code : name(code) + ", borrowed from people of the US (NHANES)";
    }

    /** What whoever uses the data must know. */
    public static String warning(String code) {
        return ("borrowed: every value is that of US people (NHANES) standing in for %s;"
                        + " nothing here was measured in %s")
                .formatted(name(code), name(code));
    }
}
