package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * One group more beside those that are there: "add a third arm on dapagliflozin", "plus a placebo
 * group". It gets as many patients as the groups have on average; theirs shrink alike.
 */
final class GroupAdded {
    private static final double ALL = 100;
    private static final String PLACEBO = "placebo";

    private final Draft draft;
    private final Sentence s;
    private final Vocabulary vocabulary;
    private final CohortSpec current;
    private final Groups groups;

    GroupAdded(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.vocabulary = vocabulary;
        this.current = current;
        this.groups = current.beyond().groups();
    }

    boolean found() {
        for (int i = 0; i < s.size(); i++) {
            int noun = noun(i);
            if (noun > 0) {
                add(i, noun);
                return true;
            }
        }
        return false;
    }

    /** Where "arm" stands in "add a third arm" or "add a placebo arm"; -1 if no group is added. */
    private int noun(int i) {
        boolean verb = s.like(i, "add|include|plus|introduce|create|insert|also|want|need|have");
        boolean another = s.like(i, "another") && s.like(i + 1, "groups?|arms?");
        if (verb && s.at(i + 1).kind() == Token.Kind.FRACTION && s.like(i + 2, "group|arm")) {
            return i + 2; // "a third group" is none of a third
        }
        int article = another ? i : s.like(i + 1, "in") ? i + 2 : i + 1;
        if (!(verb || another) || !s.like(article, "an?|another|one")) {
            return -1;
        }
        boolean more = s.like(article, "another");
        int at = article + 1;
        if (s.like(at, "more|further|additional|new|extra")) {
            more = true;
            at++;
        }
        int place = Words.PLACES.getOrDefault(s.word(at), 0);
        if (place == groups.all().size() + 1) {
            more = true;
            at++;
        }
        int last = at + 3; // "add a placebo arm"
        while (at < last && !s.like(at, "groups?|arms?") && s.at(at).kind() == Token.Kind.WORD) {
            at++;
        }
        boolean defined =
                at > article + 1 && !more && s.like(i, "add|include|plus|introduce|insert");
        return s.like(at, "group|arm") && (more || defined) ? at : -1;
    }

    private void add(int from, int noun) {
        boolean placebo = false;
        int first = from;
        while (first < noun
                && !s.like(first, "an?|another|one")
                && s.at(first).kind() != Token.Kind.FRACTION) {
            first++;
        }
        first++;
        while (s.like(first, "more|further|additional|new|extra")
                || Words.PLACES.containsKey(s.word(first))) {
            first++;
        }
        for (int i = from; i < s.size(); i++) {
            placebo |= s.like(i, PLACEBO);
        }
        String before = noun > first ? s.english(first, noun) : "";
        String behind = noun + 1 < s.size() ? s.english(noun + 1, s.size()) : "";
        String words = (before + " " + behind).replaceAll("[\\s,.;:]+$", "").strip();
        GroupPart part = GroupPart.of(words, vocabulary, current);
        List<Constraint> asked = placebo ? none() : part.constraints();
        if (asked.isEmpty() || !part.problems().isEmpty()) {
            draft.problem(
                    "request.group.undefined",
                    from,
                    s.size(),
                    "It is not said what tells this group from the others.",
                    "add a third group on metformin");
            return;
        }
        String name = placebo ? PLACEBO : GroupPart.name(asked);
        int size = groups.all().size();
        List<StudyGroup> all = new ArrayList<>();
        for (StudyGroup g : groups.all()) {
            all.add(new StudyGroup(g.name(), g.percent() * size / (size + 1), g.constraints()));
        }
        double left = ALL - all.stream().mapToDouble(StudyGroup::percent).sum();
        boolean taken = all.stream().anyMatch(g -> g.name().equals(name));
        String free = taken ? name.toLowerCase(Locale.ROOT) + " " + (size + 1) : name;
        all.add(new StudyGroup(free, left, asked));
        draft.edit(new Edit.SetGroups(new Groups(all, groups.same())), from, s.size());
    }

    /** A placebo group takes none of what the others take. */
    private List<Constraint> none() {
        return groups.all().stream()
                .flatMap(g -> g.constraints().stream())
                .filter(c -> c instanceof Constraint.Require)
                .map(c -> ((Constraint.Require) c).criterion())
                .filter(c -> !(c instanceof Criterion.Not))
                .distinct()
                .map(c -> (Constraint) new Constraint.Require(new Criterion.Not(c)))
                .toList();
    }
}
