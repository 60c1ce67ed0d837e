package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.code.Concept.Kind;
import org.anamnesis.measure.Units;

/**
 * Phrases that stand where a condition, a drug or an observation stands and that no topic has used:
 * "with bad nerves", "on water tablets". Each comes with shorter ones to try when it means nothing.
 */
final class OpenPhrases {
    /**
     * A phrase in the tokens {@code from} to {@code to - 1}.
     *
     * @param kinds what it can be, by its place
     * @param asked whether the user may be asked what it means: its place says that it is one of
     *     these, and it is no piece of a longer phrase
     */
    record Open(int from, int to, Set<Kind> kinds, boolean asked) {}

    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
    private static final Set<Kind> CONDITIONS = EnumSet.of(Kind.CONDITION);
    private static final Set<Kind> DRUGS = EnumSet.of(Kind.INGREDIENT, Kind.DRUG_CLASS);
    private static final Set<Kind> OBSERVATIONS = EnumSet.of(Kind.OBSERVATION);

    private static final Set<String> BEFORE_CONDITIONS =
            Set.of(
                    "with",
                    "have",
                    "has",
                    "having",
                    "had",
                    "suffering",
                    "suffer",
                    "suffers",
                    "diagnosed",
                    "without",
                    "whose");
    private static final Set<String> BEFORE_DRUGS =
            Set.of(
                    "on",
                    "taking",
                    "take",
                    "takes",
                    "taken",
                    "using",
                    "receiving",
                    "receive",
                    "prescribed",
                    "treated",
                    "given");
    private static final Set<String> BEFORE_OBSERVATIONS =
            Set.of(
                    "include",
                    "including",
                    "includes",
                    "show",
                    "showing",
                    "measure",
                    "measuring",
                    "containing",
                    "record",
                    "recording",
                    "observations",
                    "observe",
                    "report");
    private static final Set<String> BEFORE_ANY = Set.of("add", "also", "plus", "exclude", "drop");

    /** Stand between a lead and what it leads to. */
    private static final Set<String> BETWEEN =
            Set.of(
                    "a",
                    "an",
                    "the",
                    "some",
                    "any",
                    "from",
                    "for",
                    "to",
                    "their",
                    "his",
                    "her",
                    "all",
                    "are",
                    "is",
                    "by",
                    "of",
                    "only",
                    "also",
                    "it",
                    "as",
                    "been",
                    "be",
                    "who",
                    "that",
                    "which",
                    "they",
                    "currently",
                    "newly",
                    "%",
                    "percent",
                    "in",
                    "no",
                    "not",
                    "these",
                    "those",
                    "extra",
                    "additional");

    /** End a phrase. */
    private static final Set<String> ENDS =
            Set.of(
                    "and",
                    "or",
                    "but",
                    "who",
                    "whom",
                    "aged",
                    "between",
                    "over",
                    "under",
                    "above",
                    "below",
                    "at",
                    "based",
                    "plus",
                    "also",
                    "then",
                    "without",
                    "except",
                    "excluding",
                    "more",
                    "less",
                    "than",
                    "exactly",
                    "about");

    /** Nouns that may close a phrase though they carry nothing alone. */
    private static final Set<String> HEADS =
            Set.of(
                    "disease",
                    "condition",
                    "drug",
                    "drugs",
                    "medication",
                    "medications",
                    "level",
                    "levels",
                    "value",
                    "values",
                    "test",
                    "tests",
                    "measurement",
                    "number",
                    "record",
                    "therapy",
                    "treatment",
                    "use",
                    "type",
                    "history",
                    "status");

    /** Words of units: a phrase of them alone names nothing. */
    private static final Set<String> UNITS =
            Units.spellings().stream()
                    .flatMap(u -> Arrays.stream(u.toLowerCase(Locale.ROOT).split("[^a-z]+")))
                    .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST = 9;
    private static final int MOST = 6;
    private static final int BARE = 5;

    private final Draft draft;
    private final Sentence s;
    private final BitSet panels = new BitSet();

