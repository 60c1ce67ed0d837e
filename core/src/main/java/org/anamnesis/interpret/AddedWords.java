package org.anamnesis.interpret;

import java.util.Set;

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
        return onTop(from) || put(from, to) || tooBehind();
    }

    /** "plus potassium", "also ferritin": on top of those that are counted. */
    private boolean onTop(int i) {
        if (s.word(i - 1).equals(",") && s.after(i - 5, "on top of that") > 0) {
            return true;
        }
        int far = i - 3;
        while (far > i - 7
                && s.word(far + 1)
                        .matches("want|to|see|like|have|need|get|look|at|love|wish|view")) {
            far--;
        }
        for (int at = i - 1; at >= Math.max(0, far) && s.free(at); at--) {
            if (Set.of("plus", "add", "also", "additionally").contains(s.word(at))
                    || (later && s.word(at).matches("include|including|put"))) {
                return true;
            }
        }
        return false;
    }

    /** "put IgE in", "throw in a ferritin". */
    private boolean put(int from, int to) {
        for (int i = Math.max(0, from - 4); later && i < from; i++) {
            boolean verb =
                    s.word(i)
                            .matches("put|putting|throw|get|bring|slip|squeeze|work|pop|tack|toss");
            boolean in = s.word(i + 1).matches("in|on");
            boolean behind = s.word(to).matches("in|on");
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
        while (s.word(last).matches("[.!]|please|thanks")) {
            last--;
        }
        boolean too = s.word(last).equals("too") || s.after(last - 1, "as well") > 0;
        if (later && too && s.free(last)) {
            s.use(s.word(last).equals("too") ? last : last - 1, last + 1);
        }
        return later && too;
    }
}
