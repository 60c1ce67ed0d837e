package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.GroupHeads.Head;
import org.anamnesis.interpret.GroupHeads.Kind;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * Changes of groups that are there: "no groups", "make the second group 60 %", "the control group
 * with mean BMI 30", "match them for sex, too".
 */
final class GroupChanges {
    private final Draft draft;
    private final Sentence s;
    private final Vocabulary vocabulary;
    private final CohortSpec current;
    private final Groups groups;

    GroupChanges(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.vocabulary = vocabulary;
        this.current = current;
        this.groups = current.beyond().groups();
    }

    /** Whether the message was about the groups as they are. */
    boolean found() {
        if (new GroupAdded(draft, vocabulary, current).found()
                || new GroupDropped(draft, groups).found()
                || removed()
                || new Unmatched(draft, groups).found()
                || new GroupReplaced(draft, groups).found()
                || new EachGroup(draft, vocabulary, current).found()
                || new GroupResizes(draft, groups).found()
                || perGroup()) {
            return true;
        }
        if (whichOne()) {
            return true;
        }
        List<Head> heads = GroupHeads.in(s);
        List<Head> known = heads.stream().filter(h -> group(h).isPresent()).toList();
        GroupSigns signs = GroupSigns.of(s);
        boolean anew = known.isEmpty() && (signs.counted() || heads.size() >= 2);
        if (known.isEmpty() && !anew && unknown(heads)) {
            return true;
        }
        boolean asked = !anew && !known.isEmpty() && one(known);
        MatchWords.Found same = anew ? new MatchWords.Found(List.of(), -1, -1) : MatchWords.find(s);
        if (!same.none()) {
            draft.edit(new Edit.MatchGroups(same.variables()), same.from(), same.to(), false);
        }
        return asked || !same.none();
    }

