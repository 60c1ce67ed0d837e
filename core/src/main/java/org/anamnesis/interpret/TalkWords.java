package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages about the conversation itself: "undo", "save this as A", "what did you assume?". Only a
 * message that is nothing else is taken; all others are left to the readers of cohorts and
 * questions.
 */
public final class TalkWords {
    private static final int LONGEST = 200;

    /** "go back to how it was before the smokers", "undo everything since the statin". */
    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?i).*\\b(?:back|return|revert|restore|rewind|undo (?:all|everything))\\b.*"
                            + "\\b(before|since|after)\\s+(?:(?:i|we)\\s+(?:added|asked for|said|mentioned|put in"
                            + "|brought in|dropped|removed|changed)\\s+)?(?:the |my |that |adding |all the )?"
                            + "([^,.;!?]{2,40})[.!]*");

    /** Say nothing of their own, wherever they stand. */
    private static final Set<String> POLITE =
            Set.of(
                    ("please pls ok okay now then just can could you would lets let us hey hi"
                                    + " thanks so and well , . ! ? \" : hmm oh actually all")
                            .split(" "));

    private static final Set<String> PRAISE =
            Set.of(
                    ("great good nice perfect fine thank cheers super excellent wonderful lovely"
                                    + " appreciated awesome brilliant cool thx ta fantastic amazing"
                                    + " sweet better neat kind helpful happy glad pleased delighted"
                                    + " satisfied useful terrific superb splendid beautiful marvellous"
                                    + " grand impressive smashing grateful obliged gratitude")
                            .split(" "));

    /** Stand beside praise in a message that is nothing else. */
    private static final Set<String> BESIDE_PRAISE =
            Set.of(
                    ("a lot much very many that thats is looks it for this really work job i like"
                                    + " love to me the so now bunch million your help again indeed way"
                                    + " was sounds seems enough one done right works pretty no its"
                                    + " generate youve you am im been with of how most too ever we"
                                    + " do be everything result results just what needed wanted")
                            .split(" "));

    private static final Set<String> CHANGE =
            Set.of(
                    ("change changes edit edits step steps turn turns 1 thing things request"
                                    + " requests modification modifications move moves message messages"
                                    + " instruction instructions edition update updates adjustment"
                                    + " adjustments ones one version versions state states")
                            .split(" "));
    private static final Set<String> POINTING =
            Set.of(
                    "that it this the last my previous times latest recent by of those these again your out off once more"
                            .split(" "));

    private final List<String> words = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final boolean polite;
    private final boolean thanks;
    private final String plain;

    private TalkWords(String message, Language likely) {
        Wording wording = Wording.of(message, likely);
        boolean any = false;
        boolean thanked = false;
        String before = "";
        for (Token t : Tokens.of(wording.english())) {
            any |= t.kind() == Token.Kind.WORD;
            thanked |= t.text().equals("thanks");
            boolean whole =
                    t.text().equals("all") && Words.like(before, "it|this|that"); // "scrap it all"
            before = t.text();
            String quote = wording.quote(t.start(), t.end());
            if (whole || quote.equals("US") || !POLITE.contains(t.text())) {
                boolean word =
                        Words.like(
                                quote, "(?i)one|(?:a )?million"); // "that one", "thanks a million"
                words.add(
                        word
                                ? quote.toLowerCase(Locale.ROOT)
                                : t.number() ? t.value().toPlainString() : t.text());
                written.add(quote);
            }
        }
        polite = any;
        thanks = thanked;
        plain = String.join(" ", words);
    }

    /** "I want 700 diabetics, for a sample size calculation" asks nothing. */
    private static final Pattern WISH =
            Pattern.compile("(?is)\\W*(?:i|we) (?:want|need|would like)\\b[^?]*\\b\\d{2,}\\b[^?]*");

    /**
     * @param names of saved states
     * @param likely the language of a message that shows none
     */
    public static Optional<Intent> read(String message, Set<String> names, Language likely) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        String clean = Courtesy.without(MessageText.withoutControls(message));
        Matcher before = BEFORE.matcher(clean.strip());
        if (before.matches()) {
            Intent back = before(before.group(2), names);
            boolean after = before.group(1).equalsIgnoreCase("after");
            if (!after || !(back instanceof Intent.Before)) {
                return Optional.of(back);
            }
        }
        if (UnitSystems.wished(clean) && names.stream().noneMatch("SI"::equalsIgnoreCase)) {
            return Optional.empty();
        }
        Optional<Intent> intent = new TalkWords(clean, likely).intent(names);
        return WISH.matcher(clean).matches()
                ? intent
                : intent.or(() -> AboutWords.read(clean, likely));
    }

    /** "since clean" is of a state of that name, "since my first request" of that request. */
    private static Intent before(String what, Set<String> names) {
        String plain = what.strip().replaceAll("^[\"'“‘«]|[\"'”’»]$", "");
        Optional<String> name = names.stream().filter(plain::equalsIgnoreCase).findFirst();
        if (name.isPresent()) {
            return new Intent.GoBack(name.get());
        }
        if (Words.like(plain, "(?i)that|this|it|then|now|the last (?:change|step|one|edit)")) {
            return new Intent.Undo(1);
        }
        return Words.like(
                        plain,
                        "(?i)(?:very )?(?:first|original|initial) (?:request|version|cohort|one)")
                ? new Intent.Return(1)
                : new Intent.Before(what);
    }

    /**
     * What a message that nobody could read wants of the conversation, by the words in it.
     *
     * @param names of saved states
     * @param question whether it asks
     */
    public static Optional<Intent> loosely(
            String message, Set<String> names, Language likely, boolean question) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        TalkWords talk = new TalkWords(MessageText.withoutControls(message), likely);
        return LooseTalk.of(talk.words, talk.written, names)
                .filter(i -> !question || LooseTalk.asked(i, message));
    }

    /** What a question that has no other answer is roughly about. */
    public static Optional<Intent> about(String message, Language likely) {
        return AboutWords.last(Courtesy.without(MessageText.withoutControls(message)), likely);
    }

    private Optional<Intent> intent(Set<String> names) {
        if (words.isEmpty()) {
            return polite ? Optional.of(new Intent.Thanks()) : Optional.empty();
        }
        PlainWords all = PlainWords.of(plain);
        Optional<Intent> fixed = TalkPhrases.intent(all, 0, all.size());
        if (fixed.isPresent()) {
            return fixed;
        }
        if (praises()) {
            return Optional.of(new Intent.Thanks());
        }
        int from = TalkPhrases.behindLeads(all);
        int to = TalkPhrases.beforeTails(all, from);
        Optional<Intent> within = TalkPhrases.intent(all, from, to);
        if (within.isPresent()) {
            return within;
        }
        keep(all, from, to);
        return version()
                .or(this::undo)
                .or(() -> new StateWords(words, written, names).read())
                .or(this::make);
    }

    /** Leaves the words of the message itself. */
    private void keep(PlainWords all, int from, int to) {
        int first = PlainWords.tokens(words, from);
        int last = to == all.size() ? words.size() : PlainWords.tokens(words, to);
        List<String> kept = List.copyOf(words.subList(first, last));
        List<String> asWritten = List.copyOf(written.subList(first, last));
        words.clear();
        words.addAll(kept);
        written.clear();
        written.addAll(asWritten);
    }

    private boolean praises() {
        return words.size() < 8
                && (thanks || words.stream().anyMatch(PRAISE::contains))
                && words.stream()
                        .allMatch(
                                w ->
                                        PRAISE.contains(w)
                                                || BESIDE_PRAISE.contains(w)
                                                || w.equals("a million"))
                && !words.contains("generate");
    }

    /** By its number, as the page lists it; state 1 is that after the first change. */
    private static final Pattern VERSION =
            Pattern.compile(
                    "(?:lets |please |i want |can we )*(?:(?:go|take me|jump|switch|return|revert|roll|move|change|get|bring me) (?:back )?to|back to|restore|reload|recall|bring back|get back|use|take)"
                            + " (?:the )?(?:version|state)(?: number| no| nr| #)? ?([0-9]{1,4})(?: again| please| instead)*");

    private static final Pattern VERSIONS =
            Pattern.compile(
                    "(?:please )?(?:compare|contrast|hold) versions? ([0-9]{1,4})(?: (?:and|with|to|against|versus|vs|beside))?"
                            + "(?: (?:version )?([0-9]{1,4})| (?:now|this|the current(?: one| version)?|current))?");

    private Optional<Intent> version() {
        String said = String.join(" ", words);
        Matcher back = VERSION.matcher(said);
        Matcher two = VERSIONS.matcher(said);
        if (two.matches()) {
            String second = two.group(2) == null ? "now" : "version " + two.group(2);
            return Optional.of(new Intent.Compare("version " + two.group(1), second));
        }
        return back.matches()
                ? Optional.of(new Intent.GoBack("version " + back.group(1)))
                : Optional.empty();
    }

    /** "undo the last two changes", "go back three steps", "take the last 2 back". */
    private Optional<Intent> undo() {
        String first = word(0);
        boolean verb =
                Words.like(
                        first,
                        "undo|revert|reverse|cancel|retract|rollback|withdraw|rescind|annul|unwind|rewind|back|unmake|void|nullify");
        boolean steps =
                number(first) > 0 && word(1).matches("steps?|changes|turns|edits|versions?|moves");
        boolean move = steps || Words.like(first, "go|take|roll|step|move|wind|jump|turn|put");
        int back = words.indexOf("back");
        boolean count = words.stream().anyMatch(w -> number(w) > 0) || words.contains("steps");
        boolean forget =
                Words.like(first, "forget|scrap|drop|remove|delete|ignore|discard|scratch");
        boolean changes = words.stream().anyMatch(w -> CHANGE.contains(w) && w.endsWith("s"));
        boolean weak = forget && count && changes && words.contains("last");
        if (!verb && !(move && back > 0) && !weak) {
            return Optional.empty();
        }
        if (first.equals("undo") && words.size() > 2 && back > 0 && numberless()) {
            return Optional.of(new Intent.Undo(1)); // "undo, I want the younger ones back"
        }
        int n = 1;
        for (int i = steps ? 0 : 1; i < words.size(); i++) {
            String w = words.get(i);
            if (number(w) > 0) { // "the last one" is one change
                n = number(w);
            } else if (!CHANGE.contains(w) && !POINTING.contains(w) && i != back) {
                return Optional.empty();
            }
        }
        return Optional.of(new Intent.Undo(n));
    }

    private boolean numberless() {
        return words.stream().noneMatch(w -> Words.like(w, "[0-9].*"));
    }

    private static int number(String w) {
        if (w.equals("twice") || w.equals("couple") || w.equals("both")) {
            return 2;
        }
        if (w.equals("one")) {
            return 1;
        }
        if (Words.like(w, "[x×][1-9]|[1-9][x×]")) {
            return Integer.parseInt(w.replaceAll("[x×]", ""));
        }
        return Words.like(w, "[1-9][0-9]?") ? Integer.parseInt(w) : -1;
    }

    /** "make it", "write the files to trial-a". */
    private Optional<Intent> make() {
        boolean verb = word(0).matches("make|generate|create|write|export|produce|build|save|run");
        int to = Math.max(words.indexOf("to"), words.indexOf("into"));
        int end = to > 0 ? to : words.size();
        boolean plainThings =
                verb
                        && words.subList(1, end).stream()
                                .allMatch(
                                        w ->
                                                Words.like(
                                                        w,
                                                        "it|them|the|files|data|this|dataset|cohort|tables|patients|these|that|to|disk|everything|me"));
        boolean format =
                to > 0
                        && words.get(words.size() - 1)
                                .matches(
                                        "excel|xlsx?|csv|json|fhir|omop|parquet|stata|spss|sas|xml|r");
        if (!plainThings || format || end > 4 || (to > 0 && words.size() - to != 2)) {
            return Optional.empty();
        }
        return Optional.of(
                new Intent.Make(
                        to > 0 ? Optional.of(written.get(words.size() - 1)) : Optional.empty()));
    }

    private String word(int i) {
        return i < words.size() ? words.get(i) : "";
    }
}
