package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * What a limit is about, named first and by itself: "for diastolic, bigger than 90 is enough",
 * "relax only the potassium: at most 5.5". Read as the limit in its usual order.
 */
final class FirstNamed {
    private static final String ABOUT = "for|regarding|concerning|about|with|on|re|by";
    private static final String MOVES =
            "relax|loosen|tighten|ease|adjust|change|move|widen|narrow|update|correct|amend|modify"
                    + "|raise|lower|extend|increase|decrease|reduce|set";
    private static final String LIMIT =
            "limits?|criterion|threshold|bound|cutoff|range|one|values?|cap|floor|filter";
    private static final String LINK = ",|:|—|–|-|to|be|is|should|must|can|may|now|then";
    private static final String THING =
            "anything|something|everything|whatever|a|value|values|numbers|the|one|just|only|all"
                    + "|results|readings|them|patients|people|that|is|are|be|it|should|must|can|please|i|want";
    private static final String VERDICT =
            "is|are|be|would|will|should|also|quite|perfectly|good|enough|fine|ok|okay|sufficient"
                    + "|do|suffice|suffices|alright|acceptable|plenty|adequate|required|needed|wanted"
                    + "|please|already|me|for|us|here|it|that|thats";

    private final Sentence s;

    private FirstNamed(Sentence s) {
        this.s = s;
    }

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        return s.exchanged(new FirstNamed(s).exchanges(), vocabulary);
    }

    private List<Exchange> exchanges() {
        List<Exchange> all = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            boolean start = i == 0 || s.like(i - 1, "[,;:.!]|and|but|now|please|then|also|just");
            boolean verb = start && s.like(i, MOVES);
            boolean about = start && s.like(i, ABOUT);
            about |= i > 0 && s.like(i, "for|to") && s.like(i - 1, "as") && opens(i - 1);
            if (verb || about) {
                i = Math.max(i, read(s.like(i - 1, "as") ? i - 1 : i, i + 1, verb, all));
            }
        }
        return all;
    }

    private boolean opens(int i) {
        return i == 0 || s.like(i - 1, "[,;:.!]|and|but|now|then");
    }

    private int read(int start, int from, boolean verb, List<Exchange> all) {
        int at = from;
        while (s.like(at, "only|just|solely|the|their|my|our|limit|for|of|on") && at < from + 4) {
            at++;
        }
        int end = name(at);
        if (end < 0) {
            return -1;
        }
        int to = end;
        while (s.like(to, LIMIT) && to < end + 2) {
            to++;
        }
        int link = to;
        while (s.like(link, LINK) && link < to + 3) {
            link++;
        }
        boolean mark = s.like(to, ",|:|—|–|-") && link > to;
        int limit = link;
        while (s.like(limit, THING) && limit < link + 5) {
            limit++;
        }
        boolean only = verb && s.like(from, "only|just|solely");
        boolean said = mark || (only && link > to);
        Comparison.Read r = Comparison.at(s, limit).orElse(null);
        if (!said || r == null || (r.sign() == Comparison.Sign.NONE && !only)) {
            return -1;
        }
        String name = s.english(at, end);
        boolean plain = r.sign() == Comparison.Sign.NONE;
        all.add(new Exchange(start, limit, plain ? "move the " + name + " limit to" : name));
        int last = r.to();
        while (s.like(last, VERDICT) && last < r.to() + 5) {
            last++;
        }
        boolean closed = last > r.to() && (last == s.size() || s.like(last, "[,;.!]|and|but"));
        if (closed && !s.like(last - 1, "for|and|with")) {
            all.add(new Exchange(r.to(), last, ""));
        }
        return Math.max(limit, r.to() - 1);
    }

    /** One past the name of an observation or of age, or -1. */
    private int name(int i) {
        return s.word(i).equals("age") && !s.inConcept(i)
                ? i + 1
                : s.namedAt(i, Concept.Kind.OBSERVATION).map(Sentence.Named::to).orElse(-1);
    }
}
