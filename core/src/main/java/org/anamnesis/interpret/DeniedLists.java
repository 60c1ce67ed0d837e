package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.interpret.Draft.Found;

/**
 * A negation at one end of a list holds for all of it: "must not have stroke or an eGFR below 45",
 * "those with heart failure or potassium above 5.5 are excluded".
 */
final class DeniedLists {
    private static final String PEOPLE =
            "anyone|anybody|those|people|patients|persons|individuals|subjects|participants|whoever"
                    + "|adults|cases|any";

    private static final String BETWEEN =
            PEOPLE
                    + "|a|an|the|any|who|whose|with|on|taking|takes?|have|has|having|is|are|of|in|recent|prior"
                    + "|known|current|history|using|be|an?y|their|been|either";

    private DeniedLists() {}

    /** Whether "or" continues what is denied of the item before, as in "neither A nor B". */
    static boolean reach(Sentence s, List<Found> found, int at, Item last) {
        Found f = found.get(at);
        if (!last.not() || last.percent().isPresent()) {
            return false;
        }
        boolean neither = s.quote(f.from() - 1, f.from()).equalsIgnoreCase("noch");
        if (neither && last.found().to() == f.from() - 1) {
            return true; // "weder Asthma noch COPD"
        }
        if (!listed(s, last.found().to(), f.from())) {
            return YesNo.named(f) && strangers(s, last.found().to(), f.from());
        }
        boolean taking = f.from() > 0 && s.like(f.from() - 1, "on|with|taking|aged");
        if (Lists.or(s, last.found().to(), f.from())) {
            return at < 2 || !taking || !listedByComma(s, found, at - 1);
        }
        int i = at;
        while (i + 1 < found.size() && listed(s, found.get(i).to(), found.get(i + 1).from())) {
            i++;
            if (Lists.or(s, found.get(i - 1).to(), found.get(i).from())) {
                boolean plain = !s.like(found.get(i).from() - 1, "on|with|taking|aged");
                return plain && !taking && !s.like(f.from(), "aged");
            }
        }
        return false;
    }

    private static boolean listedByComma(Sentence s, List<Found> found, int at) {
        int end = found.get(at - 1).to();
        return s.word(end).equals(",") && listed(s, end, found.get(at).from());
    }

    /** "none of COPD, xyz, smoking": a name that nobody knows stands in the list. */
    private static boolean strangers(Sentence s, int from, int to) {
        boolean links = s.like(from, ",") && s.like(to - 1, ",|and|or") && to - from <= 6;
        for (int i = from; i < to && links; i++) {
            boolean word =
                    s.at(i).kind() == Token.Kind.WORD
                            && Lists.link(s, i - 1)
                            && Lists.link(s, i + 1);
            links = Lists.link(s, i) || (word && s.free(i) && !Words.FILLER.contains(s.word(i)));
        }
        return links;
    }

    /** Only links, at least one, and words that lead to the next name. */
    private static boolean listed(Sentence s, int from, int to) {
        boolean link = false;
        for (int i = from; i < to; i++) {
            boolean here = Lists.link(s, i);
            link |= here;
            if (!here && !s.like(i, BETWEEN)) {
                return false;
            }
        }
        return link;
    }

    /** "diabetes, stroke or potassium above 5.5 are excluded": the list before what is said. */
    static List<Item> carried(Sentence s, List<Item> items) {
        List<Item> all = new ArrayList<>(items);
        for (int k = all.size() - 1; k > 0; k--) {
            if (!all.get(k).not() || !said(s, all.get(k))) {
                continue;
            }
            int first = k;
            while (first > 0
                    && plain(all.get(first - 1))
                    && listed(s, all.get(first - 1).found().to(), all.get(first).found().from())) {
                first--;
            }
            if (first < k && opens(s, all.get(first).found().from())) {
                for (int j = first; j < k; j++) {
                    all.set(j, all.get(j).denied());
                }
            }
        }
        return all;
    }

    private static boolean plain(Item item) {
        return !item.not() && item.percent().isEmpty();
    }

    /** The plural "are excluded", "cannot take part" behind it, which speaks of all. */
    private static boolean said(Sentence s, Item item) {
        int to = item.found().to();
        boolean verb =
                s.like(to, "are|will|must|cannot|cant|can|may|should|shall|were|is|do|dont|arent");
        return verb && !s.free(to);
    }

    /** Whether the clause begins with these people, of whom no number is given. */
    private static boolean opens(Sentence s, int from) {
        int i = from - 1;
        while (i >= 0 && s.like(i, BETWEEN)) {
            i--;
        }
        return i < 0 || s.like(i, "[.;:,]|and|but");
    }
}
