package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Messages about the conversation itself: "undo", "save this as A", "what did you assume?". Only a
 * message that is nothing else is taken; all others are left to the readers of cohorts and
 * questions.
 */
public final class TalkWords {
    /** Say nothing of their own, wherever they stand. */
    private static final Set<String> POLITE =
            Set.of(
                    "please",
                    "pls",
                    "ok",
                    "okay",
                    "now",
                    "then",
                    "just",
                    "can",
                    "could",
                    "you",
                    "would",
                    "lets",
                    "let",
                    "us",
                    "hey",
                    "hi",
                    "thanks",
                    "so",
                    "and",
                    "well",
                    ",",
                    ".",
                    "!",
                    "?",
                    "\"",
                    ":",
                    "hmm",
                    "oh",
                    "actually",
                    "all");

    private static final Set<String> PRAISE =
            Set.of(
                    "great",
                    "good",
                    "nice",
                    "perfect",
                    "fine",
                    "thank",
                    "cheers",
                    "super",
                    "excellent",
                    "wonderful",
                    "lovely",
                    "appreciated",
                    "awesome",
                    "brilliant",
                    "cool",
                    "thx",
                    "ta");
    private static final Set<String> THANKS = thanks();

    private static Set<String> thanks() {
        Set<String> all = new java.util.HashSet<>(PRAISE);
        all.addAll(
                List.of(
                        "a", "lot", "much", "very", "many", "that", "thats", "is", "looks", "it",
                        "for", "this", "really", "work", "job", "i", "like", "all", "to", "me",
                        "the", "so", "now", "bunch", "million", "your", "help", "again", "indeed",
                        "way", "was"));
        return Set.copyOf(all);
    }

    private static final Set<String> SECOND_THOUGHTS =
            Set.of("no", "nope", "nah", "oops", "wait", "sorry");

    private static final Set<String> BACK = Set.of("undo", "redo", "revert", "back");

    private static final Set<String> CHANGE =
            Set.of("change", "changes", "edit", "edits", "step", "steps", "turn", "turns", "1");

    private final List<String> words = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private boolean polite;

    private TalkWords(String message, Language likely) {
        Wording wording = Wording.of(message, likely);
        for (Token t : Tokens.of(wording.english())) {
            polite |= t.kind() == Token.Kind.WORD;
            if (!POLITE.contains(t.text())) {
                words.add(t.number() ? t.value().toPlainString() : t.text());
                written.add(wording.quote(t.start(), t.end()));
            }
        }
        boolean second = words.size() > 1 && SECOND_THOUGHTS.contains(words.get(0));
        if (second && BACK.contains(words.get(1))) { // "no, undo that"
            words.remove(0);
            written.remove(0);
        }
    }

    /**
     * @param names of saved states
     * @param likely the language of a message that shows none
     */
    public static Optional<Intent> read(String message, Set<String> names, Language likely) {
        if (message.length() > 200) {
            return Optional.empty();
        }
        String clean = RuleReader.withoutControls(message);
        return new TalkWords(clean, likely).intent(names).or(() -> AboutWords.read(clean, likely));
    }

    private Optional<Intent> intent(Set<String> names) {
        String all = String.join(" ", words);
        if (written.isEmpty() && !polite) {
            return Optional.empty();
        }
        Optional<Intent> fixed = Optional.ofNullable(TalkPhrases.intent(all));
        boolean thanks =
                !words.isEmpty() && words.size() < 8 && THANKS.containsAll(words) && praise();
        if (thanks && fixed.isEmpty()) {
            return Optional.of(new Intent.Thanks());
        }
        return fixed.or(this::undo).or(() -> saved(names)).or(() -> compared(names)).or(this::make);
    }

