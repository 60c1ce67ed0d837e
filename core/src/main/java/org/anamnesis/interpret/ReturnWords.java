package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.Criterion;

/**
 * What was asked before and shall be asked again, by its name: "put the age limit back", "the old
 * BMI target again", "the ages as they were". Only of messages that say nothing else.
 */
public final class ReturnWords {
    /** What of a subject is meant. */
    public enum Form {
        ANY,
        LIMIT,
        TARGET,
        SHARE,
        EXCLUSION
    }

    /** The subject of the number of patients. */
    public static final String COUNT = "count";

    /** The subject of the time that patients are followed. */
    public static final String TIMELINE = "timeline";

    /** The subject of what is observed. */
    public static final String OBSERVATIONS = "observations";

    /** The subject of a drug that is not named: the one given up last. */
    public static final String DRUG = "drug";

    /**
     * @param subjects ages, categories, observations, conditions, drugs or {@link #COUNT}
     * @param category who was named, if a category was: "the smokers"
     * @param numbers that were asked of it, as they were typed
     * @param exact as it was, even if nothing was asked then
     * @param first as it was at first, not as it was last
     * @param kept "keep it": only where it is not asked any more
     * @param beside "too": what came in its place stays
     * @param denied what is not to come back, or is to go: "not the ESR one"
     */
    public record Wish(
            List<String> subjects,
            Optional<Criterion.CategoryIn> category,
            Form form,
            List<Double> numbers,
            boolean exact,
            boolean first,
            boolean kept,
            boolean beside,
            List<String> denied) {}

    private static final int LONGEST = 100;

    /** Mean by themselves that it was there before. */
    private static final Set<String> STRONG =
            words(
                    "reinstate restore reintroduce readd reapply recover revive resurrect reestablish"
                            + " reimpose reinsert reactivate");

    private static final Set<String> WEAK =
            words(
                    "put bring get take have add want need use set switch move return revert turn go"
                            + " change make give reset insert ask impose apply wind roll");

    private static final Set<String> EMPTY =
            words(
                    "the in on my our your please to of we i it that those these this they them for"
                            + " with and no nope sorry actually hmm reflection thought thoughts second"
                            + " id lets let us would like you can could should shall must is be one ones"
                            + " both too also well now then but so again ok okay yes wait rather"
                            + " just only exactly same all from at a , . ! - : up over what which"
                            + " had was were said asked changed mind there did have do been earlier by else not without non exclude excluding years % percent ;");

    private static final Set<String> OLD =
            words("old original previous former earlier initial prior first");

    private static final Map<String, List<String>> PHRASES =
            Map.of(
                    DRUG,
                    List.of("drug", "medication", "medicine"),
                    COUNT,
                    List.of(
                            "number of patients",
                            "number of people",
                            "patient number",
                            "patient numbers",
                            "sample size",
                            "cohort size",
                            "patient count",
                            "headcount",
                            "number",
                            "numbers",
                            "count",
                            "size"),
                    TIMELINE,
                    List.of(
                            "follow - up",
                            "follow up",
                            "followup",
                            "timeline",
                            "time span",
                            "observation period"),
                    OBSERVATIONS,
                    List.of(
                            "list of observations",
                            "observations",
                            "observation list",
                            "list of labs",
                            "labs",
                            "columns",
                            "variables"));

    private static final Map<String, Form> FORMS =
            Map.ofEntries(
                    Map.entry("limit", Form.LIMIT),
                    Map.entry("limits", Form.LIMIT),
                    Map.entry("range", Form.LIMIT),
                    Map.entry("ranges", Form.LIMIT),
                    Map.entry("cutoff", Form.LIMIT),
                    Map.entry("threshold", Form.LIMIT),
                    Map.entry("window", Form.LIMIT),
                    Map.entry("bound", Form.LIMIT),
                    Map.entry("bounds", Form.LIMIT),
                    Map.entry("target", Form.TARGET),
                    Map.entry("mean", Form.TARGET),
                    Map.entry("average", Form.TARGET),
                    Map.entry("share", Form.SHARE),
                    Map.entry("shares", Form.SHARE),
                    Map.entry("proportion", Form.SHARE),
                    Map.entry("percentage", Form.SHARE),
                    Map.entry("quota", Form.SHARE),
                    Map.entry("exclusion", Form.EXCLUSION),
                    Map.entry("exclusions", Form.EXCLUSION));

    private static final Set<String> KINDS =
            words(
                    "restriction restrictions criterion criteria filter filters requirement"
                            + " requirements constraint constraints condition share shares proportion"
                            + " percentage quota ratio split setting value values rule group groups"
                            + " users user patients people band");

    private final Sentence s;
    private final List<String> subjects = new ArrayList<>();
    private final List<String> denied = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>();
    private Optional<Criterion.CategoryIn> category = Optional.empty();
    private Form form = Form.ANY;
    private boolean strong;
    private boolean weak;
    private boolean back;
    private boolean again;
    private boolean asWas;
    private boolean old;
    private boolean better;
    private boolean keeps;
    private boolean beside;

    private ReturnWords(Sentence s) {
        this.s = s;
    }

