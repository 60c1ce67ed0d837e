package org.anamnesis.interpret;

import org.anamnesis.spec.CohortSpec;

/**
 * "200 on lisinopril, 100 without it" of 300, "60 % on it, 40 % not", "the rest without": the other
 * part of the cohort, of which nothing new is said.
 */
final class Complements {
    private static final String OTHER = "other|others|remaining|rest|remainder|else";
    private static final String NOT =
            "without|not|dont|do|doesnt|does|are|arent|off|none|never|no|have|take|isnt|is|untreated";
    private static final String DENIED = "without|not|dont|doesnt|arent|off|none|never|untreated";
    private static final String IT =
            "it|that|them|this|any|one|so|on|taking|take|taken|have|having|at|all|do|get|receive|receiving|the|drug";
    private static final String ENDS = "|[.,;!?)]|please|thanks|and|but|all|aged|with";
    private static final double NEAR = 0.5;

    private final Sentence s;
    private final double count;

    private Complements(Sentence s, double count) {
        this.s = s;
        this.count = count;
    }

    static void find(Draft draft, CohortSpec current) {
        Complements parts =
                new Complements(
                        draft.sentence, current.equals(CohortSpec.DEFAULT) ? -1 : current.count());
        if (parts.groups()) {
            return;
        }
        for (int i = 2; i < draft.sentence.size(); i++) {
            parts.at(i);
        }
    }

    /** Groups have both parts as their own. */
    private boolean groups() {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "arms?|groups?|versus|vs|cohorts|matched|compare|comparing")) {
                return true;
            }
        }
        return false;
    }

    private void at(int i) {
        boolean rest = s.like(i, "the|all") && s.like(i + 1, OTHER);
        int n = rest ? i + 2 : s.like(i, "the|an?") ? i + 1 : i;
        n = s.like(n, "other|remaining|others") ? n + 1 : n;
        boolean amount = part(n);
        if (!s.like(i - 1, "[,;:(]|and|but|while|whereas") || !(rest || amount) || !s.free(i)) {
            return;
        }
        int end = amount ? past(n) : n;
        while (s.like(
                end, "of|them|these|patients|people|the|one|ones|others|rest|remaining|,|-")) {
            end++;
        }
        int not = end;
        boolean denied = false;
        while (s.like(end, NOT)) {
            denied |= s.like(end, DENIED);
            end++;
        }
        while (denied && s.like(end, IT)) {
            end++;
        }
        if (denied && end > not && s.like(end, ENDS) && s.free(i, end) && whole(i, n, amount)) {
            s.use(i, end);
        }
    }

    /** Whether both parts are all of them. */
    private boolean whole(int i, int n, boolean amount) {
        int first = i - 1;
        while (first >= 0 && !s.like(first, "[.;]") && !(part(first) && s.free(first))) {
            first--;
        }
        if (first < 0 || !part(first)) {
            return false;
        }
        if (!amount) {
            return true;
        }
        boolean people = s.at(n).number() && !percent(n);
        boolean alike = people == (s.at(first).number() && !percent(first));
        double sum = s.at(first).doubleValue() + s.at(n).doubleValue();
        double all = !people ? 100 : total(first);
        return alike && Math.abs(sum - all) < NEAR;
    }

    private double total(int before) {
        for (int k = 0; k < before; k++) {
            if (s.at(k).number() && s.free(k) && !s.inConcept(k) && !percent(k)) {
                return s.at(k).doubleValue();
            }
        }
        return count;
    }

    private boolean part(int i) {
        return (s.at(i).number() || s.at(i).kind() == Token.Kind.FRACTION) && !s.inConcept(i);
    }

    private boolean percent(int i) {
        return s.like(i + 1, "%|percent|pct");
    }

    private int past(int n) {
        return percent(n) ? n + 2 : n + 1;
    }
}
