package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.GroupHeads.Head;
import org.anamnesis.interpret.GroupHeads.Kind;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/**
 * Disjoint groups: "two arms of 500: one on an SGLT2 inhibitor, one without", "cases with CKD and
 * controls without, 1:2", "metformin versus insulin, same age". Each group's words are read as a
 * request of their own.
 */
final class GroupWords {
    private static final Set<String> SPLIT = Set.of(",", ";", "and", "or", "vs", "versus", "/");

    private final Draft draft;
    private final Sentence s;
    private final Vocabulary vocabulary;
    private final CohortSpec current;

    /**
     * The words of one group.
     *
     * @param from first token of what is asked of it
     * @param to one past the last
     */
    private record Span(Head head, int from, int to) {}

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
        if (!signs.sure(heads)) {
            return;
        }
        MatchWords.Found same = MatchWords.find(s);
        GroupSizes sizes = GroupSizes.find(draft, signs);
        List<Span> spans = spans(sizes.without(heads), signs, !same.none());
        if (spans.size() < 2 || spans.size() > 12) {
            return;
        }
        List<GroupPart> parts = parts(spans);
        if (parts.stream().allMatch(p -> p.constraints().isEmpty()) && !signs.counted()) {
            return;
        }
        List<StudyGroup> groups = named(spans, parts, sizes.percents(heads(spans)));
        int from = Math.min(signs.from(), spans.get(0).head().from());
        from = Math.max(0, from);
        int to = Math.max(same.to(), spans.get(spans.size() - 1).to());
        draft.edit(new Edit.SetGroups(new Groups(groups, same.variables())), from, to, false);
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

    private static List<Head> heads(List<Span> spans) {
        return spans.stream().map(Span::head).toList();
    }

    private List<Span> spans(List<Head> all, GroupSigns signs, boolean same) {
        List<Head> heads = GroupSigns.meant(all, signs, same);
        if (heads.size() >= 2) {
            return behindHeads(heads);
        }
        List<Span> spans =
                signs.list().isPresent()
                        ? listed(signs.list().getAsInt(), signs.number())
                        : List.of();
        if (spans.isEmpty() && signs.versus().isPresent()) {
            spans = either(signs.versus().getAsInt());
        }
        if (spans.isEmpty() && signs.number() >= 2) { // told apart by nothing but chance
            Span open = new Span(nothing(signs.from()), signs.from(), signs.from());
            return Collections.nCopies(signs.number(), open);
        }
        return spans;
    }

    /** From each head to the next; the last to its clause's end. */
    private List<Span> behindHeads(List<Head> heads) {
        List<Span> spans = new ArrayList<>();
        for (int k = 0; k < heads.size(); k++) {
            Head head = heads.get(k);
            int to = k + 1 < heads.size() ? heads.get(k + 1).from() : s.size();
            int end = end(head.content(), to);
            spans.add(new Span(counted(head, end), head.content(), end));
        }
        for (Span span : spans) {
            s.use(span.head().from(), span.head().content());
            for (int i = span.to();
                    i < s.size() && s.word(i).matches("[,;]|and|vs|versus|while|or");
                    i++) {
                s.use(i, i + 1);
            }
        }
        return spans;
    }

    /** With the "n = 200" that stands in its words. */
    private Head counted(Head head, int end) {
        for (int i = head.content(); i < end && head.count().isEmpty(); i++) {
            int n = s.word(i + 1).equals("=") ? i + 2 : i + 1;
            if (s.word(i).equals("n") && s.free(i) && s.at(n).number() && n < end + 1) {
                int from = s.word(i - 1).matches("[(,]") ? i - 1 : i;
                s.use(from, s.word(n + 1).equals(")") ? n + 2 : n + 1);
                return new Head(
                        head.kind(),
                        head.from(),
                        head.content(),
                        head.name(),
                        head.number(),
                        head.percent(),
                        OptionalDouble.of(s.at(n).doubleValue()),
                        head.noun());
            }
        }
        return head;
    }

