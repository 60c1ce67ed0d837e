package org.anamnesis.converse;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Language;

/** Which of the choices an answer means: by its number, or by words that only it has. */
final class Choosing {
    private static final List<Set<String>> ORDINALS =
            List.of(
                    Set.of("1", "first", "a", "1st", "former"),
                    Set.of("2", "second", "b", "2nd", "latter"),
                    Set.of("3", "third", "c", "3rd"),
                    Set.of("4", "fourth", "d", "4th"));
    private static final Set<String> EMPTY =
            Set.of(
                    "the",
                    "one",
                    "option",
                    "choice",
                    "number",
                    "please",
                    "i",
                    "mean",
                    "meant",
                    "it",
                    "is",
                    "of",
                    "them",
                    "take",
                    "want",
                    "use",
                    "that",
                    "with",
                    "go",
                    "for",
                    "lets",
                    "say",
                    "should",
                    "be",
                    "only",
                    "just",
                    "ok",
                    "okay",
                    "no",
                    "sorry",
                    "would",
                    "course",
                    "obviously",
                    "definitely",
                    "sure",
                    "probably",
                    "guess",
                    "think",
                    "naturally",
                    "thanks",
                    "then",
                    "now",
                    "pick",
                    "choose",
                    "yeah");
    private static final Set<String> NO =
            Set.of(
                    "no",
                    "nope",
                    "no thanks",
                    "no thank you",
                    "nein",
                    "nein danke",
                    "non",
                    "不",
                    "不是");
    private static final Set<String> YES =
            Set.of("yes", "yep", "yes please", "ja", "ja bitte", "sí", "si", "oui", "是", "是的");
    private static final int LONGEST = 10;

    private Choosing() {}

    static Optional<Clarification.Choice> of(
            Clarification question, String message, Language likely) {
        Set<String> said = words(Language.english(message, likely));
        String plain =
                message.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s。！]+", " ").strip();
        if (NO.contains(plain) || YES.contains(plain)) {
            String label = NO.contains(plain) ? "no: " : "yes: ";
            Optional<Clarification.Choice> clear =
                    question.choices().stream()
                            .filter(c -> c.label().startsWith(label))
                            .findFirst();
            if (clear.isPresent()) {
                return clear;
            }
        }
        said.removeAll(EMPTY);
        if (said.isEmpty() || said.size() > LONGEST) {
            return Optional.empty();
        }
        List<Clarification.Choice> fit =
                question.choices().stream()
                        .filter(c -> words(c.label()).containsAll(said))
                        .toList();
        if (fit.size() == 1) {
            return Optional.of(fit.get(0));
        }
        if (said.equals(Set.of("yes")) || said.equals(Set.of("yes", "usual"))) {
            return Optional.of(question.usual());
        }
        for (int i = 0; i < Math.min(ORDINALS.size(), question.choices().size()); i++) {
            if (said.size() == 1 && ORDINALS.get(i).containsAll(said)) {
                return Optional.of(question.choices().get(i));
            }
        }
        return Optional.empty();
    }

    private static Set<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", " ");
        Set<String> all = new LinkedHashSet<>(Arrays.asList(plain.strip().split(" ")));
        all.removeIf(w -> w.isEmpty() || w.equals("."));
        return all;
    }
}
