package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.interpret.Draft.Topic;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Edit;

/**
 * Parts of the cohort in numbers of patients: "100 patients, 20 of them with COPD" is a share of 20
 * %. Where there is nothing that they are parts of, others count.
 */
final class PartCounts {
    private static final int FAR = 6;

    /** From here on a number before a condition is one of people. */
    private static final int FEW = 5;

    private static final String LINKS =
            "with|have|has|had|having|on|take|takes|taking|are|were|is|also|a|an|the|who|should|must|whom"
                    + "|use|using|get|getting|receive|receiving|current|being|be|suffer|suffering|from";
    private static final String BEFORE =
            "|[,;:.(]|and|with|of|only|about|just|but|where|have|includes?|including|plus|then|make|want|put|need|add|also"
                    + "|whom|them|these|those|say|approximately|roughly|around";
    private static final String PEOPLE =
            "patients|people|persons|individuals|subjects|participants|cases|adults|pts";

    /**
     * @param of whether "of them" stands behind the number
     */
    private record Part(Item item, int number, int from, boolean of, boolean bare) {}

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private PartCounts(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static List<Item> of(Draft draft, List<Item> items, CohortSpec current) {
        return new PartCounts(draft, current).all(items);
    }

    private List<Item> all(List<Item> items) {
        List<Part> parts = items.stream().flatMap(i -> part(i).stream()).toList();
        boolean later = !current.equals(CohortSpec.DEFAULT);
        List<Part> levels = levels(items, parts, later);
        boolean whole = !levels.isEmpty();
        List<Part> linked = whole ? levels : parts.stream().filter(p -> !p.bare()).toList();
        double total = total(linked);
        boolean all = !later || (whole && levels.size() == 2 && sum(levels) != current.count());
        if (whole && total < 0 && all) { // "200 women and 300 men with asthma"
            total = sum(levels);
            var size = new Edit.SetCount((long) total);
            draft.edit(size, levels.get(0).number(), levels.get(0).number() + 1);
        }
        boolean apart = apart(linked, total, later);
        if (!whole && apart && total < 0 && of(items, linked)) {
            total = sum(linked);
            var size = new Edit.SetCount((long) total); // "asthma: 60 on montelukast, 40 without"
            draft.edit(size, linked.get(0).number(), linked.get(0).number() + 1);
        } else if (!whole && kinds(items, parts, apart && !of(items, linked))) {
            return List.of();
        }
        boolean said = linked.stream().anyMatch(Part::of) || linked.size() > 1 || some(linked);
        if (total < 0 && later && (said || whole)) {
            total = current.count();
        }
        if (linked.isEmpty() || total < 0) {
            return items;
        }
        List<Item> out = new ArrayList<>(items);
        for (Part p : linked) {
            double n = s.at(p.number()).doubleValue();
            if (n > total) {
                draft.problem(
                        "request.parts",
                        p.from(),
                        p.item().found().to(),
                        "A part of the cohort has more patients than the cohort.",
                        "a share of the patients, for example 20 %");
                out.remove(p.item());
                continue;
            }
            Item i = p.item();
            double percent = Math.round(1e6 * n / total) / 1e4;
            s.use(p.from(), i.found().to());
            out.set(
                    out.indexOf(i),
                    new Item(
                            i.found(),
                            OptionalDouble.of(percent),
                            i.not(),
                            false,
                            p.from(),
                            i.to()));
        }
        return out;
    }

    /** "200 women and 300 men" of 500: levels of one variable that are all there are. */
    private List<Part> levels(List<Item> items, List<Part> all, boolean later) {
        List<Part> parts =
                all.stream()
                        .filter(p -> p.item().found().criterion() instanceof CategoryIn)
                        .toList();
        List<String> variables =
                parts.stream()
                        .map(p -> ((CategoryIn) p.item().found().criterion()).variable())
                        .distinct()
                        .toList();
        double total = total(parts);
        double whole = total >= 0 || !later ? total : current.count();
        boolean one = parts.size() > 1 && variables.size() == 1;
        boolean everyone = parts.size() == 2 && total < 0; // both sexes
        boolean sexes = one && variables.get(0).equals("sex") && (whole < 0 || everyone);
        boolean rest =
                all.stream()
                        .filter(p -> !parts.contains(p))
                        .allMatch(p -> s.at(p.number()).doubleValue() == whole);
        boolean apart =
                one && total < 0 && !later && of(items, all); // "60 smokers, 40 non-smokers"
        return one && rest && (sexes || apart || sum(parts) == whole) ? parts : List.of();
    }

    private double sum(List<Part> parts) {
        return parts.stream().mapToDouble(p -> s.at(p.number()).doubleValue()).sum();
    }

    /** "50 on insulin" of 500: fewer than there are, and what they have beside the rest. */
    private boolean some(List<Part> parts) {
        return parts.size() == 1
                && s.at(parts.get(0).number()).doubleValue() < current.count()
                && !s.like(parts.get(0).number() - 1, "only|just|to")
                && !draft.has(Edit.SetCondition.class)
                && !GivenShares.shared(current, parts.get(0).item()); // a number is the next share
    }

    /** "20 type 2 diabetes patients"; "2 strokes" are of one patient. */
    private boolean several(Part p) {
        return p.bare()
                && p.item().found().topic() != Topic.MEDICATION
                && s.at(p.number()).doubleValue() >= FEW;
    }

    /** "250 on metformin and 250 on insulin" of nobody else: parts that are the whole. */
    private boolean apart(List<Part> parts, double total, boolean later) {
        double sum = sum(parts);
        boolean one = parts.stream().map(p -> p.item().found().topic()).distinct().count() == 1;
        boolean all = total < 0 ? !later : sum == total;
        return parts.size() > 1 && one && all && parts.stream().noneMatch(Part::of);
    }

    /** Whether the parts are of people with a condition that is named beside them. */
    private static boolean of(List<Item> items, List<Part> parts) {
        List<Item> counted = parts.stream().map(Part::item).toList();
        return items.stream()
                .filter(i -> !counted.contains(i) && i.percent().isEmpty() && !i.not())
                .anyMatch(i -> i.found().criterion() instanceof HasCondition);
    }

    /** "10 hypertension, 20 type 2 diabetes and 30 COPD patients" are cohorts beside each other. */
    private boolean kinds(List<Item> items, List<Part> parts, boolean apart) {
        List<Part> kinds = parts.stream().filter(p -> several(p) || apart).toList();
        int each = each(items);
        if (kinds.size() < 2 && each < 0) {
            return false;
        }
        int from = each >= 0 ? each : kinds.get(0).from();
        int to = items.stream().mapToInt(i -> i.found().to()).max().orElse(from + 1);
        draft.problem(
                "request.parts",
                from,
                to,
                "Patients of several kinds, each with a number of its own, are several cohorts.",
                "ask for one kind after the other, or for shares of one cohort");
        return true;
    }

    /** "5 patients each with hypertension, COPD and asthma". */
    private int each(List<Item> items) {
        long conditions =
                items.stream()
                        .filter(i -> i.found().topic() == Topic.CONDITION)
                        .filter(i -> !i.not() && i.percent().isEmpty())
                        .count();
        for (int i = 0; i + 3 < s.size() && conditions > 1; i++) {
            boolean here =
                    s.at(i).number()
                            && s.free(i)
                            && s.like(i + 1, PEOPLE)
                            && s.word(i + 2).equals("each")
                            && s.like(i + 3, "with|for|of|having");
            if (here && s.inConcept(i + 4)) {
                return i;
            }
        }
        return -1;
    }

    private List<Part> part(Item item) {
        boolean could =
                item.percent().isEmpty()
                        && !item.unmet()
                        && item.found().topic() != Topic.AGE
                        && item.found().topic() != Topic.LIMIT;
        int at = item.found().from() - 1;
        int link = s.like(item.found().from(), LINKS) ? 1 : 0; // "on insulin" is one name
        while (could && at > item.found().from() - FAR && s.like(at, LINKS)) {
            at--;
            link++;
        }
        boolean of = false;
        if (could && s.like(at, "them|these|those|whom|which") && s.word(at - 1).equals("of")) {
            of = true;
            at -= 2;
        } else if (could && s.like(at, PEOPLE) && s.word(at - 1).equals("the")) {
            of = s.word(at - 2).equals("of");
            at = of ? at - 3 : at;
        }
        if (s.like(at - 1, "them|these|those|whom|which") && s.word(at - 2).equals("of")) {
            of = true; // "of whom 100 smoke"
        }
        boolean number =
                could
                        && (of || s.like(at - 1, BEFORE))
                        && s.at(at).number()
                        && s.free(at)
                        && !s.inConcept(at)
                        && !s.word(at).startsWith("one")
                        && !s.like(
                                at - 1,
                                "type|stage|grade|class|top|-|/|=|>|<|>=|<=|than|over|above|under|below|least|most|last|past")
                        && s.at(at).value().stripTrailingZeros().scale() <= 0
                        && s.at(at).value().signum() > 0;
        return number && !(item.not() && !of)
                ? List.of(new Part(item, at, at, of, link == 0 && !of))
                : List.of();
    }

    /** How many patients the message asks for beside these parts, or -1. */
    private double total(List<Part> parts) {
        if (parts.isEmpty()) {
            return -1;
        }
        for (int i = 0; i < s.size(); i++) {
            int at = i;
            boolean other = parts.stream().noneMatch(p -> p.number() == at);
            if (!s.at(i).number() || !s.free(i) || s.inConcept(i) || !other) {
                continue;
            }
            boolean n = s.word(i - 1).equals("=") && s.word(i - 2).equals("n");
            n |= s.inConcept(i + 1) && !s.observed(i + 1); // "400 hypertensives"
            for (int k = i + 1; !n && k < i + 5 && s.at(k).kind() == Token.Kind.WORD; k++) {
                n = s.like(k, PEOPLE) || Words.PERSONS.contains(s.word(k));
            }
            if (n) {
                return s.at(i).doubleValue();
            }
        }
        return -1;
    }
}
