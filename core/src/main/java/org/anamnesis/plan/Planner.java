package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.Derived;
import org.anamnesis.population.EntropyBalance;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.population.Shape;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.table.Table;

/**
 * Makes the plan of a specification, or says everything that keeps it from being met. One planner
 * makes one plan.
 */
public final class Planner {
    /**
     * Fewer effective rows than this, and more people than those asked for are learned from (DESIGN
     * section 3).
     */
    private static final int FEW = 100;

    private static final int ADULT = 18;

    /** People learned from at most; the fit's time grows with them, its quality was not seen to. */
    private static final int MANY = 20_000;

    private final CohortSpec spec;
    private final ReferencePopulation people;
    private final Optional<ConditionEvidence> evidence;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> explained = new ArrayList<>();
    private final List<Selection.Wish> wishes = new ArrayList<>();
    private final List<Constraint.Share> shares = new ArrayList<>();
    private final List<Constraint.Mean> means = new ArrayList<>();
    private final Map<String, Marginal> facts = new HashMap<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    private Planner(CohortSpec spec, Evidence evidence, ReferencePopulation people) {
        this.spec = spec;
        this.people = people;
        this.evidence =
                Optional.of(evidence.condition(spec.condition().orElse("general-population")));
    }

    /**
     * Plans.
     *
     * @throws RequestException with every problem, if the request cannot be met
     */
    public static GenerationPlan plan(
            CohortSpec spec, Evidence evidence, ReferencePopulation people) {
        return new Planner(spec, evidence, people).plan();
    }

