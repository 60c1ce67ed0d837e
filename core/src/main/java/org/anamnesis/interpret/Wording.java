package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in the English that the topics read, and which of the user's own words each stretch of
 * it came from. What is shown to the user is always cut out of the message itself.
 */
final class Wording {
    private final String text;
    private final String english;
    private final List<Part> parts;
    private final int[] starts;

    private Wording(String text, String english, List<Part> parts, int[] starts) {
        this.text = text;
        this.english = english;
        this.parts = parts;
        this.starts = starts;
    }

    /** An English message is its own wording. */
    static Wording of(String text) {
        return of(text, Language.EN);
    }

    /**
     * @param likely the language of a message that shows none
     */
    static Wording of(String text, Language likely) {
        Language language = Language.of(text, likely);
        return language == Language.EN
                ? new Wording(text, text, List.of(), new int[0])
                : joined(text, Translation.parts(text, language));
    }

    /** An English message with some of its words read as others. */
    static Wording exchanged(String text, List<Token> tokens, List<Exchange> exchanges) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int at = i;
            Optional<Exchange> here =
                    exchanges.stream().filter(e -> e.from() <= at && at < e.to()).findFirst();
            int to = here.map(Exchange::to).orElse(i + 1);
            int start = tokens.get(i).start();
            int end = tokens.get(to - 1).end();
            parts.add(
                    here.map(e -> Part.words(e.english(), start, end))
                            .orElseGet(
                                    () ->
                                            new Part(
                                                    text.substring(start, end),
                                                    false,
                                                    true,
                                                    start,
                                                    end)));
            i = to;
        }
        return joined(text, parts);
    }

    private static Wording joined(String text, List<Part> parts) {
        StringBuilder english = new StringBuilder(text.length() + 16);
        int[] starts = new int[parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            english.append(i == 0 ? "" : between(text, parts.get(i - 1), part));
            starts[i] = english.length();
            english.append(part.english());
        }
        return new Wording(text, english.toString(), parts, starts);
    }

    /** Numbers, units and signs keep the spaces that they had: "8%", "mg/dl", "PHQ-9". */
    private static String between(String text, Part before, Part part) {
        if (!before.asIs() || !part.asIs() || part.start() < before.end()) {
            return " ";
        }
        String gap = text.substring(before.end(), part.start());
        return gap.isEmpty() || gap.equals("-") ? gap : " ";
    }

    /** What the user wrote. */
    String text() {
        return text;
    }

    String english() {
        return english;
    }

    /** The user's words behind the characters {@code from} to {@code to - 1} of the English. */
    String quote(int from, int to) {
        if (parts.isEmpty()) {
            return text.substring(from, to);
        }
        int start = text.length();
        int end = 0;
        for (int i = first(from); i < parts.size() && starts[i] < to; i++) {
            if (starts[i] + parts.get(i).english().length() > from) {
                start = Math.min(start, parts.get(i).start());
                end = Math.max(end, parts.get(i).end());
            }
        }
        return start < end ? text.substring(start, end) : "";
    }

    /** The part in which the character stands, or the one before. */
    private int first(int character) {
        int found = java.util.Arrays.binarySearch(starts, character);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
