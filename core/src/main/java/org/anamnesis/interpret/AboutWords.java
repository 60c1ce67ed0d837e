package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.interpret.Intent.About;
import org.anamnesis.interpret.Intent.About.Topic;

/**
 * Questions about the program, its data and the conversation, by the phrases of {@code about.tsv}:
 * "is it private?", "how are they made?", "what have you assumed so far?".
 */
final class AboutWords {
    private static final int LONGEST = 300;

    private static final Set<String> ASKING =
            Set.of(
                    "what", "which", "how", "is", "are", "can", "could", "will", "would", "why",
                    "do", "does", "may", "should", "in", "whats", "hows", "and", "so", "where",
                    "who", "did", "remind", "recap", "list", "tell", "explain", "give", "show",
                    "am", "was", "were", "any", "has", "have", "when", "whos", "ok", "an");

    /** One line of the table; each phrase with a space at both ends. */
    private record Cues(Intent intent, List<String> phrases) {}

    private static final List<Cues> ALL =
            Lines.of("about.tsv").stream()
                    .map(
                            l ->
                                    new Cues(
                                            intent(l.left()),
                                            Arrays.stream(l.right().split("\\|"))
                                                    .map(p -> " " + p + " ")
                                                    .toList()))
                    .toList();

    private AboutWords() {}

    private static Intent intent(String name) {
        return switch (name) {
            case "assumptions" -> new Intent.Assumptions();
            case "rarity" -> new Intent.Rarity();
            case "fitness" -> new Intent.Fitness();
            case "show" -> new Intent.Show();
            case "help" -> new Intent.Help();
            case "changes" -> new Intent.Changes(Optional.empty());
            default -> new About(Topic.valueOf(name.toUpperCase(Locale.ROOT)));
        };
    }

    static Optional<Intent> read(String message, Language likely) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(" ");
        boolean first = true;
        boolean asks = message.strip().endsWith("?");
        for (Token t : Tokens.of(Wording.of(message, likely).english())) {
            if (t.kind() != Token.Kind.SIGN) {
                asks |= first && ASKING.contains(t.text());
                first = false;
                text.append(t.number() ? t.value().toPlainString() : t.text()).append(' ');
            }
        }
        if (!asks) {
            return Optional.empty();
        }
        String plain = text.toString();
        for (Cues cues : ALL) {
            if (cues.phrases().stream().anyMatch(plain::contains)) {
                return Optional.of(cues.intent());
            }
        }
        return Optional.empty();
    }
}
