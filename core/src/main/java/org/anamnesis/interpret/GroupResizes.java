package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * How large the groups that are there shall be: "equal size", "1:2", "60/40 instead", "the second
 * one 25 %", "30 % in the first and 70 % in the second".
 */
final class GroupResizes {
    private static final Map<String, Integer> PLACES =
            Map.of(
                    "first", 1, "former", 1, "second", 2, "other", 2, "third", 3, "fourth", 4,
                    "fifth", 5, "last", -1, "latter", -1);
    private static final String NOUN = "group|arm|half|cohort|subgroup|part|groups|share|size|s";
    private static final String LINK =
            "to|at|be|of|should|shall|must|is|gets?|=|:|has|have|make|makes|up|only|now|rather|a|the|with|as";
    private static final String BETWEEN = ":|/|to|-|–|vs|versus|and|,|against";

    /** A ratio that is no ratio of "1:2" is one of percent. */
    private static final double WHOLE = 100;

    private final Draft draft;
    private final Sentence s;
    private final Groups groups;

    GroupResizes(Draft draft, Groups groups) {
        this.draft = draft;
        this.s = draft.sentence;
        this.groups = groups;
    }

    /** Whether the message says so. */
    boolean found() {
        return multiplied() || equal() || ratio() || placed();
    }

    private boolean equal() {
        for (int i = 0; i < s.size(); i++) {
            int to = s.like(i, "equal|same|equally") ? i + 1 : s.size();
            to = s.word(to).equals("in") ? to + 1 : to;
            if (s.like(to, "sizes?|sized|large|numbers?|arms|groups")) {
                shares(Collections.nCopies(groups.all().size(), 1.0), i, to + 1);
                return true;
            }
        }
        return false;
    }

    /** "1:2"; "60/40", "60 % and 40 %" where they are all that is said and make a whole. */
    private boolean ratio() {
        for (int i = 0; i < s.size(); i++) {
            List<Double> ratio = new ArrayList<>();
            boolean plain = true;
            int at = i;
            int to = i;
            while (s.at(at).number() && !s.inConcept(at)) {
                ratio.add(s.at(at).doubleValue());
                to = s.like(at + 1, "%|percent") ? at + 2 : at + 1;
                plain &= ratio.size() == groups.all().size() || s.word(to).equals(":");
                boolean twice = s.word(to).equals("fifty fifty"); // "fifty-fifty"
                at = twice ? to : s.like(to, BETWEEN) ? to + 1 : s.size();
            }
            double sum = ratio.stream().mapToDouble(r -> r).sum();
            boolean whole = sum == WHOLE && alone(i, to);
            boolean all = ratio.size() == groups.all().size() && ratio.size() > 1;
            if (all && (plain || whole)) {
                to = favoured(ratio, to);
                shares(ratio, i, to);
                return true;
            }
            i = Math.max(i, to - 1);
        }
        return false;
    }

    /** "2:1 in favour of empagliflozin": the larger part is that group's, wherever it stands. */
    private int favoured(List<Double> ratio, int from) {
        int at = from;
        while (s.like(at, "in|favou?r|favou?ring|of|for|towards?|the|with|more|on|,")) {
            at++;
        }
        Optional<Integer> group = at > from ? group(at) : Optional.empty();
        if (group.isEmpty() || group.get() > ratio.size() || ratio.size() != 2) {
            return from;
        }
        double most = Math.max(ratio.get(0), ratio.get(1));
        double least = Math.min(ratio.get(0), ratio.get(1));
        ratio.set(group.get() - 1, most);
        ratio.set(2 - group.get(), least);
        return past(at);
    }

    /**
     * "twice as many in the first arm as in each of the others", "the metformin arm twice as
     * large".
     */
    private boolean multiplied() {
        for (int i = 0; i < s.size(); i++) {
            boolean number = s.at(i).number() && s.like(i + 1, "times");
            boolean twice = s.like(i, "twice|double") && s.like(i + 1, "as|the");
            int as = number ? i + 2 : i + 1;
            double factor = number ? s.at(i).doubleValue() : 2;
            boolean size =
                    s.like(as, "as|the")
                            && s.like(as + 1, "many|large|big|size|number|numerous|high");
            if (!(number || twice) || !size || factor <= 0) {
                continue;
            }
            for (int k = 0; k < s.size(); k++) {
                Optional<Integer> one = k >= i && k < as + 2 ? Optional.empty() : group(k);
                if (one.isPresent() && one.get() <= groups.all().size()) {
                    List<Double> ratio =
                            new ArrayList<>(Collections.nCopies(groups.all().size(), 1.0));
                    ratio.set(one.get() - 1, factor);
                    shares(ratio, Math.min(i, k), s.size());
                    return true;
                }
            }
        }
        return false;
    }

