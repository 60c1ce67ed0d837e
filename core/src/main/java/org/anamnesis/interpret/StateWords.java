package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.interpret.Intent.Changes;
import org.anamnesis.interpret.Intent.Compare;
import org.anamnesis.interpret.Intent.GoBack;
import org.anamnesis.interpret.Intent.Save;

/** States by their names: "save this as A", "go back to A", "compare A and B", "since A". */
final class StateWords {
    /** Before a name, and no part of it. */
    private static final Set<String> BEFORE_NAME =
            Set.of(
                    ("the one version cohort state called named saved my under name copy snapshot"
                                    + " request label of by as i saving titled set one's")
                            .split(" "));

    private static final Set<String> NO_NAME =
            Set.of(
                    ("csv parquet fhir omop json excel xlsx tsv ndjson file files it is was they are"
                                    + " that this possible before usual default reference baseline-file"
                                    + " low high small large")
                            .split(" "));

    private static final List<WordPattern> SAVE =
            patterns(
                    "save/store/remember/bookmark/stash/record/file/mark [a_copy/a_snapshot/copy] [of] [this/it/that/the/what_we_have/what_i_have/my] [current/present] [one/version/cohort/state/request/set/spec/selection/result/point] [down/here] as/under/with/by/called/named [the] [name/label/title] [of]",
                    "keep/take [a_copy/a_snapshot/copy] [of] [this/it/that/the/what_we_have] [current/present] [one/version/cohort/state/request/set/spec/selection] [in_mind] as/under/called/named [the] [name/label/title] [of]",
                    "call/name/label/title/tag/christen/mark this/it/that/the/current [current] [one/version/cohort/state/request/set/point] [as]",
                    "give this/it/that/the [one/version/cohort/state/current] [version/cohort/state] the/a name/label/title [of]",
                    "save/store [this/the/current] version/state/cohort/snapshot [as]",
                    "save this/it/that as",
                    "save as",
                    "this/that is/shall_be/will_be [now] called/named/my_version",
                    "remember this/it/that as/under");

    private static final List<WordPattern> BACK =
            patterns(
                    "go/take_me/bring_me/jump/switch/return/revert/roll/come/move/step/skip/turn/get/change/put_it/put_me/lets_go/flip [me/it/us] [straight] back [over] to [the/version/my]",
                    "back to",
                    "return/revert/switch/jump/change [over] to",
                    "restore/reload/recall/reinstate/bring_back/get_back/bring_up/pull_up/resume/reopen/revive");
    private static final List<WordPattern> MAYBE_BACK =
            patterns(
                    "load/open/use/show_me/show/get/take/pick_up/continue_with/carry_on_with/work_with/work_on/give_me/give_me_back/have/want/go_with/go_on_with/apply/activate/set_it_to/make/fetch/bring [me/back]");

    private static final Set<String> NOW = Set.of("this", "now", "current", "it", "present");

    private final List<String> words;
    private final List<String> written;
    private final Set<String> names;
    private final PlainWords plain;

    StateWords(List<String> words, List<String> written, Set<String> names) {
        this.words = words;
        this.written = written;
        this.names = names;
        this.plain = PlainWords.of(String.join(" ", words));
    }

    private static List<WordPattern> patterns(String... phrases) {
        List<WordPattern> all = new ArrayList<>();
        for (String phrase : phrases) {
            all.add(WordPattern.of(phrase));
        }
        return all;
    }

    Optional<Intent> read() {
        return compared().or(this::saved).or(this::back);
    }

    private Optional<Intent> saved() {
        List<String> mentioned = mentioned();
        if (words.get(0).matches("overwrite|update|replace|refresh|re-save|resave")
                && mentioned.size() == 1) {
            return Optional.of(new Save(mentioned.get(0))); // "overwrite A with this"
        }
        int from = behind(SAVE);
        return from < 0 ? Optional.empty() : name(from).map(Save::new);
    }

    private Optional<Intent> back() {
        int sure = behind(BACK);
        if (sure > 0) {
            Optional<String> name = name(sure);
            Optional<String> known = name.flatMap(this::known);
            boolean letter = name.filter(n -> Words.like(n, "[A-Za-z][A-Za-z0-9]?")).isPresent();
            boolean beginning =
                    name.filter(n -> Words.like(n, "(?i)(beginning|start)")).isPresent();
            if (known.isPresent() || letter || beginning) {
                return Optional.of(new GoBack(known.orElse(name.orElseThrow())));
            }
        }
        int maybe = behind(MAYBE_BACK);
        Optional<String> known = maybe > 0 ? name(maybe).flatMap(this::known) : Optional.empty();
        if (known.isPresent()) {
            return known.map(GoBack::new);
        }
        List<String> mentioned = mentioned();
        boolean again = words.contains("back") || words.contains("again");
        return mentioned.size() == 1 && again && words.size() < 8
                ? Optional.of(new GoBack(mentioned.get(0)))
                : Optional.empty();
    }

    /** First word behind one of the phrases at the start; the longest counts; -1 if none fits. */
    private int behind(List<WordPattern> phrases) {
        int best = -1;
        for (WordPattern p : phrases) {
            best = Math.max(best, p.match(plain, 0));
        }
        return best < 0 || best >= plain.size() ? -1 : PlainWords.tokens(words, best);
    }

