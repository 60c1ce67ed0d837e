package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.code.Concept;

/**
 * Words that a group begins with: "one", "group A", "the treatment arm", "cases", "half", "300".
 */
final class GroupHeads {
    /** How the words name the group. */
    enum Kind {
        /** "treatment", "cases", "A". */
        NAMED,
        /** "the second group", "another". */
        NUMBERED,
        /** "metformin group": the words before "group" tell who is in it. */
        DEFINED,
        /** "half": a share or a number alone. */
        SIZE,
        /** "the rest". */
        REST
    }

    /**
     * The beginning of one group.
     *
     * @param from first token
     * @param content first token of what is asked of the group
     * @param name as the words have it, empty if they have none
     * @param number 1 for the first, 0 if it is not numbered
     * @param percent share, if one is given
     * @param count of patients, if one is given
     * @param noun whether "group" or a word like it is there
     */
    record Head(
            Kind kind,
            int from,
            int content,
            String name,
            int number,
            OptionalDouble percent,
            OptionalDouble count,
            boolean noun) {}

    static final Set<String> NOUNS =
            Set.of("group", "arm", "half", "cohort", "subgroup", "set", "groups", "arms");
    private static final Set<String> BEFORE =
            Set.of(
                    "",
                    ",",
                    ";",
                    ":",
                    ".",
                    "(",
                    ")",
                    "and",
                    "or",
                    "vs",
                    "versus",
                    "while",
                    "but",
                    "into",
                    "in",
                    "for",
                    "with",
                    "of",
                    "make",
                    "give",
                    "the",
                    "then",
                    "against",
                    "compare",
                    "to",
                    "want",
                    "need",
                    "generate",
                    "create");
    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("one", 0),
                    Map.entry("another", 0),
                    Map.entry("other", 2),
                    Map.entry("first", 1),
                    Map.entry("second", 2),
                    Map.entry("third", 3),
                    Map.entry("fourth", 4),
                    Map.entry("fifth", 5),
                    Map.entry("last", -1));
    private static final Set<String> ROLES =
            Set.of(
                    "treatment",
                    "intervention",
                    "placebo",
                    "comparator",
                    "comparison",
                    "treated",
                    "untreated",
                    "exposed",
                    "unexposed",
                    "experimental",
                    "active",
                    "control",
                    "case",
                    "reference");

    /** Roles that need no "group" where the other one is named as well. */
    private static final Map<String, String> PAIRED =
            Map.of(
                    "exposed", "unexposed",
                    "unexposed", "exposed",
                    "treated", "untreated",
                    "untreated", "treated",
                    "intervention", "control",
                    "treatment", "control",
                    "placebo", "treatment");

    private static final Set<String> ARMS =
            Set.of(
                    "arms",
                    "groups",
                    "arm",
                    "split",
                    "randomised",
                    "randomized",
                    "randomise",
                    "randomize",
                    "allocate",
                    "allocated",
                    "assign",
                    "assigned",
                    "divide",
                    "divided");

    private static final Set<String> DEFINES =
            Set.of(
                    "on",
                    "with",
                    "without",
                    "who",
                    "taking",
                    "takes",
                    "has",
                    "have",
                    "having",
                    "mean",
                    "not",
                    "are",
                    "is",
                    "in",
                    "whose",
                    "using",
                    "receiving",
                    "given",
                    "treated",
                    "gets",
                    "get",
                    "that",
                    "no",
                    "at",
                    "aged",
                    "above",
                    "below");

    /** So many groups there may be. */
    private static final int MOST = 12;

    /** Begin a wish, and are no part of what defines a group. */
    private static final String VERBS =
            "give|put|make|set|let|switch|change|turn|move|keep|raise|lower|have|want|need|treat|also|now|please|then|so|but|and|add|drop|remove";

    private final Sentence s;

    private GroupHeads(Sentence s) {
        this.s = s;
    }

    /** In the order of the words, the most that could be meant. */
    static List<Head> in(Sentence s) {
        GroupHeads heads = new GroupHeads(s);
        List<Head> all = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            Head head = s.free(i) ? heads.at(i) : null;
            if (head != null) {
                all.add(head);
                i = Math.max(i, head.content() - 1);
            }
        }
        return all;
    }

    private Head at(int start) {
        if (letter(start)) { // "arms A, B and C", "split between A and B"
            int from = s.word(start - 1).equals("between") ? start - 1 : start;
            return head(
                    Kind.NAMED,
                    from,
                    start + 1,
                    s.quote(start, start + 1),
                    0,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    true);
        }
        if (!BEFORE.contains(s.word(start - 1)) && !s.like(start - 1, VERBS)) {
            return null;
        }
        int at = start;
        while (s.like(at, "the|a|an|in|for|among|within|and|with|of")) {
            at++;
        }
        OptionalDouble percent = OptionalDouble.empty();
        OptionalDouble count = OptionalDouble.empty();
        if (s.at(at).kind() == Token.Kind.FRACTION) {
            percent = OptionalDouble.of(s.at(at).doubleValue());
            at++;
        } else if (s.at(at).number() && s.like(at + 1, "%|percent")) {
            percent = OptionalDouble.of(s.at(at).doubleValue());
            at += 2;
        } else if (counts(at)) {
            count = OptionalDouble.of(s.at(at).doubleValue());
            at++;
        }
        boolean sized = percent.isPresent() || count.isPresent();
        while (sized && s.like(at, "of|them|the|patients|people|in|for|a|our|these")) {
            at++;
        }
        return named(start, at, percent, count);
    }

    /** A capital letter of a list of such letters, in a message that speaks of arms. */
    private boolean letter(int i) {
        return capital(i)
                && (beside(i, 1) || beside(i, -1))
                && !s.like(i - 1, "group|arm|cohort|subgroup")
                && ARMS.stream().anyMatch(this::said);
    }

    private boolean beside(int i, int step) {
        int at = i + step;
        while (Lists.link(s, at) || s.like(at, "vs|versus")) {
            at += step;
        }
        return Math.abs(at - i) > 1
                && Math.abs(at - i) <= 3
                && capital(at)
                && s.word(at).charAt(0) == s.word(i).charAt(0) + step;
    }

    private boolean capital(int i) {
        return s.like(i, "[a-e]") && s.quote(i, i + 1).matches("[A-E]") && !s.inConcept(i);
    }

    /** A number of people, not a year, an age or a ratio. */
    private boolean counts(int at) {
        boolean plain = s.at(at).number() && s.at(at).doubleValue() >= 2;
        String next = s.word(at + 1);
        boolean person = Words.PERSONS.contains(next) || Words.like(next, "controls|cases");
        boolean sick =
                s.namedAt(at + 1, Concept.Kind.CONDITION)
                        .filter(c -> s.word(c.to()).equals("cases"))
                        .isPresent();
        boolean kind = CategoryWords.end(s, at + 1) > at + 1; // "100 never smokers"
        return plain && !s.inConcept(at) && (person || sick || kind || DEFINES.contains(next));
    }

    private Head named(int start, int at, OptionalDouble percent, OptionalDouble count) {
        String w = s.word(at);
        String next = s.word(at + 1);
        boolean sized = percent.isPresent() || count.isPresent();
        var condition = s.namedAt(at, Concept.Kind.CONDITION);
        if (condition.isPresent() && s.word(condition.get().to()).equals("cases") && controls()) {
            return head(Kind.NAMED, start, at, "cases", 0, percent, count, false);
        }
        if (Words.like(w, "cases|controls")) {
            return head(Kind.NAMED, start, at + 1, w, 0, percent, count, false);
        }
        if (Words.like(w, "rest|others|remainder|remaining")) {
            int to = Words.PERSONS.contains(next) || NOUNS.contains(next) ? at + 2 : at + 1;
            return head(Kind.REST, start, to, "", 0, percent, count, false);
        }
        boolean place = // "group 2 gets metoprolol" counts nobody
                s.at(at + 1).number()
                        && s.at(at + 1).doubleValue() <= MOST
                        && !Words.PERSONS.contains(s.word(at + 2))
                        && !s.like(at - 1, "per|each|every|a|one");
        boolean letter =
                Words.like(next, "[a-e]") || (s.at(at + 1).number() && (place || !counts(at + 1)));
        if (Words.like(w, "group|arm|cohort|subgroup") && letter) {
            int number = s.at(at + 1).number() ? (int) s.at(at + 1).doubleValue() : 0;
            String name = number > 0 ? "" : next.toUpperCase(java.util.Locale.ROOT);
            Kind kind = number > 0 ? Kind.NUMBERED : Kind.NAMED;
            return head(kind, start, at + 2, name, number, percent, count, true);
        }
        if (PAIRED.containsKey(w)
                && said(PAIRED.get(w))
                && Words.like(next, "[:(=]|on|with|without")) {
            return head(Kind.NAMED, start, at + 1, w, 0, percent, count, false);
        }
        if (ROLES.contains(w) && (NOUNS.contains(next) || next.equals("patients"))) {
            return head(Kind.NAMED, start, at + 2, w, 0, percent, count, true);
        }
        Integer number = NUMBERS.get(w);
        if (s.at(at).number() && s.like(at + 1, "st|nd|rd|th")) {
            number = (int) s.at(at).doubleValue();
            next = s.word(++at + 1);
        }
        if (s.at(at).number() && w.startsWith("one")) { // the number word
            number = 0;
        }
        if (number == null && w.equals("one half")) {
            return head(Kind.SIZE, start, at + 1, "", 0, OptionalDouble.of(50), count, true);
        }
        if (number != null) {
            boolean one = next.equals("one");
            boolean noun = NOUNS.contains(s.word(one ? at + 2 : at + 1));
            int to = at + 1 + (one ? 1 : 0) + (noun ? 1 : 0);
            boolean behind = // "apixaban in the first and ..."
                    s.like(start - 1, "in|for|to")
                            && s.word(start).equals("the")
                            && s.like(to, "|[,;.]|and|while");
            if (noun || behind || DEFINES.contains(s.word(to)) || s.word(to).equals(":")) {
                return head(Kind.NUMBERED, start, to, "", number, percent, count, noun);
            }
            return null;
        }
        Head defined = defined(start, at, percent, count);
        if (defined != null) {
            return defined;
        }
        return sized ? head(Kind.SIZE, start, at, "", 0, percent, count, false) : null;
    }

    private boolean controls() {
        return said("controls");
    }

    private boolean said(String word) {
        for (int i = 0; i < s.size(); i++) {
            if (s.word(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** "metformin group", "SGLT2 inhibitor arm", "non-smoker group". */
    private Head defined(int start, int at, OptionalDouble percent, OptionalDouble count) {
        boolean verb = s.like(at, VERBS);
        for (int k = at + 1; k <= at + 4 && k < s.size() && !verb; k++) {
            String w = s.word(k);
            if (Words.like(w, "group|arm")) {
                boolean odd = s.like(k - 1, "age|ethnic|racial|blood|patient|each|per|same");
                boolean all = s.like(at, "each|both|every|all|per|two|three|same|age|no");
                return odd || all || s.at(at).number()
                        ? null
                        : head(Kind.DEFINED, start, at, s.quote(at, k), 0, percent, count, true);
            }
            if (Words.like(w, "[,;:.]|and|or|with|in|groups|arms")) {
                return null;
            }
        }
        return null;
    }

    private Head head(
            Kind kind,
            int from,
            int content,
            String name,
            int number,
            OptionalDouble percent,
            OptionalDouble count,
            boolean noun) {
        int at = content;
        while (kind != Kind.DEFINED
                && s.like(at, ":|is|are|should|be|shall|gets?|\\(|-|has|have|being")) {
            at++;
        }
        boolean sized = kind != Kind.DEFINED && count.isEmpty() && counts(at);
        return sized
                ? new Head(
                        kind,
                        from,
                        Words.PERSONS.contains(s.word(at + 1)) ? at + 2 : at + 1,
                        name,
                        number,
                        percent,
                        OptionalDouble.of(s.at(at).doubleValue()),
                        noun)
                : new Head(kind, from, at, name, number, percent, count, noun);
    }
}
