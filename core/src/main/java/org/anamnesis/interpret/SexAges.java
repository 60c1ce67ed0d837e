package org.anamnesis.interpret;

import java.util.List;

/**
 * "women over 50 or men over 60", "men 40-60, women 50-70": an age of its own for each sex, which
 * no specification of a whole cohort can hold. Groups are offered; what stands last is not taken.
 */
final class SexAges {
    private static final String AGE =
            "aged|age|over|above|under|below|older|younger|than|at|least|most|from|between|up|to|and|-"
                    + "|years?|old|ages|who|are|or|more|of|[<>]=?|\\(|\\)|\\+";

    private SexAges() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        List<CategoryWords.Place> all =
                CategoryWords.places(s).stream()
                        .filter(p -> p.asked().variable().equals("sex"))
                        .toList();
        for (int k = 0; k + 1 < all.size(); k++) {
            CategoryWords.Place a = all.get(k);
            CategoryWords.Place b = all.get(k + 1);
            boolean two = !a.asked().equals(b.asked());
            int end = aged(s, a.to());
            int last = aged(s, b.to());
            boolean joined = end > 0 && Lists.joined(s, end, b.from());
            if (two && joined && last > 0 && !same(s, a.to(), end, b.to(), last)) {
                draft.invite(
                        "request.part",
                        a.from(),
                        last,
                        "This is asked of a part of the patients only, and such a wish cannot be kept.",
                        "groups, such as \"two groups: smokers over 60 and never smokers\", or ask it of everyone");
                return;
            }
        }
    }

    /** One past the ages behind the words for a sex, or -1. */
    private static int aged(Sentence s, int from) {
        int at = from;
        int end = -1;
        while (at < from + 9 && s.free(at)) {
            boolean number = s.at(at).number() && !s.inConcept(at);
            boolean share = number && s.like(at + 1, "%|percent");
            boolean other = number && s.at(at).doubleValue() > AgeWords.OLDEST;
            if (share || other || !(number || s.like(at, AGE))) {
                break;
            }
            end = number || (end > 0 && s.like(at, "years?|old|\\)|\\+")) ? at + 1 : end;
            at++;
        }
        return end;
    }

    private static boolean same(Sentence s, int a, int aEnd, int b, int bEnd) {
        return s.english(a, aEnd).equalsIgnoreCase(s.english(b, bEnd));
    }
}