    /** "undo the last two changes", "go back three steps", "undo twice". */
    private Optional<Intent> undo() {
        String first = word(0);
        boolean back = first.equals("go") && word(1).equals("back");
        boolean take = first.equals("take") && word(1).equals("back");
        if (!first.equals("undo") && !first.equals("revert") && !back && !take) {
            return Optional.empty();
        }
        if (first.equals("undo") && words.size() > 2 && words.contains("back") && numberless()) {
            return Optional.of(new Intent.Undo(1)); // "undo, I want the younger ones back"
        }
        int changes = 1;
        for (String w : words.subList(back || take ? 2 : 1, words.size())) {
            int n = number(w);
            if (n > 0) { // "the last one" is one change
                changes = n;
            } else if (!CHANGE.contains(w)
                    && !Set.of("that", "it", "this", "the", "last", "my", "previous", "times")
                            .contains(w)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Intent.Undo(changes));
    }

    private boolean praise() {
        return words.stream().anyMatch(PRAISE::contains);
    }

    private boolean numberless() {
        return words.stream().noneMatch(w -> w.matches("[0-9].*"));
    }

    private static int number(String w) {
        if (w.equals("twice") || w.equals("couple")) {
            return 2;
        }
        return w.matches("[1-9][0-9]?") ? Integer.parseInt(w) : -1;
    }

    /** "save this as A", "call it baseline", "go back to A". */
    private Optional<Intent> saved(Set<String> names) {
        boolean save =
                Set.of("save", "store", "remember", "keep", "bookmark", "call", "name", "label")
                        .contains(word(0));
        if (save) {
            int at = words.lastIndexOf("as");
            boolean called = Set.of("call", "name", "label").contains(word(0));
            boolean it = Set.of("this", "it", "that", "current").contains(word(1));
            int behind = it && word(2).matches("one|version|cohort|state") ? 3 : 2;
            int from = at > 0 ? at + 1 : called && it && words.size() > behind ? behind : -1;
            return from < 0 ? Optional.empty() : name(from).map(Intent.Save::new);
        }
        for (String lead :
                List.of(
                        "go back to",
                        "back to",
                        "return to",
                        "restore",
                        "revert to",
                        "reload",
                        "load",
                        "switch to",
                        "switch back to",
                        "use",
                        "show me",
                        "show",
                        "open",
                        "bring back",
                        "recall",
                        "get back",
                        "get",
                        "take me back to",
                        "jump back to",
                        "roll back to",
                        "switch over to",
                        "resume",
                        "pick up",
                        "continue with")) {
            if (starts(lead)) {
                Optional<String> name = name(lead.split(" ").length);
                boolean letters = name.filter(n -> n.matches(".*[A-Za-z].*")).isPresent();
                boolean sure = letters && (lead.contains("back") || lead.contains("re"));
                return name.filter(n -> known(n, names).isPresent() || (sure && n.length() <= 2))
                        .map(n -> new Intent.GoBack(known(n, names).orElse(n)));
            }
        }
        return Optional.empty();
    }

    /** "compare A and B", "what changed since A". */
    private Optional<Intent> compared(Set<String> names) {
        boolean compare = word(0).equals("compare");
        int between = words.indexOf("between");
        boolean differ =
                between > 0 && (words.contains("difference") || words.contains("differences"));
        boolean how = starts("how do") && words.contains("differ");
        if (compare || differ || how) {
            List<String> found = new ArrayList<>();
            for (int i = compare ? 1 : differ ? between + 1 : 2; i < words.size(); i++) {
                if (!Set.of("and", "with", "to", "versus", "vs", "against", "differ", "from")
                        .contains(words.get(i))) {
                    found.add(written.get(i));
                }
            }
            if (found.size() == 1) { // "compare A and now": the present state is politeness
                found.add("now");
            }
            return found.size() == 2
                    ? Optional.of(
                            new Intent.Compare(
                                    known(found.get(0), names).orElse(found.get(0)),
                                    known(found.get(1), names).orElse(found.get(1))))
                    : Optional.empty();
        }
        boolean changed =
                starts("what changed")
                        || starts("what has changed")
                        || starts("what have i changed")
                        || starts("what did i change")
                        || starts("show changes")
                        || starts("whats different")
                        || starts("what is different")
                        || starts("what differs")
                        || starts("how is this different")
                        || starts("how does this differ")
                        || starts("how far am i")
                        || starts("differences")
                        || starts("difference")
                        || word(0).equals("diff");
        int since =
                Math.max(
                        words.indexOf("since"),
                        Math.max(words.indexOf("from"), words.indexOf("against")));
        if (changed && since > 0) {
            return name(since + 1)
                    .map(n -> new Intent.Changes(Optional.of(known(n, names).orElse(n))));
        }
        return changed && words.size() <= 5
                ? Optional.of(new Intent.Changes(Optional.empty()))
                : Optional.empty();
    }

    /** "make it", "write the files to trial-a". */
    private Optional<Intent> make() {
        boolean verb =
                Set.of(
                                "make",
                                "generate",
                                "create",
                                "write",
                                "export",
                                "produce",
                                "build",
                                "save",
                                "run")
                        .contains(word(0));
        int to = Math.max(words.indexOf("to"), words.indexOf("into"));
        int end = to > 0 ? to : words.size();
        Set<String> things =
                Set.of(
                        "it",
                        "them",
                        "the",
                        "files",
                        "data",
                        "this",
                        "dataset",
                        "cohort",
                        "tables",
                        "patients",
                        "these",
                        "that",
                        "to",
                        "disk",
                        "everything",
                        "me");
        boolean plain = verb && things.containsAll(words.subList(1, end));
        if (!plain || end > 4) {
            return Optional.empty();
        }
        Optional<String> folder =
                to > 0 ? Optional.of(written.get(words.size() - 1)) : Optional.empty();
        return to > 0 && words.size() - to != 2
                ? Optional.empty()
                : Optional.of(new Intent.Make(folder));
    }

    private boolean starts(String phrase) {
        String all = String.join(" ", words);
        return all.equals(phrase) || all.startsWith(phrase + " ");
    }

    private String word(int i) {
        return i < words.size() ? words.get(i) : "";
    }

    /** The rest of the message as a name, as it was written. */
    private Optional<String> name(int from) {
        List<String> rest = new ArrayList<>();
        for (int i = from; i < words.size(); i++) {
            boolean article = rest.isEmpty() && Set.of("the", "version").contains(words.get(i));
            if (!article || i + 1 == words.size()) {
                rest.add(written.get(i));
            }
        }
        return rest.isEmpty() || rest.size() > 4
                ? Optional.empty()
                : Optional.of(String.join(" ", rest));
    }

    private static Optional<String> known(String name, Set<String> names) {
        return names.stream()
                .filter(n -> n.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
