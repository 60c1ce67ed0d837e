package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/**
 * "mean values: HbA1c 8.2, LDL 105, age 62": the word before a list holds for each of it, and is
 * read before each.
 */
final class MeanLists {
    private static final String BEFORE =
            "the|these|those|their|with|following|target|targets|have|and|whose|of|at|for|use|set";
    private static final String MEAN = "mean|average|avg|expected";
    private static final String MEANS = "means|averages";
    private static final String NOUNS =
            "values?|levels?|figures?|results?|labs?|lab|laboratory|observations?|measurements?|targets?"
                    + "|vitals?|clinical|baseline|characteristics|sd|\\(|\\)|±";
    private static final String BEHIND =
            "[:=,-]|of|are|is|should|shall|must|be|as|follows|follow|for|in|the|being|to|at";
    private static final String LINKS =
            "of|is|=|:|at|about|around|to|be|are|~|approximately|roughly";
    private static final String BETWEEN = "[,;&]|and|plus|with|an?|the";

    private final Sentence s;
    private final List<Exchange> all = new ArrayList<>();

    private MeanLists(Sentence s) {
        this.s = s;
    }

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        MeanLists lists = new MeanLists(s);
        for (int i = 0; i < s.size(); i++) {
            i = Math.max(i, lists.at(i) - 1);
        }
        return s.exchanged(lists.all, vocabulary);
    }

    /** One past the list that begins here, or -1. */
    private int at(int i) {
        boolean several = s.like(i, MEANS);
        if (!(several || s.like(i, MEAN)) || s.inConcept(i)) {
            return -1;
        }
        int at = i + 1;
        while (s.like(at, NOUNS) && !s.inConcept(at)) {
            at++;
        }
        boolean noun = several || at > i + 1;
        while (s.like(at, BEHIND)) {
            at++;
        }
        List<Exchange> items = new ArrayList<>();
        int next = at;
        for (int end = item(next, items); end > 0; end = item(next, items)) {
            at = end;
            next = end;
            while (s.like(next, BETWEEN)) {
                next++;
            }
        }
        if (!noun || items.isEmpty()) {
            return -1;
        }
        int from = i;
        while (s.like(from - 1, BEFORE) && from > i - 3) {
            from--;
        }
        Exchange first = items.get(0); // the heading goes with it
        items.set(0, new Exchange(from, first.to(), first.english()));
        all.addAll(items);
        return at;
    }

    /** "HbA1c 8.2", "SBP of 138 (SD 15)"; -1 if none begins here. */
    private int item(int i, List<Exchange> items) {
        boolean age = s.like(i, "age|ages");
        Optional<Sentence.Named> of = s.namedAt(i, Concept.Kind.OBSERVATION);
        int to = of.map(Sentence.Named::to).orElse(age ? i + 1 : -1);
        int n = to;
        while (to > 0 && s.like(n, LINKS)) {
            n++;
        }
        if (to < 0 || !s.at(n).number() || s.like(n + 1, "/|-|to|or")) {
            return -1;
        }
        int end = Quantity.unit(s, n).map(Quantity.Unit::to).orElse(n + 1);
        end = age && s.like(end, "years?|y|yrs?") ? end + 1 : end;
        boolean bracket = s.word(end).equals("(");
        int sd = bracket || s.word(end).equals("±") ? end + 1 : s.size();
        sd = s.like(sd, "sd|±") ? sd + 1 : sd;
        boolean spread = s.at(sd).number() && (!bracket || s.word(sd + 1).equals(")"));
        String name = s.english(i, to);
        String value = s.english(n, end);
        String words =
                spread
                        ? "%s mean %s sd %s".formatted(name, value, s.english(sd, sd + 1))
                        : "mean %s %s".formatted(name, value);
        int past = !spread ? end : bracket ? sd + 2 : sd + 1;
        items.add(new Exchange(i, past, words));
        return past;
    }
}
