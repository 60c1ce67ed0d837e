package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in the English that the topics read, and which of the user's own words each stretch of
 * it came from. What is shown to the user is always cut out of the message itself.
 */
final class Wording {
    private record Of(String text, Language likely) {}

    private static final Lately<Of, Wording> LATELY =
            new Lately<>(m -> of(m, Language.of(m.text(), m.likely())));

    private final String text;
    private final String english;
    private final List<Part> parts;
    private final int[] starts;
    private final boolean foreign;

    private Wording(String text, String english, List<Part> parts, int[] starts, boolean foreign) {
        this.foreign = foreign;
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
        return LATELY.of(new Of(text, likely));
    }

    private static Wording of(Of message, Language language) {
        String text = message.text();
        return language == Language.EN
                ? new Wording(text, text, List.of(), new int[0], false)
                : joined(text, Translation.parts(text, language));
    }

    /**
     * The same, shown to the user as he wrote it.
     *
     * @param written as long as the text, each letter in its place
     */
    Wording shownAs(String written) {
        return written.equals(text) ? this : new Wording(written, english, parts, starts, foreign);
    }

    /** The same with some of its words read as others. */
    Wording exchanged(List<Token> tokens, List<Exchange> exchanges) {
        List<Part> changed = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int at = i;
            Optional<Exchange> here =
                    exchanges.stream().filter(e -> e.from() <= at && at < e.to()).findFirst();
            int to = here.map(Exchange::to).orElse(i + 1);
            int start = tokens.get(i).start();
            int end = tokens.get(to - 1).end();
            String as = english.substring(start, end);
            changed.add(
                    here.map(e -> Part.words(e.english(), start, end))
                            .orElseGet(() -> new Part(as, false, true, start, end)));
            i = to;
        }
        Wording again = joined(english, changed);
        List<Part> sources =
                changed.stream()
                        .map(
                                p -> {
                                    int[] own = places(p.start(), p.end());
                                    return new Part(p.english(), false, p.asIs(), own[0], own[1]);
                                })
                        .toList();
        return new Wording(text, again.english, sources, again.starts, foreign);
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
        boolean other = !english.toString().equals(text); // names may be the same in two languages
        return new Wording(text, english.toString(), parts, starts, other);
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

    /** Whether it was written in another language. */
    boolean foreign() {
        return foreign;
    }

    /** The user's words behind the characters {@code from} to {@code to - 1} of the English. */
    String quote(int from, int to) {
        int[] own = places(from, to);
        return own[0] < own[1] ? text.substring(own[0], own[1]) : "";
    }

    /** First character and end of these words in the message. */
    int[] places(int from, int to) {
        if (parts.isEmpty()) {
            return new int[] {from, to};
        }
        int start = text.length();
        int end = 0;
        for (int i = first(from); i < parts.size() && starts[i] < to; i++) {
            if (starts[i] + parts.get(i).english().length() > from) {
                start = Math.min(start, parts.get(i).start());
                end = Math.max(end, parts.get(i).end());
            }
        }
        return new int[] {start, end};
    }

    /** The part in which the character stands, or the one before. */
    private int first(int character) {
        int found = java.util.Arrays.binarySearch(starts, character);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
