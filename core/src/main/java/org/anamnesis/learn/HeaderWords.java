package org.anamnesis.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers of columns as words: {@code PatientName}, {@code patient_name} and "patient name". */
final class HeaderWords {
    private HeaderWords() {}

    /** Small words of a header; digits stay with the letters before them. */
    static List<String> of(String header) {
        String spaced =
                header.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ")
                        .replaceAll("(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(spaced.split("[^\\p{L}\\d%]+")).filter(w -> !w.isEmpty()).toList();
    }

    /** Letters and digits of a header alone, small. */
    static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "");
    }

    /**
     * Whether some word of the header is one of these, or some of these of several words is in it.
     */
    static boolean has(String header, Set<String> phrases) {
        List<String> words = of(header);
        String joined = " " + String.join(" ", words) + " ";
        String plain = plain(header);
        return phrases.stream()
                .anyMatch(
                        p ->
                                joined.contains(" " + p + " ")
                                        || (p.contains(" ") && plain.equals(p.replace(" ", "")))
                                        || plain.equals(p));
    }
}
