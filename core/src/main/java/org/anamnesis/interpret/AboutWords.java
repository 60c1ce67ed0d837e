package org.anamnesis.interpret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.interpret.Intent.About.Topic;

/** Questions about the program and its data: "is it private?", "how are they made?". */
final class AboutWords {
    private static final Set<String> ASKING =
            Set.of(
                    "what", "which", "how", "is", "are", "can", "could", "will", "would", "why",
                    "do", "does", "may", "should", "in", "whats", "hows", "and", "so", "where");

    /** Any word of the set is enough; phrases have spaces. */
    private static final Map<Topic, List<String>> CUES = new LinkedHashMap<>();

    static {
        CUES.put(
                Topic.COUNT,
                List.of(
                        "did i ask for",
                        "have i asked for",
                        "patients do i have",
                        "patients are there now"));
        CUES.put(
                Topic.PRIVACY,
                List.of(
                        "private",
                        "privacy",
                        "re identified",
                        "reidentified",
                        "anonymous",
                        "gdpr",
                        "hipaa",
                        "confidential",
                        "identifiable",
                        "identified from"));
        CUES.put(
                Topic.REPEAT,
                List.of(
                        "same file",
                        "same files",
                        "same data",
                        "same result",
                        "same results",
                        "reproducible",
                        "reproduce",
                        "repeatable",
                        "deterministic",
                        "same patients",
                        "run it again",
                        "run this again",
                        "same bytes"));
        CUES.put(
                Topic.FORMATS,
                List.of(
                        "file formats",
                        "file format",
                        "which formats",
                        "what formats",
                        "export formats",
                        "formats do you",
                        "formats can you",
                        "output formats",
                        "formats are"));
        CUES.put(
                Topic.OBSERVATIONS,
                List.of(
                        "why 20",
                        "why these observations",
                        "why those observations",
                        "how were the observations chosen",
                        "how are the observations chosen",
                        "how do you choose the observations",
                        "which observations are most important"));
        CUES.put(
                Topic.CERTAINTY,
                List.of(
                        "how sure",
                        "how certain",
                        "how accurate",
                        "how reliable",
                        "how confident",
                        "trust",
                        "how good are",
                        "how realistic",
                        "how close"));
        CUES.put(
                Topic.LIMITS,
                List.of(
                        "limitations",
                        "limitation",
                        "limits of this",
                        "caveats",
                        "weaknesses",
                        "not use this for",
                        "not use it for",
                        "shortcomings",
                        "drawbacks"));
        CUES.put(
                Topic.MODEL,
                List.of(
                        "language model",
                        "chatgpt",
                        "llm",
                        "an ai",
                        "gpt",
                        "artificial intelligence"));
        CUES.put(
                Topic.METHOD,
                List.of(
                        "how do you make",
                        "how are they made",
                        "how is this made",
                        "how are these made",
                        "how was this made",
                        "which algorithm",
                        "what algorithm",
                        "which method",
                        "what method",
                        "which engine",
                        "what engine",
                        "how are the patients made",
                        "how do you generate",
                        "how does it work",
                        "how are the patients generated",
                        "how were they made",
                        "how were these made",
                        "how were these generated"));
    }

    private AboutWords() {}

    static Optional<Intent> read(String message, Language likely) {
        if (message.length() > 300) {
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
        for (Map.Entry<Topic, List<String>> e : CUES.entrySet()) {
            for (String cue : e.getValue()) {
                if (text.indexOf(" " + cue + " ") >= 0) {
                    return Optional.of(new Intent.About(e.getKey()));
                }
            }
        }
        return Optional.empty();
    }
}
