package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.GroupHeads.Head;
import org.anamnesis.interpret.GroupHeads.Kind;

/**
 * Which words speak of which group: behind its head, before it, in a list, on a side of "versus".
 */
final class GroupSpans {
    private static final Set<String> SPLIT = Set.of(",", ";", "and", "or", "vs", "versus", "/");

    /**
     * The words of one group.
     *
     * @param from first token of what is asked of it
     * @param to one past the last
     */
    record Span(Head head, int from, int to) {}

    private final Sentence s;

    GroupSpans(Sentence s) {
        this.s = s;
    }

    List<Span> of(List<Head> all, GroupSigns signs, boolean same) {
        List<Head> heads = GroupSigns.meant(all, signs, same);
        List<Span> before = heads.size() >= 2 ? beforeHeads(heads) : List.of();
        if (!before.isEmpty()) {
            return before;
        }
        if (heads.size() >= 2) {
            return behindHeads(heads);
        }
        List<Span> spans =
                signs.list().isPresent() && !apart(signs)
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

    /** "two groups of 150, T2DM, empagliflozin vs none": what stands before is of everyone. */
    private boolean apart(GroupSigns signs) {
        for (int i = signs.list().getAsInt(); i < signs.versus().orElse(0); i++) {
            if (s.word(i).equals(",")) {
                return true;
            }
        }
        return false;
    }

    /** "apixaban in the first and warfarin in the second": what each has stands before its head. */
    private List<Span> beforeHeads(List<Head> heads) {
        List<Span> spans = new ArrayList<>();
        int start = -1;
        for (Head head : heads) {
            boolean in = s.like(head.from() - 1, "in|for|to");
            boolean ends = s.like(head.content(), "|[,;.]|and|while|with");
            int end = head.from() - 1;
            int from = end;
            while (from > Math.max(0, start)
                    && s.free(from - 1)
                    && !s.like(from - 1, "[,;:.]|and|while|with|of|arms|groups")) {
                from--;
            }
            if (head.kind() != Kind.NUMBERED || !in || !ends || from >= end) {
                return List.of();
            }
            spans.add(new Span(head, from, end));
            start = head.content();
        }
        spans.forEach(p -> s.use(p.head().from() - 1, p.head().content()));
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
            for (int i = span.to(); i < s.size() && s.like(i, "[,;]|and|vs|versus|while|or"); i++) {
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
                int from = s.like(i - 1, "[(,]") ? i - 1 : i;
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
                    s.like(i - 1, "[,;.]|and")
                            && s.like(i, "all|everyone|both|each|they|overall|everybody");
            boolean sentence =
                    (s.word(i).equals(".") || (last && s.word(i).equals(";"))) && i > from;
            boolean format = s.like(i, "seed|csv|parquet|fhir|bundles|omop") && i > from;
            boolean general =
                    s.word(i - 1).equals(",") && s.word(i).equals("with") && s.at(i + 1).number();
            if (everyone || sentence || format || general || (last && ofEveryone(i))) {
                end = i;
            }
        }
        while (end > from && s.like(end - 1, "[,;.:(]|and|or|vs|versus|with|while|but|in|the")) {
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
                        .filter(c -> s.like(pastStage(c.to()), "|[,.;]|patients|people"))
                        .isPresent();
    }

    private int pastStage(int i) {
        boolean stage = s.like(i, "stage|grade");
        return s.like(stage ? i + 1 : i, "[1-5][ab]?|i+v?|iv") ? i + (stage ? 2 : 1) : i;
    }

    /** "never, former, current smokers": as many parts as there are groups. */
    private List<Span> listed(int from, int number) {
        List<Span> spans = new ArrayList<>();
        int start = both(from);
        for (int i = start; i <= s.size(); i++) {
            boolean stop = i == s.size() || !s.free(i) || s.like(i, "[.)]");
            boolean open = s.like(i + 1, "over|older|above|under|below|younger|more|up");
            boolean next = stop || (SPLIT.contains(s.word(i)) && !s.inConcept(i) && !open);
            if (next && i > start) {
                spans.add(new Span(nothing(start), start, i));
            }
            if (next) {
                start = i + 1;
                s.use(i, !stop && s.like(i, "vs|versus|or") ? i + 1 : i);
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

    /** "hypertension with and without CKD": what all have stands before what tells them apart. */
    private int both(int from) {
        for (int i = from; i < s.size() && s.free(i) && !s.like(i, "[.;]"); i++) {
            boolean pair = s.like(i, "with|without") && s.like(i + 1, "and|or|vs|versus|/");
            if (pair && s.like(i + 2, "with|without") && !s.word(i + 2).equals(s.word(i))) {
                return i;
            }
        }
        var first = s.namedAt(from, Concept.Kind.CONDITION);
        boolean led = first.isPresent() && s.like(first.get().to(), "with|on|taking|receiving");
        boolean other =
                s.named().stream().anyMatch(n -> n.is(Concept.Kind.CONDITION) && n.from() > from);
        boolean drug =
                led
                        && s.drugAt(first.get().to() + 1)
                                .isPresent(); // "T2DM on metformin, insulin and none"
        return drug && !other ? first.get().to() + 1 : from;
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
                        && !s.like(
                                from - 1,
                                "[,:;.(]|compare|comparing|patients|people|to|of|comparison|with"))
                || (from > 1 && s.word(from - 1).equals("to") && s.at(from - 2).number())) {
            from--;
        }
        int right = versus + 1;
        while (s.like(right, "[.]|with|to|against")) {
            right++;
        }
        int to = right;
        while (to < s.size() && s.free(to) && !s.like(to, "[,:;.)]|in|with|among|matched")) {
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
}