    private static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }

    /**
     * @param likely the language of a message that shows none
     */
    public static Optional<Wish> read(String message, Language likely) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        String text =
                Courtesy.without(MessageText.withoutControls(message))
                        .replaceFirst(
                                "(?i)^.{0,24}\\bmeant the other (?:one|way)(?: round)?[:,;.—-]+\\s*",
                                "")
                        .replaceAll("(?i)\\bre-(?=\\p{L})", "re");
        return new ReturnWords(new Sentence(text, Vocabulary.bundled(), likely)).wish();
    }

    private Optional<Wish> wish() {
        for (int i = 0; i < s.size(); ) {
            boolean any = s.like(i, "both|any|all|either|every");
            if (any && SubjectAt.of(s, i + 1).isPresent()) {
                return Optional.empty(); // "both sexes after all"
            }
            boolean none = i == 0 && s.like(0, "no|without") && s.observed(1); // "no BMI target"
            int to = none ? -1 : Math.max(subject(i), said(i));
            if (to < 0) {
                return Optional.empty();
            }
            i = to;
        }
        boolean returns = strong || asWas || back || (weak && again);
        returns |= old && (weak || again || better);
        returns |= again && s.size() < 6;
        boolean kept = keeps && !returns;
        returns |= kept;
        boolean formed = form != Form.ANY && form != Form.EXCLUSION && numbers.isEmpty();
        returns |= old && formed && subjects.isEmpty() && s.size() < 6;
        if ((subjects.isEmpty() && numbers.size() != 1 && !formed) || !returns) {
            return Optional.empty();
        }
        boolean exact = asWas && !strong && numbers.isEmpty();
        return Optional.of(
                new Wish(
                        List.copyOf(subjects),
                        category,
                        form,
                        List.copyOf(numbers),
                        exact,
                        first(),
                        kept,
                        beside,
                        List.copyOf(denied)));
    }

    private boolean first() {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "original|initial|first|originally|initially")) {
                return true;
            }
        }
        return false;
    }

    /** One past the subject that begins here; -1 if none does. */
    private int subject(int i) {
        for (Map.Entry<String, List<String>> e : PHRASES.entrySet()) {
            for (String phrase : e.getValue()) {
                int to = s.after(i, phrase);
                if (to > 0) {
                    subjects.add(e.getKey());
                    return to;
                }
            }
        }
        Optional<SubjectAt> found = SubjectAt.of(s, i);
        int not = s.word(i - 1).equals("the") ? i - 2 : i - 1;
        if (found.isPresent() && s.word(not).equals("not")) {
            denied.add(found.get().id());
            return found.get().to(); // "but not the LDL limit"
        }
        found.ifPresent(f -> subjects.add(f.id()));
        if (found.isPresent() && denied(i)) {
            form = Form.EXCLUSION;
        }
        category = found.flatMap(SubjectAt::category).or(() -> category);
        return found.map(SubjectAt::to).orElse(-1);
    }

    /** "the no-smokers rule". */
    private boolean denied(int i) {
        int at = s.word(i - 1).equals("-") ? i - 2 : i - 1;
        return s.like(at, "no|without|non|exclude|excluding");
    }

    /** One past words that say what shall be done, or nothing; -1 if they say something else. */
    private int said(int i) {
        for (String phrase :
                new String[] {
                    "as it was",
                    "as they were",
                    "how it was",
                    "how they were",
                    "what it was",
                    "what they were",
                    "way it was",
                    "way they were",
                    "where it was",
                    "where they were",
                    "as before",
                    "like before",
                    "as it had been",
                    "as they had been",
                    "like it was",
                    "like they were",
                    "as it used to be",
                    "as they used to be",
                    "as previously",
                    "than before"
                }) {
            int to = s.after(i, phrase);
            if (to > 0) {
                asWas = true;
                return s.like(to, "before|originally|initially|earlier|first") ? to + 1 : to;
            }
        }
        for (String phrase :
                new String[] {"from the start", "from the beginning", "at the start"}) {
            int to = s.after(i, phrase);
            if (to > 0) {
                old = true;
                return to;
            }
        }
        boolean number = s.at(i).number() && !one(i);
        if (number && s.like(i - 1, "still")) {
            return Words.PERSONS.contains(s.word(i + 1)) ? i + 2 : i + 1; // "still 15"
        }
        if (number) {
            numbers.add(s.at(i).doubleValue());
            return Quantity.unit(s, i).map(Quantity.Unit::to).orElse(i + 1);
        }
        int all = s.after(i, "after all");
        if (all > 0) {
            again = true;
            return all;
        }
        String w = s.word(i);
        beside |= Words.like(w, "too|also|both") || s.after(i, "as well") > 0;
        if (STRONG.contains(w)) {
            strong = true;
        } else if (w.equals("back")) {
            back = true;
        } else if (w.equals("again")) {
            again = true;
        } else if (OLD.contains(w)) {
            old = true;
        } else if (Words.like(w, "better|right|fine|best|correct|preferable|nicer")) {
            better = true;
        } else if (WEAK.contains(w)) {
            weak = true;
        } else if (Words.like(w, "keep|retain|leave")) {
            keeps = true;
        } else if (w.equals("still")) {
            return i + 1;
        } else if (FORMS.containsKey(w)) {
            form = FORMS.get(w);
        } else if (!KINDS.contains(w) && !EMPTY.contains(w) && !w.equals("before") && !one(i)) {
            return -1;
        }
        return i + 1;
    }

    /** "the old one", which is no number. */
    private boolean one(int i) {
        return s.english(i, i + 1).equalsIgnoreCase("one");
    }
}