    /** "compare A and B", "how does this differ from A?", "what changed since A". */
    private Optional<Intent> compared() {
        List<String> mentioned = mentioned();
        int since =
                Math.max(
                        words.indexOf("since"),
                        Math.max(words.indexOf("from"), words.indexOf("against")));
        boolean changed =
                words.stream().anyMatch(w -> Words.like(w, "chang.*|new|done|happened|added|diff"));
        boolean far = words.size() > 2 && words.get(0).equals("how") && words.get(1).equals("far");
        boolean differ =
                words.stream().anyMatch(w -> Words.like(w, "differ.*|compar.*|distinguish.*"));
        boolean after = words.contains("since");
        if (since > 0 && (changed || far || (differ && after)) && words.size() < 12) {
            Optional<String> name = name(since + 1);
            boolean last =
                    words.size() < since + 6
                            && words.contains("last")
                            && words.get(words.size() - 1).matches("saved?|version|saving|time");
            Optional<String> latest = names.stream().reduce((a, b) -> b);
            if (last && latest.isPresent()) {
                return Optional.of(new Changes(latest));
            }
            boolean plain =
                    name.filter(
                                    n ->
                                            known(n).isPresent()
                                                    || Words.like(
                                                            n,
                                                            "(?!(?i)(?:last|before|then|now|just)$)\\S+"))
                            .isPresent();
            if (plain) {
                return name.map(n -> new Changes(Optional.of(known(n).orElse(n))));
            }
        }
        boolean versus = words.contains("versus") || words.contains("vs");
        boolean side =
                words.contains("side")
                        || words.contains("beside")
                        || words.contains("alongside")
                        || (words.contains("next") && words.contains("to"));
        boolean opposed = words.contains("against") || words.contains("between");
        if (!(differ || versus || side || opposed)) {
            return Optional.empty();
        }
        if (mentioned.size() >= 2) {
            return Optional.of(new Compare(mentioned.get(0), mentioned.get(1)));
        }
        if (mentioned.size() == 1) {
            String name = mentioned.get(0);
            boolean change = since > 0 && !words.get(0).equals("compare");
            return Optional.of(
                    change && !words.contains("compare")
                            ? new Changes(Optional.of(name))
                            : nowFirst(name) ? new Compare("now", name) : new Compare(name, "now"));
        }
        return unknown();
    }

    /** "compare this with A": what is there now comes first. */
    private boolean nowFirst(String name) {
        String first = plainName(name).split(" ")[0];
        for (String w : words) {
            if (w.equals(first)) {
                return false;
            }
            if (NOW.contains(w)) {
                return true;
            }
        }
        return false;
    }

    /** "compare A and B" of names that nobody gave, which is told. */
    private Optional<Intent> unknown() {
        boolean compare = words.get(0).equals("compare");
        int between = words.indexOf("between");
        boolean short_ = words.size() <= (between > 0 ? between + 4 : 5);
        boolean differ = words.stream().anyMatch(w -> w.startsWith("differ"));
        if (!short_ || !(compare || (between > 0 && differ))) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        for (int i = compare ? 1 : between + 1; i < words.size(); i++) {
            if (!Set.of("and", "with", "to", "versus", "vs", "against").contains(words.get(i))) {
                found.add(written.get(i));
            }
        }
        if (found.size() == 1 && found.get(0).length() <= 2) {
            found.add("now");
        }
        boolean letters =
                found.stream().allMatch(n -> Words.like(n, "[A-Za-z].?") || NOW.contains(n));
        return found.size() == 2 && letters
                ? Optional.of(new Compare(found.get(0), found.get(1)))
                : Optional.empty();
    }

    /** Known names in the order in which they are mentioned. */
    private List<String> mentioned() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String best = "";
            for (String name : names) {
                int n = PlainWords.of(name).size();
                int end = Math.min(words.size(), i + n);
                boolean here =
                        plainName(String.join(" ", words.subList(i, end))).equals(plainName(name))
                                || plainName(written.get(i)).equals(plainName(name));
                if (here && name.length() > best.length()) {
                    best = name;
                }
            }
            boolean article = best.equalsIgnoreCase("a") && i + 1 < words.size() && article(i);
            if (!best.isEmpty() && !article && !found.contains(best)) {
                found.add(best);
            }
        }
        return found;
    }

    /** A small "a" that stands before a word is no name, unless it links to another name. */
    private boolean article(int i) {
        return written.get(i).equals("a")
                && !words.get(i + 1).matches("and|to|with|versus|vs|from|or|differ|again|back");
    }

    /** The rest of the message as a name, as it was written. */
    private Optional<String> name(int from) {
        int at = from;
        while (at + 1 < words.size() && BEFORE_NAME.contains(words.get(at))) {
            at++;
        }
        int end = words.size();
        while (end - 1 > at
                && words.get(end - 1).matches("again|back|version|instead|today|please|over")) {
            end--;
        }
        boolean twice =
                end - 3 >= at
                        && words.get(end - 1).matches("it|this|that")
                        && words.get(end - 2).matches("save|keep|store|remember|record");
        end = twice ? end - 2 : end; // "call this one pilot and save it"
        List<String> rest = written.subList(Math.min(at, end), end);
        String name = String.join(" ", rest);
        boolean no = rest.stream().allMatch(w -> NO_NAME.contains(w.toLowerCase(Locale.ROOT)));
        return rest.isEmpty() || rest.size() > 4 || no || name.length() > 40
                ? Optional.empty()
                : Optional.of(name);
    }

    private Optional<String> known(String name) {
        return names.stream().filter(n -> plainName(n).equals(plainName(name))).findFirst();
    }

    private static String plainName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
