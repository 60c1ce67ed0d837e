package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.anamnesis.interpret.GroupHeads.Head;

/**
 * How large the groups are: "1:2", "500 each", "two arms of 500", "equal size", or sizes before
 * each.
 */
final class GroupSizes {
    private final List<Double> ratio = new ArrayList<>();
    private double each;
    private double percentEach;
    private final BitSet taken = new BitSet();
    private double total;
    private int from = -1;
    private int to = -1;

    private GroupSizes() {}

    /** Finds them and marks their words as used. */
    static GroupSizes find(Draft draft, GroupSigns signs) {
        GroupSizes sizes = new GroupSizes();
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (s.free(i)) {
                sizes.shareOfEach(s, i);
                sizes.ratio(s, i);
                sizes.each(s, i);
                sizes.equal(s, i);
            }
        }
        for (int i = 0; i < s.size() && sizes.total == 0; i++) {
            boolean plain = s.at(i).number() && s.free(i) && !s.inConcept(i);
            for (int k = i + 1; plain && k < i + 6; k++) {
                if (s.like(k, "[,:;.%]|on|with")) {
                    break;
                }
                if (Words.PERSONS.contains(s.word(k)) && !s.word(k).equals("cases")) {
                    sizes.total = s.at(i).doubleValue();
                    break;
                }
            }
        }
        int end = signs.list().orElse(Math.min(s.size(), signs.from() + 8));
        for (int i = signs.from(); i < end; i++) { // "in two groups", "split them into three arms"
            boolean number = s.at(i).number() && s.at(i).doubleValue() <= 12;
            boolean counts = number && s.like(i + 1, "equal|equally|" + GroupSigns.WORDS);
            if (s.free(i) && (counts || s.like(i, GroupSigns.WORDS))) {
                s.use(i, i + 1);
            }
        }
        return sizes;
    }

    /** "one third each", "25 % in each arm", "50/50": a share of every group. */
    private void shareOfEach(Sentence s, int i) {
        boolean fraction = s.at(i).kind() == Token.Kind.FRACTION;
        boolean percent = s.at(i).number() && s.like(i + 1, "%|percent");
        int at = fraction ? i + 1 : i + 2;
        while (s.like(at, "of|them|patients|people|the|for|in|per|are|go|goes|to")) {
            at++;
        }
        if ((fraction || percent) && s.like(at, "each|every|apiece")) {
            percentEach = s.at(i).doubleValue();
            int to = s.like(at + 1, "of|to|group|arm") ? at + 2 : at + 1;
            taken(s, i, s.word(to - 1).equals("of") ? to - 1 : to);
            return;
        }
        int second = s.like(i + 1, "[/:-]") ? i + 2 : i + 1;
        if (fifty(s, i) && fifty(s, second)) {
            taken(s, i, second + 1);
        }
    }

    private static boolean fifty(Sentence s, int i) {
        return s.at(i).number() && s.at(i).doubleValue() == 50 && !s.inConcept(i);
    }

    private void taken(Sentence s, int from, int to) {
        s.use(from, to);
        taken.set(from, to);
    }

    /** Those heads that are no size of every group. */
    List<Head> without(List<Head> heads) {
        return heads.stream()
                .filter(h -> taken.get(h.from(), Math.max(h.content(), h.from() + 1)).isEmpty())
                .toList();
    }

    private void ratio(Sentence s, int i) {
        String sign = s.word(i + 1);
        if (sign.equals("/")) {
            percents(s, i);
            return;
        }
        boolean colon = sign.equals(":") && s.at(i + 2).number();
        boolean small = s.at(i).number() && s.at(i).doubleValue() <= 20 && s.like(i, "\\d+");
        if (!small || !colon || s.inConcept(i)) {
            return;
        }
        int at = i;
        while (s.at(at).number()) {
            ratio.add(s.at(at).doubleValue());
            at++;
            if (s.word(at).equals(":") && s.at(at + 1).number()) {
                at++;
            } else {
                break;
            }
        }
        int end = at;
        if (s.word(end).equals("ratio")) {
            end++;
        }
        int start = i;
        while (s.like(start - 1, "ratio|of|in|a|at|allocation|to")
                && s.word(start - 1).length() > 0
                && start > i - 4) {
            start--;
        }
        s.use(s.like(i - 1, "ratio|of|a|in") ? start : i, end);
    }

    /** "40/30/30": shares of the groups in their order. */
    private void percents(Sentence s, int i) {
        List<Double> all = new ArrayList<>();
        int at = i;
        while (s.at(at).number() && s.free(at) && !s.inConcept(at)) {
            all.add(s.at(at).doubleValue());
            at++;
            if (!s.word(at).equals("/") || !s.at(at + 1).number()) {
                break;
            }
            at++;
        }
        double sum = all.stream().mapToDouble(d -> d).sum();
        if (all.size() > 1 && Math.abs(sum - 100) < 2) {
            ratio.addAll(all);
            taken(s, i, s.word(at).equals("%") ? at + 1 : at);
        }
    }

    /** "age 50-70 in both", "BMI over 30 in each": the number is no number of people. */
    static boolean counts(Sentence s, int i) {
        boolean range = s.like(i - 1, "-|–|to|and") && s.at(i - 2).number();
        boolean value = false;
        for (int k = i - 1; k >= Math.max(0, i - VALUE) && !s.like(k, "[,;.:]"); k--) {
            value |=
                    s.like(k, "age|aged|ages|mean|average|over|under|above|below|sd")
                            || s.observed(k);
        }
        return !range && !value;
    }

    /** So many words before a number may say of what it is. */
    private static final int VALUE = 4;

    /** "500 each", "500 per group", "two arms of 500". */
    private void each(Sentence s, int i) {
        boolean number = s.at(i).number() && s.at(i).doubleValue() >= 2 && !s.inConcept(i);
        if (!number || !counts(s, i)) {
            return;
        }
        int next = Words.PERSONS.contains(s.word(i + 1)) ? i + 2 : i + 1;
        int far = i + 1;
        while (s.at(far).kind() == Token.Kind.WORD && far < i + 6 && !s.word(far).equals("each")) {
            far++;
        }
        boolean ofEach = s.after(far - 1, "in each of") > 0 && s.like(far + 3, "groups|arms");
        if (ofEach && s.free(i)) { // "80 with depression in each of two groups"
            each = s.at(i).doubleValue();
            from = i;
            to = i + 1;
            s.use(i, i + 1);
            s.use(far - 1, far + 4);
            return;
        }
        boolean behind =
                s.word(next).equals("each")
                        || (s.like(next, "per|in")
                                && s.like(next + 1, "group|arm|each|both|cohort"));
        boolean groups = s.like(i + 1, "groups|arms|cohorts");
        boolean before =
                !groups
                        && s.like(i - 1, "of|with")
                        && s.like(i - 2, "groups|arms|cohorts|each|samples");
        if (behind || before) {
            each = s.at(i).doubleValue();
            int end = behind ? next + 1 : next;
            while (behind && s.like(end, "group|arm|cohort|of|the|groups|arms|each|both")) {
                end++;
            }
            end = before && s.word(end).equals("each") ? end + 1 : end;
            from = i;
            to = end;
            s.use(before ? i - 1 : i, end);
        }
    }

    /** "equal size", "of the same size", "equally large", "evenly". */
    private void equal(Sentence s, int i) {
        boolean size = s.like(i + 1, "sizes?|sized|numbers?|large|big|in");
        boolean equal = s.like(i, "equal|equally|same|identical") && size;
        if (equal || s.like(i, "evenly")) {
            int start = i;
            while (s.like(start - 1, "of|the|with|both|all|and")
                    && s.free(start - 1)
                    && start > 0) {
                start--;
            }
            s.use(start, equal ? i + 2 : i + 1);
        }
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** How many patients there are in all, if the groups say it. */
    OptionalLong count(List<Head> heads) {
        if (each > 0) {
            return OptionalLong.of(Math.round(each * heads.size()));
        }
        double sum = heads.stream().mapToDouble(h -> h.count().orElse(0)).sum();
        boolean all = heads.stream().allMatch(h -> h.count().isPresent());
        if (all && sum > 0 && total < sum) {
            return OptionalLong.of(Math.round(sum));
        }
        boolean one = ratio.size() == heads.size() && sum > 0 && total <= sum;
        if (one) { // "300 cases and controls, 1:2"
            for (int k = 0; k < heads.size(); k++) {
                if (heads.get(k).count().isPresent()) {
                    double all1 = ratio.stream().mapToDouble(r -> r).sum();
                    return OptionalLong.of(
                            Math.round(heads.get(k).count().getAsDouble() / ratio.get(k) * all1));
                }
            }
        }
        return OptionalLong.empty();
    }

    /** Share of each in %. */
    List<Double> percents(List<Head> heads) {
        int n = heads.size();
        double sum = heads.stream().mapToDouble(h -> h.count().orElse(0)).sum();
        List<Double> out = new ArrayList<>();
        if (percentEach > 0) {
            // "a third each" of three are all of them
            boolean all = Math.abs(percentEach * n - 100) < 2;
            return Collections.nCopies(n, all ? 100.0 / n : percentEach);
        }
        if (ratio.size() == n) {
            double all = ratio.stream().mapToDouble(r -> r).sum();
            ratio.forEach(r -> out.add(100 * r / all));
            return out;
        }
        boolean counts = heads.stream().anyMatch(h -> h.count().isPresent());
        double of = counts ? Math.max(total, sum) : 0;
        double said = 0;
        int open = 0;
        for (Head h : heads) {
            double p =
                    h.percent()
                            .orElse(
                                    counts && h.count().isPresent()
                                            ? 100 * h.count().getAsDouble() / of
                                            : -1);
            out.add(p);
            said += Math.max(0, p);
            open += p < 0 ? 1 : 0;
        }
        double left = Math.max(0, 100 - said);
        for (int k = 0; k < n; k++) {
            if (out.get(k) < 0) {
                out.set(k, left / open);
            }
        }
        return out;
    }
}
