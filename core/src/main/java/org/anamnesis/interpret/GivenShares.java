package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.interpret.Draft.Topic;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;

/**
 * Shares without a sign behind the number: "metformin 70" where a share of it was asked, "%F=45",
 * "P(HTN)=0.3". A bare number beside a name is neither a number of patients then, nor is its name
 * asked of everyone.
 */
final class GivenShares {
    private static final String BETWEEN =
            "to|at|=|:|is|are|too|high|low|much|many|few|,|>|take|make|should|be|it|them|that|rather|only"
                    + "|more|like|now|instead|share|proportion|percentage|rate|about|up|down|please|use|try|say"
                    + "|users?|takers|let|lets|of|from|\\)|go|set|with|for|change|raise|lower|want|id|prefer|sounds|better";
    private static final String ENDS =
            "|[.,;!?)]|and|but|please|instead|now|then|rather|thanks|too|%|percent|as|for|is|would";
    private static final int FAR = 8;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private GivenShares(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    /** The items, those with such a share as shares. */
    static List<Item> of(Draft draft, List<Item> items, CohortSpec current) {
        return new GivenShares(draft, current).all(PartCounts.of(draft, items, current));
    }

    private List<Item> all(List<Item> items) {
        boolean listed = items.stream().anyMatch(i -> i.percent().isPresent());
        List<Item> all = new ArrayList<>();
        for (Item item : items) {
            boolean could =
                    item.percent().isEmpty()
                            && !item.not()
                            && !item.unmet()
                            && item.found().topic() != Topic.AGE
                            && item.found().topic() != Topic.LIMIT;
            Item now = could ? given(item, listed) : item;
            listed |= now.percent().isPresent();
            if (could && now.equals(item) && shared(current, item) && otherwise(item)) {
                draft.unread(item.from(), item.found().to() + 1);
            } else {
                all.add(now);
            }
        }
        return all;
    }

    /** "metformin 500 mg" where 60 % take it: not that all do. */
    private boolean otherwise(Item item) {
        int n = item.found().to();
        return s.at(n).number() && s.free(n) && !s.inConcept(n) && !s.like(n + 1, "%|percent");
    }

    private Item given(Item item, boolean listed) {
        Item led = led(item);
        if (!led.equals(item)) {
            return led;
        }
        int n = item.found().to();
        boolean equals = false;
        while (n < item.found().to() + FAR && s.like(n, BETWEEN)) {
            equals |= s.word(n).equals("=");
            n++;
        }
        boolean number = s.at(n).number() && s.free(n) && !s.inConcept(n) && s.like(n + 1, ENDS);
        if (!number) {
            return item;
        }
        double value = s.at(n).doubleValue();
        boolean colon = n == item.found().to() + 1 && s.word(n - 1).equals(":");
        boolean close = n == item.found().to() || equals || colon;
        boolean sign = s.word(item.found().from() - 1).equals("%") && close;
        boolean part = close && value > 0 && value < 1;
        boolean changed = shared(current, item) && value >= 0 && value <= 100;
        boolean list = listed && close && !equals && value >= 1 && value <= 100 && behind(item, n);
        if (!(sign || part || changed || list)) {
            return item;
        }
        double percent = part ? Math.round(value * 1e6) / 1e4 : value;
        int from = sign ? item.found().from() - 1 : item.from();
        int to = s.like(n + 1, "%|percent") ? n + 2 : n + 1;
        before(from);
        s.use(from, to);
        return new Item(item.found(), OptionalDouble.of(percent), false, false, from, to);
    }

    /** "statin 60 %, ACEi 50": the share before it stands behind its name too. */
    private boolean behind(Item item, int n) {
        int comma = item.from() - 1;
        return s.like(comma, "[,;]|and")
                && (s.like(comma - 1, "%|percent") || s.at(comma - 1).number())
                && !s.free(comma - 1)
                && n <= item.found().to() + 1;
    }

    /** "70 on metformin", and no more, where a share of it was asked. */
    private Item led(Item item) {
        int n = item.found().from() - 1;
        while (s.like(n, "on|with|have|take|a|the|are|current")) {
            n--;
        }
        boolean number =
                shared(current, item)
                        && s.at(n).number()
                        && s.free(n)
                        && s.at(n).doubleValue() <= 100
                        && s.at(n).doubleValue() >= 0
                        && FillerWords.alone(s, n, item.found().to());
        if (!number) {
            return item;
        }
        s.use(0, s.size());
        OptionalDouble percent = OptionalDouble.of(s.at(n).doubleValue());
        return new Item(item.found(), percent, false, false, n, item.to());
    }

    /** "make", "raise the", "P(": words that only bring it. */
    private void before(int from) {
        for (int k = from - 1; k >= 0 && k > from - 4; k--) {
            if (!s.like(
                    k,
                    "make|raise|lower|increase|reduce|bring|put|set|change|move|get|push|cut|drop|p|\\(|the|share|of|on|current|now|proportion|users")) {
                return;
            }
            s.use(k, k + 1);
        }
    }

    /** Whether a share of it was asked before. */
    static boolean shared(CohortSpec current, Item item) {
        return current.constraints().stream()
                .anyMatch(
                        c ->
                                c instanceof Constraint.Share share
                                        && share.criterion().equals(item.criterion()));
    }
}