    private OpenPhrases(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            panels.set(i, Math.max(i, s.afterAny(i, Panels.NAMES)));
        }
    }

    /** Alternatives of each phrase, the longest first. */
    static List<List<Open>> of(Draft draft) {
        return new OpenPhrases(draft).all();
    }

    private List<List<Open>> all() {
        List<List<Open>> all = new ArrayList<>();
        Set<Kind> last = Set.of();
        for (int i = 0; i < s.size() && all.size() < MOST; ) {
            if (!open(i)) {
                i++;
                continue;
            }
            int from = start(i);
            int to = end(i);
            Set<Kind> kinds = kinds(from, to, last);
            last = kinds;
            List<Open> tries = alternatives(from, i, to, kinds);
            if (!tries.isEmpty()) {
                all.add(tries);
            }
            i = Math.max(to, i + 1);
        }
        return all;
    }

    /** The word carries meaning and nobody understood it. */
    private boolean open(int i) {
        Token t = s.at(i);
        return t.kind() == Token.Kind.WORD
                && !ENDS.contains(t.text())
                && (draft.unknown(i)
                        || (s.free(i)
                                && !Words.FILLER.contains(t.text())
                                && !Words.PERSONS.contains(t.text())
                                && !UNITS.contains(t.text())
                                && !lead(t.text())));
    }

    private static boolean lead(String word) {
        return BEFORE_CONDITIONS.contains(word)
                || BEFORE_DRUGS.contains(word)
                || BEFORE_OBSERVATIONS.contains(word)
                || BEFORE_ANY.contains(word);
    }

    /** Whether the token may stand within a phrase. */
    private boolean inside(int i) {
        Token t = s.at(i);
        boolean word = t.kind() == Token.Kind.WORD && !ENDS.contains(t.text());
        boolean stops = lead(t.text()) && !(t.text().equals("with") || t.text().equals("on"));
        boolean mine = i >= 0 && (s.free(i) || draft.unknown(i) || s.inConcept(i) || panels.get(i));
        return word && !stops && mine && !Words.PERSONS.contains(t.text());
    }

    private int start(int i) {
        int from = i;
        while (from > 0
                && i - from < LONGEST
                && inside(from - 1)
                && !lead(s.word(from - 1))
                && !(BETWEEN.contains(s.word(from - 1)) && !inside(from - 2))) {
            from--;
        }
        while (from < i && (BETWEEN.contains(s.word(from)) || verb(from))) {
            from++;
        }
        return from;
    }

    /** Words of asking that begin a message. */
    private boolean verb(int i) {
        return Words.FILLER.contains(s.word(i)) && !HEADS.contains(s.word(i));
    }

    private int end(int i) {
        int to = i + 1;
        while (to < s.size() && to - i < LONGEST && inside(to)) {
            to++;
        }
        while (to > i + 1
                && !open(to - 1)
                && !s.inConcept(to - 1)
                && !panels.get(to - 1)
                && !HEADS.contains(s.word(to - 1))) {
            to--;
        }
        return to;
    }

    /** The whole, then pieces at "with" and "on", then the open words alone. */
    private List<Open> alternatives(int from, int first, int to, Set<Kind> kinds) {
        boolean placed = !kinds.isEmpty();
        boolean whole = from <= 1 && to >= s.size() - 1 && to - from <= BARE;
        if (!placed && !whole) {
            return List.of();
        }
        Set<Kind> can = placed ? kinds : ALL;
        List<Open> tries = new ArrayList<>();
        tries.add(new Open(from, to, can, placed));
        for (int cut = to - 1; cut > first; cut--) {
            if (lead(s.word(cut))) {
                tries.add(new Open(from, cut, can, placed));
            }
        }
        int end = first + 1;
        while (end < to && open(end)) {
            end++;
        }
        if (end > first + 1) {
            tries.add(new Open(first, end, can, placed && first == from && end == to));
        }
        return tries.stream().distinct().filter(o -> says(o.from(), o.to())).toList();
    }

    /** "average", "well controlled": words that say how, not what. */
    private boolean says(int from, int to) {
        for (int i = from; i < to; i++) {
            if (open(i) && !Words.NEUTRAL.contains(s.word(i)) && s.word(i).length() > 2) {
                return true;
            }
        }
        return false;
    }

    /** By the lead before it, the persons after it, or as the phrase before in a list. */
    private Set<Kind> kinds(int from, int to, Set<Kind> last) {
        int at = from - 1;
        while (at >= 0 && (BETWEEN.contains(s.word(at)) || s.at(at).number())) {
            at--;
        }
        String lead = s.word(at);
        if (BEFORE_DRUGS.contains(lead)) {
            return DRUGS;
        }
        if (BEFORE_OBSERVATIONS.contains(lead)) {
            return OBSERVATIONS;
        }
        if (BEFORE_CONDITIONS.contains(lead) || Words.PERSONS.contains(s.word(to))) {
            return CONDITIONS;
        }
        boolean listed = lead.equals("and") || lead.equals("or") || lead.equals(",");
        if (BEFORE_ANY.contains(lead) || (at <= 0 && listed)) {
            return ALL;
        }
        return listed ? listed(at, last) : Collections.emptySet();
    }

    /** In a list, what the neighbour is. */
    private Set<Kind> listed(int link, Set<Kind> last) {
        for (Kind kind : Kind.values()) {
            boolean neighbour =
                    s.named().stream().anyMatch(n -> n.is(kind) && n.to() == link && link > 0);
            if (neighbour) {
                return DRUGS.contains(kind) ? DRUGS : EnumSet.of(kind);
            }
        }
        return last;
    }
}
