package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.GroupHeads.Head;
import org.anamnesis.interpret.GroupHeads.Kind;
import org.anamnesis.interpret.GroupSpans.Span;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * Disjoint groups: "two arms of 500: one on an SGLT2 inhibitor, one without", "cases with CKD and
 * controls without, 1:2", "metformin versus insulin, same age". Each group's words are read as a
 * request of their own.
 */
final class GroupWords {
    private static final String PLACEBO = "placebo";

    private final Draft draft;
    private final Sentence s;
    private final Vocabulary vocabulary;
    private final CohortSpec current;

    private GroupWords(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.vocabulary = vocabulary;
        this.current = current;
    }

    static void find(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        boolean there = !current.beyond().groups().isEmpty();
        if (!GroupSigns.any(draft.sentence) && !there) {
            return;
        }
        var words = new GroupWords(draft, vocabulary, current);
        if (there && new GroupChanges(draft, vocabulary, current).found()) {
            return;
        }
        words.find();
    }

    private void find() {
        List<Head> heads = GroupHeads.in(s);
        GroupSigns signs = GroupSigns.of(s);
        boolean later = !current.equals(CohortSpec.DEFAULT) || s.like(0, "give|let|make|drop");
        boolean which = heads.size() == 1 && heads.get(0).noun() && pointsAt(heads.get(0));
        if (current.beyond().groups().isEmpty() && later && which && !signs.counted()) {
            draft.problem(
                    "request.group.none",
                    heads.get(0).from(),
                    Math.max(heads.get(0).content(), heads.get(0).from() + 1),
                    "There are no groups.",
                    "two groups: one on metformin, one on insulin");
            return;
        }
        if (!signs.sure(heads)) {
            return;
        }
        List<Constraint> each = EachGroup.behind(draft, vocabulary, current);
        heads = each.isEmpty() ? heads : GroupHeads.in(s);
        MatchWords.Found same = MatchWords.find(s);
        GroupSizes sizes = GroupSizes.find(draft, signs);
        List<Span> found = new GroupSpans(s).of(sizes.without(heads), signs, !same.none());
        boolean all = countsAll(found);
        int last = found.size() - 1;
        boolean behind = !all && countsAll(turned(found)) && said(found.subList(0, last));
        List<Span> spans =
                ofAll(
                        all
                                ? found.subList(1, found.size())
                                : behind ? found.subList(0, last) : found);
        if (spans.size() < 2 || spans.size() > 12) {
            return;
        }
        List<GroupPart> parts = parts(spans);
        boolean named =
                spans.stream().allMatch(p -> p.head().kind() == Kind.NAMED && p.head().noun());
        boolean bare = parts.stream().allMatch(p -> p.constraints().isEmpty());
        if (bare && !signs.counted() && !named) {
            return;
        }
        if (bare && !same.none() && !current.beyond().groups().isEmpty()) {
            int first = Math.max(0, Math.min(signs.from(), same.from()));
            draft.edit(new Edit.MatchGroups(same.variables()), first, same.to());
            return; // "match the two arms on age" of arms that are there
        }
        one(spans, parts);
        List<StudyGroup> groups = named(spans, parts, sizes.percents(heads(spans)));
        int from = Math.min(signs.from(), spans.get(0).head().from());
        from = Math.max(0, from);
        int to = Math.max(same.to(), spans.get(spans.size() - 1).to());
        draft.edit(new Edit.SetGroups(new Groups(groups, same.variables())), from, to, false);
        if (!each.isEmpty()) {
            groups.forEach(g -> draft.edit(new Edit.AskGroup(g.name(), each), 0, s.size(), false));
        }
        if (all || behind) {
            Head first = found.get(all ? 0 : last).head();
            long people = Math.round(first.count().orElseThrow());
            draft.edit(new Edit.SetCount(people), first.from(), first.content(), false);
            return;
        }
        OptionalLong count = sizes.count(heads(spans));
        if (count.isPresent()) {
            Head first = spans.get(0).head();
            boolean own = sizes.from() >= 0;
            draft.edit(
                    new Edit.SetCount(count.getAsLong()),
                    own ? sizes.from() : first.from(),
                    own ? sizes.to() : first.content(),
                    false);
        }
    }