    /** Before words for everyone, a new sentence, or words that others have used. */
    private int end(int from, int to) {
        int end = to;
        boolean last = to == s.size();
        for (int i = from; i < end; i++) {
            boolean everyone =
                    s.word(i - 1).matches("[,;.]|and")
                            && s.word(i).matches("all|everyone|both|each|they|overall|everybody");
            boolean sentence = s.word(i).equals(".") && i > from;
            boolean format = s.word(i).matches("seed|csv|parquet|fhir|omop") && i > from;
            boolean general =
                    s.word(i - 1).equals(",") && s.word(i).equals("with") && s.at(i + 1).number();
            if (everyone || sentence || format || general || (last && ofEveryone(i))) {
                end = i;
            }
        }
        while (end > from
                && s.word(end - 1).matches("[,;.:(]|and|or|vs|versus|with|while|but|in|the")) {
            end--;
        }
        return end;
    }

    /** Behind the last group, after a comma: ", 1000 patients", ", type 2 diabetes". */
    private boolean ofEveryone(int i) {
        if (!s.word(i - 1).equals(",")) {
            return false;
        }
        boolean people = s.at(i).number() && Words.PERSONS.contains(s.word(i + 1));
        var condition = s.namedAt(i, Concept.Kind.CONDITION);
        return people
                || condition
                        .filter(c -> s.word(pastStage(c.to())).matches("|[,.;]|patients|people"))
                        .isPresent();
    }

    private int pastStage(int i) {
        boolean stage = s.word(i).matches("stage|grade");
        return s.word(stage ? i + 1 : i).matches("[1-5][ab]?|i+v?|iv") ? i + (stage ? 2 : 1) : i;
    }

    /** "never, former, current smokers": as many parts as there are groups. */
    private List<Span> listed(int from, int number) {
        List<Span> spans = new ArrayList<>();
        int start = from;
        for (int i = from; i <= s.size(); i++) {
            boolean stop = i == s.size() || !s.free(i) || s.word(i).matches("[.)]");
            boolean open = s.word(i + 1).matches("over|older|above|under|below|younger|more|up");
            boolean next = stop || (SPLIT.contains(s.word(i)) && !s.inConcept(i) && !open);
            if (next && i > start) {
                spans.add(new Span(nothing(start), start, i));
            }
            if (next) {
                start = i + 1;
                s.use(i, !stop && s.word(i).matches("vs|versus|or") ? i + 1 : i);
            }
            if (stop || (number > 0 && spans.size() == number)) {
                break;
            }
        }
        if (number > 0 && spans.size() != number) {
            return List.of();
        }
        return spans;
    }

    private Head nothing(int at) {
        return new Head(
                Kind.SIZE, at, at, "", 0, OptionalDouble.empty(), OptionalDouble.empty(), false);
    }

    /** What stands on both sides of "versus". */
    private List<Span> either(int versus) {
        int from = versus;
        while ((from > 0
                        && s.free(from - 1)
                        && !s.word(from - 1)
                                .matches(
                                        "[,:;.(]|compare|comparing|patients|people|to|of|comparison|with"))
                || (from > 1 && s.word(from - 1).equals("to") && s.at(from - 2).number())) {
            from--;
        }
        int right = versus + 1;
        while (s.word(right).matches("[.]|with|to|against")) {
            right++;
        }
        int to = right;
        while (to < s.size()
                && s.free(to)
                && !s.word(to).matches("[,:;.)]|in|with|among|matched")) {
            to++;
        }
        s.use(versus, right);
        return from < versus && to > right
                ? List.of(sized(from, versus), sized(right, to))
                : List.of();
    }

    /** With the number that stands in front: "400 women". */
    private Span sized(int from, int to) {
        boolean number = s.at(from).number() && s.at(from).doubleValue() >= 2 && !s.inConcept(from);
        OptionalDouble count =
                number ? OptionalDouble.of(s.at(from).doubleValue()) : OptionalDouble.empty();
        if (number) {
            s.use(from, from + 1);
        }
        Head head = nothing(from);
        return new Span(
                new Head(head.kind(), from, from, "", 0, head.percent(), count, false),
                number ? from + 1 : from,
                to);
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
            part.unread().forEach(draft::unread);
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
                                    : defined.isEmpty() ? "group " + (k + 1) : defined;
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
