package org.anamnesis.converse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every family of phrases with examples: the page docs/guide/talking.md, and a test of each. */
public final class PhraseBook {
    /**
     * One example.
     *
     * @param family what it is about
     * @param before messages said before it
     * @param words the example
     * @param kind what it comes to
     */
    public record Example(String family, List<String> before, String words, Turn.Kind kind) {
        public Example {
            before = List.copyOf(before);
        }
    }

    /**
     * What-ifs that need all that is measured of adults, and of them and children, and who takes
     * what, so that no turn has to read it all at once.
     */
    private static final List<Example> EVERYTHING =
            Stream.of("1000 patients", "1000 patients aged 10 to 60")
                    .map(people -> List.of(people, "300 observations"))
                    .map(b -> new Example("", b, "what if they were women?", Turn.Kind.CHANGED))
                    .toList();

    private PhraseBook() {}

    /** In the order of the page. */
    public static List<Example> examples() {
        List<Example> all = new ArrayList<>();
        for (String line : text().lines().toList()) {
            String[] parts = line.split("\t", -1);
            if (!line.startsWith("#") && parts.length == 4) {
                List<String> before =
                        parts[1].isEmpty() ? List.of() : List.of(parts[1].split("\\|"));
                Turn.Kind kind = Turn.Kind.valueOf(parts[3].toUpperCase(Locale.ROOT));
                all.add(new Example(parts[0], before, parts[2], kind));
            }
        }
        return all;
    }

    private static String text() {
        try (InputStream in = PhraseBook.class.getResourceAsStream("phrases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page in Markdown, with what the program makes of each example. */
    public static String page(Anamnesis program) {
        StringBuilder page =
                new StringBuilder(
                        "# What can be said\n\nMade from the program by `PhraseBookTest`, which tries each example; do not edit by hand.\n");
        String family = "";
        for (Example e : examples()) {
            if (!e.family().equals(family)) {
                family = e.family();
                page.append("\n## ")
                        .append(family)
                        .append("\n\n| after | you say | what comes of it |\n|---|---|---|\n");
            }
            page.append("| ")
                    .append(String.join("; ", e.before()))
                    .append(" | ")
                    .append(e.words())
                    .append(" | ")
                    .append(outcome(turn(program, e)))
                    .append(" |\n");
        }
        return page.toString();
    }

    /**
     * Plays the examples, the last of each family first, in conversations that nobody sees: what
     * turns need is read and compiled before the user speaks.
     *
     * @param goOn asked before each
     */
    public static void rehearse(Anamnesis program, BooleanSupplier goOn) {
        Map<String, Example> oneOfEach = new LinkedHashMap<>();
        List<Example> all = examples();
        all.forEach(e -> oneOfEach.put(e.family(), e));
        Set<Example> ordered = new LinkedHashSet<>(oneOfEach.values());
        ordered.addAll(EVERYTHING);
        ordered.addAll(all);
        for (Example e : ordered) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            turn(program, e);
        }
    }

    static Turn turn(Anamnesis program, Example example) {
        Conversation c = Conversation.EMPTY;
        for (String message : example.before()) {
            c = program.turn(c, message).after();
        }
        return program.turn(c, example.words()).turn();
    }

    private static String outcome(Turn t) {
        String text =
                switch (t.kind()) {
                    case CHANGED ->
                            t.changes().stream()
                                    .map(Change::text)
                                    .collect(Collectors.joining("; "));
                    case ASKED ->
                            t.question().orElseThrow().text()
                                    + " "
                                    + String.join(" / ", t.question().get().choices());
                    default -> t.reply().lines().findFirst().orElse("");
                };
        return text.replace("|", "\\|");
    }
}