    /** "the second group", "arm B": one of groups that are thought to be there. */
    private boolean pointsAt(Head head) {
        boolean letter = head.kind() == Kind.NAMED && head.name().length() == 1;
        boolean the = head.kind() == Kind.NAMED && s.word(head.from()).equals("the");
        return (head.kind() == Kind.NUMBERED && head.number() > 0) || letter || the;
    }

    /** "smokers and never smokers, COPD": what stands last is of everyone, not a third group. */
    private List<Span> ofAll(List<Span> spans) {
        int last = spans.size() - 1;
        if (last < 2) {
            return spans;
        }
        List<List<Criterion>> asked =
                spans.stream()
                        .map(p -> GroupPart.of(words(p), vocabulary, current))
                        .map(p -> required(p.constraints()))
                        .toList();
        boolean kinds =
                asked.subList(0, last).stream()
                        .allMatch(a -> a.size() == 1 && a.get(0) instanceof Criterion.CategoryIn);
        boolean one =
                kinds
                        && asked.subList(0, last).stream()
                                        .map(a -> ((Criterion.CategoryIn) a.get(0)).variable())
                                        .distinct()
                                        .count()
                                == 1;
        boolean condition =
                asked.get(last).size() == 1
                        && asked.get(last).get(0) instanceof Criterion.HasCondition;
        boolean counted = spans.get(last).head().count().isPresent();
        return one && condition && !counted ? spans.subList(0, last) : spans;
    }

    private static List<Criterion> required(List<Constraint> constraints) {
        List<Criterion> all = new ArrayList<>();
        for (Constraint c : constraints) {
            if (c instanceof Constraint.Require r) {
                all.add(r.criterion());
            }
        }
        return all.size() == constraints.size() ? all : List.of();
    }

    /** "400 people, half women, half men": who is counted in front of shares is everyone. */
    private static boolean countsAll(List<Span> spans) {
        List<Head> others = heads(spans).stream().skip(1).toList();
        double sum =
                others.stream()
                        .mapToDouble(
                                h -> h.percent().orElse(h.kind() == Kind.REST ? 0 : Double.NaN))
                        .sum();
        return others.size() > 1 && sum < 100.5 && spans.get(0).head().count().isPresent();
    }

    /** "60 % with CKD, 40 % without, 500 patients": the last one first. */
    private static List<Span> turned(List<Span> spans) {
        List<Span> turned = new ArrayList<>(spans);
        Collections.rotate(turned, 1);
        return turned;
    }

    /** Whether the shares are those of all. */
    private static boolean said(List<Span> spans) {
        double sum = heads(spans).stream().mapToDouble(h -> h.percent().orElse(0)).sum();
        return Math.abs(sum - 100) < 0.5;
    }

    /** "RA on methotrexate and RA on adalimumab": what all groups have is the condition. */
    private void one(List<Span> spans, List<GroupPart> parts) {
        boolean open = current.condition().isEmpty() && !draft.has(Edit.SetCondition.class);
        List<Constraint> all = new ArrayList<>(parts.get(0).constraints());
        parts.forEach(p -> all.retainAll(p.constraints()));
        all.removeIf(c -> Last.criterion(c).filter(GroupWords::plain).isEmpty());
        boolean more = parts.stream().allMatch(p -> p.constraints().size() > 1);
        if (!open || all.size() != 1 || !more || !(all.get(0) instanceof Constraint.Require)) {
            return;
        }
        draft.edit(
                new Edit.SetCondition(Last.concept(all.get(0))),
                spans.get(0).from(),
                spans.get(0).to(),
                false);
        for (int k = 0; k < parts.size(); k++) {
            List<Constraint> rest = new ArrayList<>(parts.get(k).constraints());
            rest.removeAll(all);
            parts.set(k, parts.get(k).with(rest));
        }
    }

    private static boolean plain(Criterion c) {
        return c instanceof Criterion.HasCondition h && h.stage().isEmpty();
    }

    private static List<Head> heads(List<Span> spans) {
        return spans.stream().map(Span::head).toList();
    }