    /** Which parts of the census a request needs. */
    public static boolean[] adultsAndChildren(CohortSpec spec) {
        boolean adults = true;
        boolean children = false;
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Require r
                    && r.criterion() instanceof Criterion.AgeBetween a) {
                children |= a.minYears() < ADULT;
                adults &= a.maxYears() >= ADULT;
            }
        }
        return new boolean[] {adults, children};
    }

    private GenerationPlan plan() {
        List<String> observations =
                new Observations(people, evidence.orElseThrow(), problems)
                        .choose(spec.observations());
        sources(observations);
        sort();
        RowTest base = base();
        Selection selection = new Selection(people, base);
        int[] baseRows = selection.baseRows();
        int[] rows = problems.isEmpty() ? selection.rows(wishes, problems) : baseRows;
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return build(observations, base, baseRows, rows);
    }

    /**
     * Decides of each observation whether people, a fact on people's ranks, or a fact alone gives
     * its values.
     */
    private void sources(List<String> observations) {
        boolean stand =
                ConditionRows.of(spec.condition().orElse("general-population"))
                        .map(r -> !r.isProxy())
                        .orElse(false);
        var finder = new Observations(people, evidence.orElseThrow(), new ArrayList<>());
        for (String id : observations) {
            Optional<Marginal> fact = finder.lone(id);
            boolean move =
                    people.has(id)
                            && !stand
                            && Derived.of(id).isEmpty()
                            && fact.isPresent()
                            && fact.get().confidence() != Confidence.COMPUTED;
            if (!people.has(id) || move) {
                Marginal m = fact.orElseThrow();
                facts.put(id, m);
                shapes.put(id, Shape.of(m, limits(id)));
            }
        }
    }

    private static QuantityRange limits(String id) {
        Measurand m = Measurands.bundled().get(id);
        return m.plausible()
                .orElse(
                        new QuantityRange(
                                Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, m.unit()));
    }

    /** Sorts constraints into wishes on rows, shares, means, and cuts of shapes that no row has. */
    private void sort() {
        var criteria = new Criteria(people, problems);
        for (Constraint constraint : spec.constraints()) {
            constraint.match(
                    new Constraint.Cases<Void>() {
                        @Override
                        public Void require(Constraint.Require asked) {
                            if (asked.criterion() instanceof Criterion.ObservationWithin o
                                    && shapes.containsKey(o.observation())) {
                                cut(o);
                            } else {
                                asked.criterion()
                                        .match(criteria)
                                        .ifPresent(
                                                t ->
                                                        wishes.add(
                                                                new Selection.Wish(
                                                                        Words.of(asked),
                                                                        asked.criterion(),
                                                                        t)));
                            }
                            return null;
                        }

                        @Override
                        public Void share(Constraint.Share asked) {
                            shares.add(asked);
                            return null;
                        }

                        @Override
                        public Void mean(Constraint.Mean asked) {
                            if (shapes.containsKey(asked.observation())) {
                                shapes.put(
                                        asked.observation(),
                                        shapes.get(asked.observation())
                                                .withMean(
                                                        asked.value(),
                                                        limits(asked.observation())));
                                explained.add(
                                        "the spread about the asked mean of %s is that of the published figure"
                                                .formatted(Words.name(asked.observation())));
                            } else {
                                means.add(asked);
                            }
                            return null;
                        }
                    });
        }
    }

    private void cut(Criterion.ObservationWithin asked) {
        QuantityRange limits = limits(asked.observation());
        double low = Math.max(limits.low(), asked.range().low());
        double high = Math.min(limits.high(), asked.range().high());
        Shape cut =
                low <= high
                        ? shapes.get(asked.observation())
                                .within(new QuantityRange(low, high, limits.unit()))
                        : null;
        if (cut == null || cut.share() < 1e-6) {
            problems.add(
                    new Problem(
                            "plan.range.impossible",
                            Words.of(asked),
                            "practically nobody with this condition has such values by the published figures",
                            "a range nearer to the mean of "
                                    + Shares.number(facts.get(asked.observation()).mean())));
        } else {
            shapes.put(asked.observation(), cut);
        }
    }

    private RowTest base() {
        List<RowTest> parts = new ArrayList<>();
        spec.condition()
                .ifPresent(
                        id -> {
                            Optional<ConditionRows> rows =
                                    ConditionRows.of(id)
                                            .filter(
                                                    r ->
                                                            r.test().columns().stream()
                                                                    .allMatch(people::has));
                            rows.ifPresent(r -> parts.add(r.test()));
                            if (rows.isEmpty()) {
                                explained.add(
                                        "no survey tells who has %s: adults of the same age and sex stand in, and published figures move their values"
                                                .formatted(Words.name(id)));
                            } else if (rows.get().isProxy()) {
                                explained.add(
                                        "%s: the people learned from are a proxy: %s"
                                                .formatted(Words.name(id), rows.get().proxy()));
                            }
                        });
        boolean ageAsked =
                wishes.stream().anyMatch(w -> w.criterion() instanceof Criterion.AgeBetween);
        if (!ageAsked) {
            parts.add(RowTest.between("age", ADULT, 120));
        }
        return RowTest.all(parts);
    }

    private GenerationPlan build(
            List<String> observations, RowTest base, int[] baseRows, int[] rows) {
        var targets = new Shares(people, rows, problems);
        List<GenerationPlan.SharedTest> shared = new ArrayList<>();
        var criteria = new Criteria(people, problems);
        for (Constraint.Share share : shares) {
            share.criterion()
                    .match(criteria)
                    .ifPresent(
                            test -> {
                                targets.share(Words.of(share.criterion()), test, share.percent());
                                shared.add(new GenerationPlan.SharedTest(test, share.percent()));
                            });
        }
        List<String> spread = new ArrayList<>();
        for (Constraint.Mean mean : means) {
            if (people.has(mean.observation())) {
                targets.mean(Words.name(mean.observation()), mean.observation(), mean.value());
                spread.add(mean.observation());
            } else {
                problems.add(
                        new Problem(
                                "plan.mean.nodata",
                                Words.of(mean),
                                "no figure of this observation is known here",
                                "leave it out"));
            }
        }
        agesByFacts(targets);
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        double[] baseWeights = people.table(List.of(), rows).weights();
        double[] weights = baseWeights;
        double divergence = 0;
        if (!targets.isEmpty()) {
            EntropyBalance.Balanced balanced = targets.balance(baseWeights);
            if (!problems.isEmpty()) {
                throw new RequestException(problems);
            }
            weights = balanced.weights();
            divergence = balanced.divergence();
        }
        double effective = Weighted.effectiveRows(weights);
        boolean extrapolated = effective < FEW || rows.length < 3 * FEW;
        int[] learned = thinned(extrapolated ? widened(baseRows, rows) : rows, rows);
        return assemble(
                observations,
                base,
                baseRows,
                rows,
                weights,
                learned,
                shared,
                spread,
                divergence,
                effective,
                extrapolated);
    }

    /** A condition that no survey row has: age and sex of those who have it, by the facts. */
    private void agesByFacts(Shares targets) {
        String id = spec.condition().orElse("");
        boolean rowsKnown = id.isEmpty() || ConditionRows.of(id).isPresent();
        if (rowsKnown || evidence.isEmpty()) {
            return;
        }
        evidence.get()
                .age()
                .ifPresent(
                        age -> {
                            targets.mean("age", "age", age.mean());
                            explained.add(
                                    "mean age %s by %s%s"
                                            .formatted(
                                                    Shares.number(age.mean()),
                                                    age.source(),
                                                    mark(age.confidence())));
                        });
        for (Fact f : evidence.get().facts(Fact.Kind.DEMOGRAPHIC)) {
            if (f.about().equals("sex") && f.stratum().equals("sex: female")) {
                targets.share("female", RowTest.level("sex", Set.of(0)), f.value());
                explained.add(
                        "%s %% female by %s%s"
                                .formatted(
                                        Shares.number(f.value()),
                                        f.source(),
                                        mark(f.confidence())));
            }
        }
    }

    private static String mark(Confidence confidence) {
        return confidence == Confidence.RECALLED ? " (unverified)" : "";
    }

    /**
     * All with the condition, or all adults when these are few too: learned from, though only those
     * asked for start.
     */
    private int[] widened(int[] baseRows, int[] rows) {
        int[] wide = baseRows;
        if (baseRows.length < 5 * FEW) {
            wide = people.select(RowTest.between("age", 0, 120));
        }
        explained.add(
                "only %d rows of the reference population meet the request: %d people were learned from, and how the other values go with the asked ones is extrapolated"
                        .formatted(rows.length, wide.length));
        return wide;
    }

    /**
     * More people teach no more: beyond {@link #MANY} every k-th, but all who meet a request that
     * few meet.
     */
    private static int[] thinned(int[] learned, int[] rows) {
        if (learned.length <= MANY) {
            return learned;
        }
        Set<Integer> keep = new HashSet<>();
        if (rows.length < MANY / 4) {
            Arrays.stream(rows).forEach(keep::add);
        }
        int step = (learned.length + MANY - 1) / MANY;
        return IntStream.range(0, learned.length)
                .filter(i -> i % step == 0 || keep.contains(learned[i]))
                .map(i -> learned[i])
                .toArray();
    }

    private GenerationPlan assemble(
            List<String> observations,
            RowTest base,
            int[] baseRows,
            int[] rows,
            double[] weights,
            int[] learned,
            List<GenerationPlan.SharedTest> shared,
            List<String> spread,
            double divergence,
            double effective,
            boolean extrapolated) {
        List<RowTest> required = new ArrayList<>();
        required.add(base);
        wishes.forEach(w -> required.add(w.test()));
        Set<String> asked = new LinkedHashSet<>();
        required.forEach(t -> asked.addAll(t.columns()));
        shared.forEach(s -> asked.addAll(s.test().columns()));
        asked.addAll(spread);
        Fields fields = fields(observations, asked);
        List<String> columns = columns(fields.all(), asked);
        Set<String> first = new HashSet<>(List.of("age", "sex", "race_ethnicity"));
        asked.forEach(c -> first.addAll(Derived.drawn(c)));
        List<String> order = new ArrayList<>();
        columns.stream().filter(first::contains).forEach(order::add);
        int given = order.size();
        columns.stream().filter(c -> !first.contains(c)).forEach(order::add);
        Table table = people.table(order, learned);
        double[] start = startWeights(learned, rows, weights);
        Table toLearn = extrapolated ? table : table.withWeights(start);
        List<String> derivedNames = new ArrayList<>();
        fields.all().stream()
                .filter(f -> f.source() == PlannedField.Origin.DERIVED)
                .forEach(f -> derivedNames.add(f.column()));
        double everyone = Arrays.stream(people.weights()).sum();
        double selected = Arrays.stream(people.table(List.of(), rows).weights()).sum();
        double withCondition = Arrays.stream(people.table(List.of(), baseRows).weights()).sum();
        return new GenerationPlan(
                spec,
                toLearn,
                start,
                given,
                required,
                shared,
                spread.stream()
                        .flatMap(s -> Derived.drawn(s).stream())
                        .filter(order::contains)
                        .distinct()
                        .toList(),
                !shared.isEmpty() || !spread.isEmpty(),
                Derived.inOrder(derivedNames),
                shapes,
                fields.ingredients(),
                ReferencePopulation.RULES.stream()
                        .filter(r -> order.contains(r.column()) && order.contains(r.parent()))
                        .toList(),
                fields.all(),
                new GenerationPlan.Reality(
                        rows.length,
                        selected / everyone,
                        selected / withCondition,
                        effective,
                        divergence,
                        learned.length,
                        extrapolated),
                explained);
    }

    private Fields fields(List<String> observations, Set<String> asked) {
        var fields = new Fields(people, evidence, who());
        fields.demographics();
        spec.condition()
                .filter(id -> !id.equals("general-population") && !id.equals("healthy-adults"))
                .ifPresent(id -> fields.condition(id, true));
        for (String id : observations) {
            if (!facts.containsKey(id)) {
                fields.observed(id);
            } else if (people.has(id)) {
                fields.moved(id, facts.get(id));
            } else {
                fields.alone(id, facts.get(id));
            }
        }
        fields.comorbidities(spec.condition(), List.copyOf(asked));
        fields.medications(List.copyOf(asked));
        return fields;
    }

    /**
     * The people learned from, in words: those of the survey who have the condition, or who stand
     * in for them.
     */
    private String who() {
        boolean[] parts = adultsAndChildren(spec);
        String all = !parts[1] ? "US adults" : parts[0] ? "US residents" : "US children";
        Optional<String> id = spec.condition().filter(c -> !c.equals("general-population"));
        if (id.isEmpty()) {
            return all;
        }
        String name = Words.name(id.get()).toLowerCase(Locale.ROOT);
        if (ConditionRows.of(id.get()).isEmpty()) {
            return all + " (no survey tells who has " + name + ")";
        }
        return evidence.flatMap(ConditionEvidence::microdata)
                .filter(m -> !parts[1])
                .map(ConditionEvidence.Microdata::population)
                .orElse(all + " with " + name);
    }

    /**
     * Drawn columns that the fields and the asked tests need, parents included, in the census's
     * order of drawing.
     */
    private List<String> columns(List<PlannedField> fields, Set<String> asked) {
        Set<String> needed = new LinkedHashSet<>();
        for (PlannedField f : fields) {
            switch (f.source()) {
                case PEOPLE, DERIVED, MOVED, INGREDIENT -> needed.addAll(Derived.drawn(f.column()));
                default -> {}
            }
        }
        asked.forEach(c -> needed.addAll(Derived.drawn(c)));
        needed.add("age");
        for (var rule : ReferencePopulation.RULES) {
            if (needed.contains(rule.column())) {
                needed.add(rule.parent());
            }
        }
        return people.inDrawingOrder(needed);
    }

    private static double[] startWeights(int[] learned, int[] rows, double[] weights) {
        Map<Integer, Double> of = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            of.put(rows[i], weights[i]);
        }
        return Arrays.stream(learned).mapToDouble(r -> of.getOrDefault(r, 0.0)).toArray();
    }
}