    /** The number of a group that is named here by its place or by what it has. */
    private Optional<Integer> group(int i) {
        if (s.like(i, "first|second|third|fourth|fifth|last|former|latter") || ordinal(i)) {
            int place = place(i);
            return Optional.of(place < 0 ? groups.all().size() : place);
        }
        for (int k = 0; k < groups.all().size(); k++) {
            if (s.after(i, groups.all().get(k).name().toLowerCase(Locale.ROOT)) > i) {
                return Optional.of(k + 1);
            }
        }
        return Optional.empty();
    }

    private int past(int i) {
        int to = i + 1;
        while (to < s.size() && !s.like(to, "[,.;]|and")) {
            to++;
        }
        return to;
    }

    /** Whether nothing else is said than that it is a split. */
    private boolean alone(int from, int to) {
        for (int i = 0; i < s.size(); i++) {
            boolean inside = i >= from && i < to;
            if (!inside && !JudgingWords.empty(s, i) && !s.like(i, "split|division|groups|arms")) {
                return false;
            }
        }
        return true;
    }

    private void shares(List<Double> ratio, int from, int to) {
        double all = ratio.stream().mapToDouble(r -> r).sum();
        List<StudyGroup> out = new ArrayList<>();
        for (int k = 0; k < ratio.size(); k++) {
            StudyGroup g = groups.all().get(k);
            out.add(new StudyGroup(g.name(), WHOLE * ratio.get(k) / all, g.constraints()));
        }
        s.use(0, from);
        draft.edit(new Edit.SetGroups(new Groups(out, groups.same())), from, to);
    }

    /** A group by its place beside its new share, and nothing else said. */
    private record Placed(int place, int number, int from, int to) {}

    private boolean placed() {
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (PLACES.containsKey(s.word(i)) || ordinal(i)) {
                Placed p = behind(i);
                p = p.number() < 0 ? ahead(i) : p;
                if (p.number() < 0) {
                    return false;
                }
                all.add(p);
                i = Math.max(i, p.to() - 1);
            }
        }
        if (all.isEmpty() || !alone(all)) {
            return false;
        }
        for (Placed p : all) {
            int n = p.place() < 0 ? groups.all().size() : p.place();
            double percent = s.at(p.number()).doubleValue();
            if (n > groups.all().size() || percent <= 0 || percent >= WHOLE) {
                return false;
            }
        }
        for (Placed p : all) {
            int n = p.place() < 0 ? groups.all().size() : p.place();
            String name = groups.all().get(n - 1).name();
            draft.edit(
                    new Edit.ResizeGroup(name, s.at(p.number()).doubleValue()), p.from(), p.to());
        }
        s.use(0, s.size());
        return true;
    }

    private boolean ordinal(int i) {
        return s.at(i).number() && s.like(i + 1, "st|nd|rd|th") && s.at(i).touches(s.at(i + 1));
    }

    /** One past "second one", "1st group". */
    private int name(int i) {
        int at = ordinal(i) ? i + 2 : i + 1;
        while (s.like(at, NOUN) || s.word(at).equals("one one")) {
            at++;
        }
        return at;
    }

    private int place(int i) {
        return ordinal(i) ? (int) s.at(i).doubleValue() : PLACES.get(s.word(i));
    }

    /** "the second one 25 %". */
    private Placed behind(int i) {
        int at = name(i);
        while (s.like(at, LINK)) {
            at++;
        }
        int to = OrdinalShares.shareEnd(s, at);
        return new Placed(place(i), to > 0 ? at : -1, i, Math.max(to, i + 1));
    }

    /** "40 % in the first". */
    private Placed ahead(int i) {
        int at = i - 1;
        while (s.like(at, "the|in|to|for|into|on|of|them|go|are|patients|people|my|our")) {
            at--;
        }
        int number = s.like(at, "%|percent") ? at - 1 : at;
        boolean share = at < i - 1 && number >= 0 && OrdinalShares.shareEnd(s, number) == at + 1;
        return new Placed(place(i), share ? number : -1, share ? number : i, name(i));
    }

    private boolean alone(List<Placed> all) {
        for (int i = 0; i < s.size(); i++) {
            int at = i;
            boolean inside = all.stream().anyMatch(p -> p.from() <= at && at < p.to());
            if (!inside && !JudgingWords.empty(s, i)) {
                return false;
            }
        }
        return true;
    }
}