    private String words(Span span) {
        StringBuilder out = new StringBuilder();
        int start = span.from();
        for (int i = span.from(); i <= span.to(); i++) {
            if (i == span.to() || !s.free(i)) {
                if (i > start) {
                    out.append(out.length() > 0 ? " " : "").append(s.english(start, i));
                }
                start = i + 1;
            }
        }
        return out.toString()
                .replaceAll("[\\s,;:(]+$", "")
                .replaceAll("\\b(?:group|arm)$", "")
                .strip();
    }

    private List<GroupPart> parts(List<Span> spans) {
        List<GroupPart> parts = new ArrayList<>();
        for (Span span : spans) {
            parts.add(GroupPart.of(words(span), vocabulary, current));
        }
        completed(spans, parts);
        for (int k = 0; k < parts.size(); k++) {
            Span span = spans.get(k);
            GroupPart part = parts.get(k);
            part.others().forEach(e -> draft.edit(e, span.from(), span.to(), false));
            part.problems()
                    .forEach(
                            p ->
                                    draft.problem(
                                            p.code(),
                                            span.from(),
                                            span.to(),
                                            p.message(),
                                            p.suggestion()));
            part.unread().stream()
                    .filter(w -> !w.equalsIgnoreCase(PLACEBO)) // nothing is taken
                    .forEach(draft::unread);
            s.use(span.from(), span.to());
        }
        return parts;
    }

    /** What one group says briefly, the others tell: "without", "7.5", "former". */
    private void completed(List<Span> spans, List<GroupPart> parts) {
        for (int k = 0; k < parts.size(); k++) {
            GroupPart part = parts.get(k);
            if (!part.constraints().isEmpty() || spans.get(k).head().kind() == Kind.REST) {
                continue;
            }
            GroupPart other = k > 0 ? parts.get(k - 1) : parts.size() > 1 ? parts.get(1) : part;
            boolean role =
                    spans.get(k).head().name().matches("controls?|placebo|untreated|unexposed");
            if (part.onlyNot() || (part.words().isBlank() && role)) {
                parts.set(k, part.with(role || part.none() ? noneOf(parts, k) : other.opposite()));
            } else if (part.onlyNumber() && !other.words().isBlank()) {
                parts.set(k, GroupPart.of(other.withNumberOf(part), vocabulary, current));
            } else if (!part.words().isBlank() && part.unread().size() + 1 > 0) {
                String last = parts.get(parts.size() - 1).words();
                String noun = last.substring(last.lastIndexOf(' ') + 1);
                GroupPart with = GroupPart.of(part.words() + " " + noun, vocabulary, current);
                if (!with.constraints().isEmpty()) {
                    parts.set(k, with);
                }
            }
        }
    }

    /** A placebo group takes none of what the others take. */
    private static List<Constraint> noneOf(List<GroupPart> parts, int own) {
        List<Constraint> none = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            if (k != own) {
                parts.get(k).opposite().stream().filter(c -> !none.contains(c)).forEach(none::add);
            }
        }
        return none;
    }

    private static List<StudyGroup> named(
            List<Span> spans, List<GroupPart> parts, List<Double> percents) {
        List<StudyGroup> groups = new ArrayList<>();
        for (int k = 0; k < spans.size(); k++) {
            Head head = spans.get(k).head();
            List<Constraint> asked = parts.get(k).constraints();
            String defined = GroupPart.name(asked);
            String name =
                    head.kind() == Kind.NAMED
                            ? head.name()
                            : head.kind() == Kind.REST && defined.isEmpty()
                                    ? "rest"
                                    : !defined.isEmpty()
                                            ? defined
                                            : parts.get(k)
                                                            .words()
                                                            .toLowerCase(Locale.ROOT)
                                                            .contains(PLACEBO)
                                                    ? PLACEBO
                                                    : "group " + (k + 1);
            int twice = 2;
            String free = name;
            while (taken(groups, free)) {
                free = name + " " + twice++;
            }
            groups.add(new StudyGroup(free, percents.get(k), asked));
        }
        return groups;
    }

    private static boolean taken(List<StudyGroup> groups, String name) {
        return groups.stream().anyMatch(g -> g.name().equals(name));
    }
}
