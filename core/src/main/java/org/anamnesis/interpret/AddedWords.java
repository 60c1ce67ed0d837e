package org.anamnesis.interpret;

import java.util.List;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;

/** Whether an observation comes on top of those there are: "plus potassium", "put IgE in". */
final class AddedWords {
    private final Sentence s;

    /** Whether there is a cohort already. */
    private final boolean later;

    AddedWords(Sentence s, boolean later) {
        this.s = s;
        this.later = later;
    }

    /** Of the name in these tokens. */
    boolean beside(int from, int to) {
        return onTop(from) || topped(to) || put(from, to) || tooBehind();
    }

    /** "ferritin on top", beside observations that are counted. */
    private boolean topped(int to) {
        int end = -1;
        for (String words : List.of("on top", "on top of that", "in addition", "additionally")) {
            end = Math.max(end, s.after(to, words));
        }
        boolean all = end > 0 && s.free(to, end) && s.like(end, "|[.,;!)]|please|and|but");
        s.use(to, all ? end : to);
        return all;
    }

    /** "plus potassium", "also ferritin": on top of those that are counted. */
    private boolean onTop(int i) {
        if (s.word(i - 1).equals(",") && s.after(i - 5, "on top of that") > 0) {
            return true;
        }
        int far = i - 3;
        while (far > i - 7
                && s.like(far + 1, "want|to|see|like|have|need|get|look|at|love|wish|view")) {
            far--;
        }
        for (int at = i - 1; at >= Math.max(0, far) && s.free(at); at--) {
            if (Set.of("plus", "add", "also", "additionally").contains(s.word(at))
                    || (later && s.like(at, "include|including|put"))) {
                return true;
            }
        }
        return false;
    }

    /** "put IgE in", "throw in a ferritin". */
    private boolean put(int from, int to) {
        for (int i = Math.max(0, from - 4); later && i < from; i++) {
            boolean verb = s.like(i, "put|putting|throw|get|bring|slip|squeeze|work|pop|tack|toss");
            boolean in = s.like(i + 1, "in|on");
            boolean behind = s.like(to, "in|on");
            if (verb && (in || behind) && s.free(i, from)) {
                s.use(i, from);
                s.use(to, behind ? to + 1 : to);
                return true;
            }
        }
        return false;
    }

    /** "include B12 and TSH too", of a cohort that is there. */
    private boolean tooBehind() {
        int last = s.size() - 1;
        while (s.like(last, "[.!]|please|thanks")) {
            last--;
        }
        boolean too = s.word(last).equals("too") || s.after(last - 1, "as well") > 0;
        if (later && too && s.free(last)) {
            s.use(s.word(last).equals("too") ? last : last - 1, last + 1);
        }
        return later && too;
    }

    /** Whether a condition that is named adds to the condition that is there. */
    static boolean condition(Sentence s, CohortSpec current) {
        if (current.condition().isEmpty()) {
            return false;
        }
        if (ofThem(s)) {
            return true;
        }
        for (int i = 0; i < s.size(); i++) {
            if (Set.of("generate", "create", "make", "cohort", "instead", "switch", "change")
                    .contains(s.word(i))) {
                return false;
            }
        }
        int lead = 0;
        while (s.like(lead, "please|now|then|ok|okay")) {
            lead++;
        }
        String first = s.word(lead);
        boolean also =
                Set.of(
                                        "with",
                                        "also",
                                        "add",
                                        "and",
                                        "only",
                                        "who",
                                        "plus",
                                        "without",
                                        "include",
                                        "including")
                                .contains(first)
                        || s.text().strip().startsWith("+");
        int at = 0;
        while (s.like(at, "actually|so|now|and|but|then|ok|okay|,|the|same|again|cohort|group")) {
            at++; // "the same, but all with hypertension too"
        }
        at = s.like(at, "only|just") ? at + 1 : at;
        boolean all = s.like(at, "everyone|everybody|all|each|those|they|them");
        at = s.after(at, "all of them") > 0 || s.after(at, "each of them") > 0 ? at + 3 : at + 1;
        while (s.like(at, "of|should|must|all|shall|to|people|patients|also|both|each|need")) {
            at++;
        }
        if (all && s.like(at, "with|have|has|having|get|are|is|be")) {
            return true; // "all of them with hypertension"
        }
        return also
                || s.named().stream()
                        .filter(n -> n.is(Concept.Kind.CONDITION))
                        .allMatch(n -> beside(s, n, current));
    }

    /** Says how people are who have it, and names nobody: not "asthmatics". */
    private static final String ADJECTIVE =
            "obese|overweight|hypertensive|depressed|asthmatic|epileptic|demented|osteoporotic|prediabetic|diabetic|septic|pregnant";

    /**
     * "make them all obese", "let them be depressed", "hypertensive too": they stay what they are.
     */
    private static boolean ofThem(Sentence s) {
        int last = s.size() - 1;
        while (s.like(last, "[.!]|please|thanks")) {
            last--;
        }
        boolean too = s.word(last).equals("too") || s.after(last - 1, "as well") > 0;
        int at = s.like(0, "please|now|and|so|ok|okay") ? 1 : 0;
        boolean made = s.like(at, "make|let|have|want") && s.like(at + 1, THEM);
        at = made ? at + 1 : at;
        boolean all = s.like(at, THEM);
        while (all && s.like(at, THEM + "|of|are|is|be|to|should|must|shall|also|both")) {
            at++;
        }
        boolean adjective = s.like(at, ADJECTIVE);
        boolean only =
                s.word(last).equals("only") && s.like(last - 1, "ones|people|patients|persons");
        return (all && adjective && s.like(at + 1, "|[.,;!]|too|also|and|please|as"))
                || (too && !s.like(0, "no|not"))
                || (only && s.like(last - 2, ADJECTIVE));
    }

    private static final String THEM = "them|they|those|these|everyone|everybody|all|each";

    /** "the other way round, with hypertension": it was asked or excluded beside the main one. */
    private static boolean beside(Sentence s, Sentence.Named n, CohortSpec current) {
        return s.word(n.from() - 1).equals("with") && Last.asked(current, n.concept().id());
    }
}