    /** "one arm on finerenone": of groups that are there, which one is not said. */
    private boolean whichOne() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            int at = s.after(i + 1, "of the");
            boolean arm = s.like(at > 0 ? at : i + 1, "arms?|groups?");
            if (s.word(i).startsWith("one") && arm && !s.word(i + 2).equals("again")) {
                all.add(i);
            }
        }
        if (all.size() != 1) {
            return false;
        }
        draft.problem(
                "request.group.which",
                all.get(0),
                s.size(),
                "It is not said which of the groups is meant.",
                "the first group on metformin");
        return true;
    }

    /** "the control group should be 60 % women", of groups of which none is called so. */
    private boolean unknown(List<Head> heads) {
        Optional<Head> one =
                heads.stream()
                        .filter(Head::noun)
                        .filter(
                                h ->
                                        (h.kind() == Kind.NUMBERED && h.number() != 0)
                                                || h.kind() == Kind.NAMED)
                        .findFirst();
        one.ifPresent(
                h ->
                        draft.problem(
                                "request.group.unknown",
                                h.from(),
                                Math.max(h.content(), h.from() + 1),
                                "There is no such group; the groups are: %s."
                                        .formatted(
                                                groups.all().stream()
                                                        .map(StudyGroup::name)
                                                        .collect(Collectors.joining(", "))),
                                "the %s group, or: the first group"
                                        .formatted(groups.all().get(0).name())));
        return one.isPresent();
    }

    private boolean removed() {
        for (int i = 0; i < s.size(); i++) {
            boolean verb = s.like(i, "no|drop|remove|delete|without|forget|clear|cancel|merge");
            int at = i + 1;
            while (verb && s.like(at, "the|any|all|two|three|more|these|study|into")) {
                at++;
            }
            if (verb && s.like(at, "groups|arms|grouping|split|subgroups")) {
                int end = s.like(at + 1, "any|anymore") ? at + 2 : at + 1;
                draft.edit(new Edit.SetGroups(Groups.NONE), i, end);
                return true;
            }
            if (s.like(i, "ungroup|unsplit") || s.after(i, "one group again") > 0) {
                draft.edit(new Edit.SetGroups(Groups.NONE), i, s.size());
                return true;
            }
        }
        return false;
    }

    /** "300 per group", "400 each". */
    private boolean perGroup() {
        for (int i = 0; i < s.size(); i++) {
            int next = Words.PERSONS.contains(s.word(i + 1)) ? i + 2 : i + 1;
            boolean each =
                    s.at(i).number()
                            && !s.inConcept(i)
                            && GroupSizes.counts(s, i)
                            && (s.word(next).equals("each")
                                    || (s.like(next, "per|in")
                                            && s.like(next + 1, "group|arm|each|both")));
            boolean of =
                    s.at(i).number() && s.word(i - 1).equals("of") && s.like(i - 2, "groups|arms");
            if (each || of) {
                long n = Math.round(s.at(i).doubleValue() * groups.all().size());
                int end = of ? i + 1 : next + 1;
                while (s.like(end, "group|arm|each|both|groups|arms")) {
                    end++;
                }
                draft.edit(new Edit.SetCount(n), of ? i - 2 : i, end);
                return true;
            }
        }
        return false;
    }

    /** What the message says of one or several groups that are there. */
    private boolean one(List<Head> heads) {
        boolean any = false;
        Groups now = groups;
        for (int k = 0; k < heads.size(); k++) {
            Head head = heads.get(k);
            int to = k + 1 < heads.size() ? heads.get(k + 1).from() : s.size();
            StudyGroup group = group(head).orElseThrow();
            int content = content(head);
            OptionalDouble percent =
                    percent(content, to).isPresent() ? percent(content, to) : before(head);
            if (percent.isPresent()) {
                draft.edit(
                        new Edit.ResizeGroup(group.name(), percent.getAsDouble()), head.from(), to);
                s.use(0, head.from());
                any = true;
                continue;
            }
            String words =
                    s.english(content, to)
                            .replaceAll("[\\s,.;:]+$", "")
                            .replaceAll(" (?:and|but)$", "");
            boolean first = k == 0 && head.from() > 1;
            GroupPart part = GroupPart.of(words, vocabulary, current);
            if (part.constraints().isEmpty() && first) { // "mean BMI 30 in the control group"
                String ahead = s.english(0, head.from()).replaceAll(" (?:in|for|of|to)$", "");
                part = GroupPart.of(ahead, vocabulary, current);
            }
            boolean said = !part.constraints().isEmpty() && part.problems().isEmpty();
            if (said && replaces(head, content, to, group, part.constraints())) {
                now = replaced(now, group, part.constraints());
                draft.edit(new Edit.SetGroups(now), head.from(), to);
                s.use(0, head.from());
                any = true;
            } else if (said) {
                draft.edit(
                        new Edit.AskGroup(group.name(), part.constraints()),
                        first ? 0 : head.from(),
                        to);
                any = true;
            }
        }
        return any;
    }

    /** "arm 2 should be valsartan": what defines the group, in the place of what did. */
    private boolean replaces(
            Head head, int content, int to, StudyGroup group, List<Constraint> asked) {
        boolean is = false;
        for (int i = head.from(); i <= content; i++) {
            is |= s.like(i, "should|shall|must|is|becomes?|be|=|:|to|now|will|would|instead");
        }
        boolean verb = head.from() > 0 && s.like(0, "change|switch|replace|set|make|turn");
        boolean also = false;
        boolean instead = false;
        for (int i = 0; i < to; i++) {
            also |= s.like(i, "also|plus|too|additionally|and|as");
            instead |= s.like(i, "instead|rather|now");
        }
        return (is || verb || instead)
                && !also
                && asked.stream().allMatch(c -> clinical(c) && !kept(group, c).equals(group));
    }

    private static boolean clinical(Constraint c) {
        return c instanceof Constraint.Require r
                && (r.criterion() instanceof Criterion.TakesMedication
                        || r.criterion() instanceof Criterion.HasCondition);
    }

    /** The group without what is asked of it that is of the same kind. */
    private static StudyGroup kept(StudyGroup group, Constraint like) {
        Class<?> kind = ((Constraint.Require) like).criterion().getClass();
        return new StudyGroup(
                group.name(),
                group.percent(),
                group.constraints().stream()
                        .filter(
                                c ->
                                        !(c instanceof Constraint.Require r
                                                && kind.isInstance(r.criterion())))
                        .toList());
    }

    private static Groups replaced(Groups all, StudyGroup group, List<Constraint> asked) {
        StudyGroup rest = group;
        for (Constraint c : asked) {
            rest = kept(rest, c);
        }
        List<Constraint> constraints = new ArrayList<>(rest.constraints());
        constraints.addAll(asked);
        return with(all, group, constraints);
    }

    /** The groups, with other wishes of one: one that is called by its wishes gets another name. */
    static Groups with(Groups all, StudyGroup group, List<Constraint> constraints) {
        boolean named = group.name().equals(GroupPart.name(group.constraints()));
        String name = named ? GroupPart.name(constraints) : group.name();
        boolean taken = all.all().stream().anyMatch(g -> g.name().equals(name));
        var now =
                new StudyGroup(
                        taken ? group.name() : name, group.percent(), List.copyOf(constraints));
        return new Groups(
                all.all().stream().map(g -> g.name().equals(group.name()) ? now : g).toList(),
                all.same());
    }

    /** Behind the word "group" where the head is told by what defines it. */
    private int content(Head head) {
        int at = head.content();
        while (head.kind() == Kind.DEFINED && at < s.size() && !s.like(at, "group|arm")) {
            at++;
        }
        return head.kind() == Kind.DEFINED ? at + 1 : at;
    }

    private OptionalDouble percent(int from, int to) {
        int at = from;
        while (s.like(at, "should|be|is|to|gets?|make|up|of|the|at|a|has|only")) {
            at++;
        }
        boolean share = s.at(at).number() && s.like(at + 1, "%|percent");
        boolean alone = share && rest(at + 2, to);
        boolean words = s.at(at).kind() == Token.Kind.FRACTION && rest(at + 1, to);
        return alone || words ? OptionalDouble.of(s.at(at).doubleValue()) : OptionalDouble.empty();
    }

    private boolean rest(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!s.like(i, "[,.!;]|of|them|the|patients|all|please|and|large|people|cohort|big")) {
                return false;
            }
        }
        return true;
    }

    /** "60 % in the second group". */
    private OptionalDouble before(Head head) {
        int at = head.from() - 1;
        while (s.like(at, "in|to|for|the|of|go|are|patients|them|should|be|into")) {
            at--;
        }
        boolean share = s.like(at, "%|percent") && s.at(at - 1).number();
        boolean lone = share && (at - 2 < 0 || s.like(at - 2, "put|make|with|have|,|and|now|so"));
        boolean inHead = head.percent().isPresent() && rest(head.content(), s.size());
        return lone
                ? OptionalDouble.of(s.at(at - 1).doubleValue())
                : inHead ? head.percent() : OptionalDouble.empty();
    }

    private Optional<StudyGroup> group(Head head) {
        List<StudyGroup> all = groups.all();
        if (head.kind() == Kind.NUMBERED && head.noun()) {
            int n = head.number() < 0 ? all.size() : head.number();
            return n >= 1 && n <= all.size() ? Optional.of(all.get(n - 1)) : Optional.empty();
        }
        String name = head.name().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<StudyGroup> exact =
                all.stream()
                        .filter(
                                g ->
                                        g.name().equalsIgnoreCase(name)
                                                || g.name().equalsIgnoreCase(name + "s")
                                                || (g.name() + "s").equalsIgnoreCase(name))
                        .findFirst();
        return exact.or(() -> meant(name));
    }

    /** By what defines it: "the insulin group" is the one whose people take insulin. */
    private Optional<StudyGroup> meant(String name) {
        var asked = GroupPart.of(name, vocabulary, current).constraints();
        return asked.isEmpty()
                ? Optional.empty()
                : groups.all().stream().filter(g -> g.constraints().containsAll(asked)).findFirst();
    }
}
