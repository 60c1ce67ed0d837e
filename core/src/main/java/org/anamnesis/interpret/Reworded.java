package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.problem.Problem;

/**
 * A message in which some words gave way to a column and what is asked of it, which the forms of
 * {@link ColumnPatterns} read.
 */
final class Reworded {
    private final List<TableColumn> columns;
    private final Map<String, String> written = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String text;

    Reworded(String message, List<TableColumn> columns) {
        this.text = message;
        this.columns = columns;
    }

    String text() {
        return text;
    }

    /** The user's words by the text that stands for them. */
    Map<String, String> written() {
        return written;
    }

    List<Problem> problems() {
        return problems;
    }

    void wrong(Problem problem) {
        problems.add(problem);
    }

    /** Whether the text says this somewhere, and not as a name or an answer of the table. */
    Optional<String> says(Pattern what) {
        List<int[]> named = named();
        return what.matcher(text)
                .results()
                .filter(m -> named.stream().noneMatch(n -> within(m, n)))
                .map(MatchResult::group)
                .findFirst();
    }

    /**
     * Puts other words in place of some, unless these are a name or an answer of the table, which
     * are read as they are.
     *
     * @param by empty where nothing is to be said instead
     */
    void replace(Pattern what, Function<MatchResult, Optional<String>> by) {
        List<int[]> named = named();
        text =
                what.matcher(text)
                        .replaceAll(
                                m -> {
                                    boolean own = named.stream().anyMatch(n -> within(m, n));
                                    Optional<String> now = own ? Optional.empty() : by.apply(m);
                                    now.ifPresent(n -> written.put(n, m.group()));
                                    return Matcher.quoteReplacement(now.orElse(m.group()));
                                });
    }

    /** Words as a whole, in any case; spaces stand for any. */
    static Pattern words(String... forms) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_-])(?:"
                        + String.join("|", forms).replace(" ", "\\s+")
                        + ")(?![\\p{L}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private List<int[]> named() {
        List<int[]> places = new ArrayList<>();
        for (TableColumn c : columns) {
            List<String> words = new ArrayList<>(c.names());
            words.addAll(c.answers().keySet());
            for (String word : words) {
                Matcher m = words(Pattern.quote(word).replace(" ", "\\E\\s+\\Q")).matcher(text);
                while (m.find()) {
                    places.add(new int[] {m.start(), m.end()});
                }
            }
        }
        return places;
    }

    private static boolean within(MatchResult m, int[] place) {
        return place[0] <= m.start() && m.end() <= place[1];
    }
}
