package org.anamnesis.interpret;

import java.util.List;
import java.util.OptionalInt;
import org.anamnesis.interpret.GroupHeads.Head;
import org.anamnesis.interpret.GroupHeads.Kind;

/**
 * Words that show that a message speaks of disjoint groups at all.
 *
 * @param from first token of "two groups", or the size of the message
 * @param number of groups that was said, 0 if none was
 * @param counted whether "two groups", "split into" or the like is there
 * @param list first token of a list of groups: behind "two groups:" or "randomised to"
 * @param versus the word "versus" or one like it
 */
record GroupSigns(int from, int number, boolean counted, OptionalInt list, OptionalInt versus) {
    private static final String PLURAL = "groups|arms|cohorts|subgroups|halves|samples";

    /** Words that say no more than that there are groups. */
    static final String WORDS =
            PLURAL
                    + "|split|divided?|randomi[sz]ed?|randomly|allocated?|assign|assigned|equal|equally"
                    + "|evenly|sized|separate|disjoint|different|receive|them";

    /** Quick: whether to look at all. */
    static boolean any(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(
                    i,
                    PLURAL
                            + "|group|arm|controls|cases|compare|comparing|exposed|unexposed|treated|untreated|versus|vs|against|compared|same|matched|match|matching|balanced"
                            + "|randomi[sz]ed?|randomly|split|divide|divided|allocate|allocated|assign|assigned")) {
                return true;
            }
        }
        return false;
    }

    static GroupSigns of(Sentence s) {
        int from = s.size();
        int number = 0;
        boolean counted = false;
        OptionalInt list = OptionalInt.empty();
        OptionalInt versus = OptionalInt.empty();
        for (int i = 0; i < s.size(); i++) {
            String w = s.word(i);
            boolean odd = s.like(i - 1, "age|ethnic|racial|blood|of|risk|income");
            if (w.matches(PLURAL) && !odd) {
                int at = i;
                for (int k = i - 1; k >= Math.max(0, i - 3) && number == 0; k--) {
                    boolean small = s.at(k).number() && s.at(k).doubleValue() <= 12;
                    number = small ? (int) s.at(k).doubleValue() : 0;
                    at = small ? k : at;
                }
                number = number == 0 && w.equals("halves") ? 2 : number;
                counted |= number >= 2 || s.word(i + 1).equals(":") || s.word(i - 1).equals("into");
                from = Math.min(from, at);
                if (counted && list.isEmpty()) {
                    list = list(s, i + 1);
                }
            }
            if (Words.like(w, "randomi[sz]ed?|allocated?|assign|assigned|split|divided?")) {
                counted = true;
                from = Math.min(from, i);
                int to = to(s, i + 1);
                if (to > 0 && list.isEmpty() && !s.at(to + 1).number()) {
                    list = OptionalInt.of(to + 1);
                }
            }
            boolean beside =
                    (s.like(i, "with|to") || (w.equals("and") && s.at(i + 1).number()))
                            && s.like(0, "compare|comparing");
            boolean compared = beside || (w.equals("compared") && s.like(i + 1, "with|to|against"));
            if (versus.isEmpty() && (Words.like(w, "versus|vs|against") || compared)) {
                versus = OptionalInt.of(i);
            }
        }
        return new GroupSigns(from, number, counted, list, versus);
    }

    private static int to(Sentence s, int from) {
        for (int i = from; i < s.size(); i++) {
            if (s.like(i, "to|into")) {
                return s.like(i + 1, "receive|get|take") ? i + 1 : i;
            }
        }
        return -1;
    }

    /** Behind "two groups", past their size and past a colon. */
    private static OptionalInt list(Sentence s, int after) {
        int start = ratio(s, after);
        for (int i = start; i < Math.min(s.size(), start + 7); i++) {
            if (s.like(i, "[:(]")) {
                return OptionalInt.of(i + 1);
            }
        }
        if (start > after && s.inConcept(start)) { // "three arms 1:1:1 - lisinopril, losartan"
            return OptionalInt.of(start);
        }
        int at = start;
        if (s.word(at).equals("of") && s.at(at + 1).number()) {
            at += 2;
            at = Words.PERSONS.contains(s.word(at)) ? at + 1 : at;
            at = s.word(at).equals("each") ? at + 1 : at;
        }
        return s.like(at, ",|by|of|are|as") ? OptionalInt.of(at + 1) : OptionalInt.empty();
    }

    /** One past "1:1:1" or "(2:1)", or the token itself. */
    private static int ratio(Sentence s, int i) {
        boolean bracket = s.word(i).equals("(");
        int at = bracket ? i + 1 : i;
        int parts = 0;
        while (s.at(at).number()) {
            parts++;
            at++;
            if (!s.word(at).equals(":") || !s.at(at + 1).number()) {
                break;
            }
            at++;
        }
        boolean closed = !bracket || s.word(at).equals(")");
        return parts > 1 && closed ? at + (bracket ? 1 : 0) : i;
    }

    /** Enough to go on: two heads of which one says that it is a group, or a word for several. */
    boolean sure(List<Head> heads) {
        boolean pair = pair(heads);
        boolean several = heads.stream().filter(Head::noun).count() >= 2;
        return counted || pair || several || heads.size() >= 2 || versus.isPresent();
    }

    private static boolean pair(List<Head> heads) {
        return (named(heads, "cases") && named(heads, "controls"))
                || (named(heads, "exposed") && named(heads, "unexposed"))
                || (named(heads, "treated") && named(heads, "untreated"));
    }

    private static boolean named(List<Head> heads, String name) {
        return heads.stream().anyMatch(h -> h.name().equals(name));
    }

    /**
     * Those that are heads of groups in this message; none if plain shares may be meant.
     *
     * @param same whether something is to be the same in all
     */
    static List<Head> meant(List<Head> heads, GroupSigns signs, boolean same) {
        boolean pair = pair(heads);
        boolean several = heads.stream().filter(Head::noun).count() >= 2;
        if (!signs.counted() && !pair && !several && !same) {
            return List.of();
        }
        List<Head> meant =
                heads.stream()
                        .filter(h -> pair || !h.name().matches("cases|controls"))
                        .filter(h -> h.kind() != Kind.SIZE || !several || h.percent().isPresent())
                        .toList();
        if (pair) { // sizes alone are not heads beside "300 cases and 600 controls"
            meant = meant.stream().filter(h -> h.kind() != Kind.SIZE).toList();
        }
        // the number of all patients stands in front of the groups
        boolean total =
                meant.size() > 2
                        && meant.get(0).kind() == Kind.SIZE
                        && meant.get(0).count().isPresent()
                        && meant.get(1).kind() != Kind.SIZE;
        return total ? meant.subList(1, meant.size()) : meant;
    }
}
