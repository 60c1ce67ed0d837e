package org.anamnesis.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.anamnesis.converse.Narrowed;

/**
 * What the user should know of one line of the specification: what was said last and cannot be
 * together with it, what no file can be made of, whom it leaves too few of.
 */
final class Flags {
    private static final Pattern QUOTED = Pattern.compile("[“\"]([^“”\"]+)[”\"]");

    private final Optional<TurnView> last;
    private final List<String> warnings;
    private final Optional<Narrowed> rare;

    /**
     * @param turns all that were told, oldest first
     * @param narrowing whom the requirements leave, one after the other
     */
    Flags(List<TurnView> turns, List<Narrowed> narrowing) {
        this.last = turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(turns.size() - 1));
        List<TurnView> changed = turns.stream().filter(t -> !t.changes().isEmpty()).toList();
        this.warnings = changed.isEmpty() ? List.of() : changed.get(changed.size() - 1).warnings();
        this.rare = narrowing.stream().filter(Narrowed::rare).findFirst();
    }

    /**
     * @param text of the line
     * @param words that the line rests on
     */
    List<String> of(String text, List<String> words) {
        List<String> all = new ArrayList<>();
        for (TurnView.ProblemView p : last.map(TurnView::problems).orElse(List.of())) {
            List<String> places = quoted(p.where());
            if (names(places, text, words)) {
                List<String> others =
                        places.stream().filter(w -> !names(List.of(w), text, words)).toList();
                all.add(against(others) + p.message() + " Try: " + p.suggestion() + ".");
            }
        }
        warnings.stream().filter(w -> names(quoted(w), text, words)).forEach(all::add);
        rare.filter(r -> r.text().equals(text))
                .ifPresent(
                        r ->
                                all.add(
                                        "from here on few are left, %s %% of the reference population"
                                                .formatted(Figures.significant(100 * r.share()))));
        return all;
    }

    private static String against(List<String> others) {
        return others.isEmpty() ? "" : "not with “" + String.join("”, “", others) + "”: ";
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
    }

    private static boolean names(List<String> places, String text, List<String> words) {
        return places.stream().anyMatch(p -> p.equals(text) || words.contains(p));
    }
}
