package org.anamnesis.interpret;

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
                    "what",
                    "which",
                    "how",
                    "is",
                    "are",
                    "can",
                    "could",
                    "will",
                    "would",
                    "why",
                    "do",
                    "does",
                    "may",
                    "should",
                    "in",
                    "whats",
                    "hows",
                    "and",
                    "so",
                    "where",
                    "who",
                    "did",
                    "remind",
                    "recap",
                    "list",
                    "tell",
                    "explain",
                    "give",
                    "show",
                    "print",
                    "display",
                    "preview",
                    "view",
                    "am",
                    "was",
                    "were",
                    "any",
                    "has",
                    "have",
                    "when",
                    "whos",
                    "ok",
                    "an",
                    "summarise",
                    "summarize",
                    "references",
                    "citations",
                    "sources",
                    "summary",
                    "overview",
                    "sum",
                    "please",
                    "let",
                    "i",
                    "just",
                    "quick",
                    "read",
                    "repeat",
                    "run",
                    "now");

    private static final Set<String> HOW_MANY =
            Set.of(
                    " how many patients ",
                    " how many people ",
                    " how many persons ",
                    " how many subjects ",
                    " how many cases ",
                    " how many in total ",
                    " how many in all ");

    private record Cue(Intent intent, WordPattern pattern) {}

    private static final WordPatterns<Cue> ALL = new WordPatterns<>(Cue::pattern);

    /** Too general to go before other readers. */
    private static final WordPatterns<Cue> LAST = new WordPatterns<>(Cue::pattern);

    static {
        for (Lines.Line line : Lines.of("about.tsv")) {
            for (String phrase : line.right().split("\\|")) {
                boolean last = line.left().startsWith("?");
                Intent intent = intent(line.left().substring(last ? 1 : 0));
                (last ? LAST : ALL).add(new Cue(intent, WordPattern.of(phrase)));
            }
        }
    }

    private AboutWords() {}

    static Intent intent(String name) {
        return switch (name) {
            case "assumptions" -> new Intent.Assumptions();
            case "rarity" -> new Intent.Rarity();
            case "fitness" -> new Intent.Fitness();
            case "show" -> new Intent.Show();
            case "chosen" -> new Intent.Chosen();
            case "help" -> new Intent.Help();
            case "history" -> new Intent.History();
            case "sources" -> new Intent.Sources();
            case "real" -> new Intent.Real();
            case "changes" -> new Intent.Changes(Optional.empty());
            default -> new About(Topic.valueOf(name.toUpperCase(Locale.ROOT)));
        };
    }

    static Optional<Intent> read(String message, Language likely) {
        return read(message, likely, ALL);
    }

    /** What a question that has no other answer is roughly about. */
    static Optional<Intent> last(String message, Language likely) {
        return read(message, likely, LAST);
    }

    private static Optional<Intent> read(String message, Language likely, WordPatterns<Cue> cues) {
        if (message.length() > LONGEST || !InCohort.plain(message).equals(message)) {
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
        if (HOW_MANY.contains(text.toString())) { // and of whom is not said: those asked for
            return Optional.of(new About(Topic.COUNT));
        }
        return cues.first(PlainWords.of(text.toString())).map(f -> f.what().intent());
    }
}
