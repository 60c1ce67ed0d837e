package org.anamnesis.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.converse.CitedNumbers;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.store.TalkStore;

/**
 * One message and what came of it, as the page shows it.
 *
 * @param number from 0
 * @param kind what came of it, for its colour
 * @param language of the reply, ISO 639-1
 * @param reply lines
 * @param sources to which numbers of the reply lead
 * @param reading what was understood, with the words in quotes behind it
 * @param reach whom the request leaves of the population; empty if everybody or if nobody looked
 * @param problems what is wrong and what would be right
 */
public record TurnView(
        int number,
        String message,
        String kind,
        String language,
        List<Line> reply,
        List<CitedNumbers.Cite> sources,
        List<ChangeView> changes,
        List<String> reading,
        List<String> assumed,
        List<String> notUsed,
        List<String> warnings,
        List<ProblemView> problems,
        Optional<Asked> question,
        String reach) {
    private static final String ITEM = "  - ";

    /** A share that is shown as the whole. */
    private static final double ALL = 0.9995;

    /**
     * A change, with the words it rests on.
     *
     * @param kind added, removed or set
     */
    public record ChangeView(String kind, String text, List<String> words) {}

    /**
     * A line of a reply.
     *
     * @param item of a list
     * @param parts of which some name their source
     */
    public record Line(boolean item, List<CitedNumbers.Part> parts) {}

    /**
     * @param where whose words it is about, in quotes where there are several
     */
    public record ProblemView(String where, String message, String suggestion) {}

    /** What is asked back; the first choice is the usual one. */
    public record Asked(String text, List<String> choices) {}

    static TurnView of(TalkStore.ToldTurn turn) {
        return of(turn.number(), JsonText.object(turn.told()));
    }

    static TurnView of(int number, Map<String, Object> told) {
        List<ChangeView> changes =
                objects(told, "changes").stream()
                        .map(
                                c ->
                                        new ChangeView(
                                                text(c, "change"),
                                                text(c, "text").replaceFirst("^[+-] ", ""),
                                                texts(c, "words")))
                        .toList();
        List<String> reading = texts(told, "reading");
        Optional<Asked> question =
                object(told, "question").map(q -> new Asked(text(q, "text"), texts(q, "choices")));
        String language = text(told, "language");
        CitedNumbers.Told reply =
                CitedNumbers.of(
                        reply(told, !reading.isEmpty() && !changes.isEmpty(), question),
                        object(told, "answer").orElse(Map.of()),
                        language);
        return new TurnView(
                number,
                text(told, "message"),
                text(told, "kind"),
                language,
                reply.lines().stream().map(TurnView::line).toList(),
                reply.sources(),
                changes,
                reading,
                texts(told, "assumed"),
                texts(told, "not_used"),
                texts(told, "warnings"),
                objects(told, "problems").stream()
                        .map(
                                p ->
                                        new ProblemView(
                                                text(p, "where"),
                                                text(p, "message"),
                                                text(p, "suggestion")))
                        .toList(),
                question,
                object(told, "population").map(TurnView::reach).orElse(""));
    }

    /**
     * Without what the page shows in another way: changes first, the choices of a question last.
     */
    private static List<String> reply(
            Map<String, Object> told, boolean changed, Optional<Asked> question) {
        return text(told, "reply")
                .lines()
                .skip(changed ? 1 : 0)
                .filter(l -> question.isEmpty() || !asks(l, question.get()))
                .toList();
    }

    private static Line line(List<CitedNumbers.Part> parts) {
        CitedNumbers.Part first = parts.get(0);
        if (!first.text().startsWith(ITEM)) {
            return new Line(false, parts);
        }
        List<CitedNumbers.Part> rest = new ArrayList<>(parts);
        rest.set(0, new CitedNumbers.Part(first.text().substring(ITEM.length()), first.source()));
        return new Line(true, rest);
    }

    private static boolean asks(String told, Asked question) {
        String line = told.strip();
        return line.startsWith(question.text())
                || (line.matches("[a-z]\\. .*")
                        && question.choices().stream().anyMatch(line.substring(3)::startsWith));
    }

    /** That a request leaves everybody tells nothing, least of all where others stand in. */
    private static String reach(Map<?, ?> population) {
        double share = ((Number) population.get("share")).doubleValue();
        if (share >= ALL) {
            return "";
        }
        double people = ((Number) population.get("residents")).doubleValue();
        return String.format(
                Locale.ROOT,
                "%s %% of the reference population, about %s million people",
                Figures.significant(100 * share),
                Figures.significant(people / 1e6));
    }

    /** Whether undoing would take something back. */
    public boolean undoable() {
        return !changes.isEmpty();
    }

    private static Optional<Map<?, ?>> object(Map<?, ?> m, String key) {
        return m.get(key) instanceof Map<?, ?> o ? Optional.of(o) : Optional.empty();
    }

    private static List<Map<?, ?>> objects(Map<?, ?> m, String key) {
        return m.get(key) instanceof List<?> all
                ? all.stream().<Map<?, ?>>map(o -> (Map<?, ?>) o).toList()
                : List.of();
    }

    private static List<String> texts(Map<?, ?> m, String key) {
        return m.get(key) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Map<?, ?> m, String key) {
        return m.get(key) == null ? "" : String.valueOf(m.get(key));
    }
}
