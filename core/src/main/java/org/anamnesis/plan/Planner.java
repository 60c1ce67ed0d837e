package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.population.Derived;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Populations;
import org.anamnesis.table.Table;

/**
 * Makes the plan of a specification, or says everything that keeps it from being met. One planner
 * makes one plan.
 */
public final class Planner {
    private static final String EVERYONE = "general-population";

    /** All that was asked. */
    private final CohortSpec whole;

    /** What is met by choosing rows: the rest is dealt. */
    private final CohortSpec spec;

    private final ReferencePopulation people;
    private final ConditionEvidence evidence;
    private final ConditionEvidence everyone;
    private final List<BorrowedFacts.Moved> borrowed;
    private final Remarks remarks;
    private final AskedIngredients ingredients;
    private final AssignedDrugs drugs;
    private final Deals deals;

    private Planner(
            CohortSpec whole, Evidence evidence, ReferencePopulation people, boolean looking) {
        this.remarks = new Remarks(looking);
        this.whole = whole;
        this.drugs = new AssignedDrugs(whole, people);
        this.spec = drugs.rest();
        this.ingredients = new AskedIngredients(spec, remarks);
        this.people = people;
        this.borrowed = BorrowedFacts.moving(spec, evidence);
        this.evidence = evidence.condition(spec.condition().orElse(EVERYONE));
        this.everyone = evidence.condition(EVERYONE);
        this.deals = new Deals(drugs, ingredients, this.evidence, remarks);
    }

    /**
     * Plans.
     *
     * @throws RequestException with every problem, if the request cannot be met
     */
    public static GenerationPlan plan(
            CohortSpec spec, Evidence evidence, ReferencePopulation people) {
        Function<CohortSpec, Function<String, OptionalDouble>> wouldBe =
                rest -> {
                    var planner = new Planner(rest, evidence, people, false);
                    return planner.means(planner.chosen());
                };
        return absolute(spec, evidence, people, false, wouldBe).plan();
    }

    /**
     * What a request comes to: its first half, quick enough for each turn of a conversation. Wishes
     * that no data can meet are passed over and returned.
     *
     * @param others looks at a request that this one goes out from
     * @throws RequestException with every problem, if the request cannot be met
     */
    public static Look look(
            CohortSpec spec,
            Evidence evidence,
            ReferencePopulation people,
            Function<CohortSpec, Look> others) {
        Planner planner = looking(spec, evidence, people, rest -> others.apply(rest)::mean);
        Chosen c = planner.chosen();
        return new Look(
                planner.reach(c.start()),
                c.observations(),
                planner.means(c),
                () -> planner.statistics(c));
    }

    private Reach reach(StartWeights start) {
        double selected = people.weight(start.rows());
        return new Reach(
                start.rows().length,
                selected / people.totalWeight(),
                selected,
                start.effectiveRows(),
                start.divergence(),
                start.groups().stream()
                        .map(
                                g ->
                                        new Reach.OfGroup(
                                                g.name(),
                                                g.patients(),
                                                g.rows(),
                                                g.effectiveRows()))
                        .toList(),
                remarks.explained(),
                List.copyOf(remarks.problems()));
    }

    private Statistics statistics(Chosen c) {
        List<String> observed =
                c.observations().stream().filter(id -> !c.shapes().has(id)).toList();
        return new Statistics(people, c.start(), observed, spec.condition(), deals);
    }

    private static Planner looking(
            CohortSpec spec,
            Evidence evidence,
            ReferencePopulation people,
            Function<CohortSpec, Function<String, OptionalDouble>> wouldBe) {
        try {
            return absolute(spec, evidence, people, true, wouldBe);
        } catch (RequestException e) {
            if (!e.problems().stream().allMatch(Remarks::noData)) {
                throw e;
            }
            var planner = new Planner(RelativeMeans.without(spec), evidence, people, true);
            planner.remarks.problems().addAll(e.problems());
            return planner;
        }
    }

    private static Planner absolute(
            CohortSpec spec,
            Evidence evidence,
            ReferencePopulation people,
            boolean looking,
            Function<CohortSpec, Function<String, OptionalDouble>> wouldBe) {
        RelativeMeans.Made made = RelativeMeans.made(spec, wouldBe);
        var planner = new Planner(made.spec(), evidence, people, looking);
        made.explained().forEach(planner.remarks::explain);
        return planner;
    }

    /** Which parts of the census a request needs. */
    public static boolean[] adultsAndChildren(CohortSpec spec) {
        return AskedPeople.adultsAndChildren(spec);
    }

    @SuppressWarnings("ArrayRecordComponent") // many rows, never changed
    private record Chosen(
            List<String> observations,
            PublishedShapes shapes,
            List<RowTest> required,
            int[] baseRows,
            StartWeights start,
            OwnColumns own,
            List<Overwrite> asked,
            List<PlannedOverwrite> overwrites) {}

    private Chosen chosen() {
        var own = new OwnColumns(spec.beyond().own(), people, remarks);
        List<String> observations =
                new Observations(people, evidence, remarks.problems())
                        .choose(own.choice(withOverwritten(spec)));
        var shapes = new PublishedShapes(spec.condition(), observations, people, evidence);
        List<Constraint> constraints = constraints();
        constraints.addAll(own.means(shapes));
        var asked = new SortedConstraints(constraints, people, shapes, remarks);
        own.replace(shapes);
        List<Overwrite> single = Overwrites.single(spec.beyond().overwrites(), observations);
        var overwrites = new Overwrites(spec, single, people, shapes, remarks);
        overwrites.published();
        remarks.problems().addAll(shapes.meetShares(spec.count()));
        Unseen.look(spec, remarks);
        RowTest base = AskedPeople.test(spec.condition(), asked.ageAsked(), people, remarks);
        Selection selection = new Selection(people, spec.condition(), base);
        // A wish that could not be made a test is missing below: rows chosen without it mean
        // nothing.
        remarks.stopAtProblems();
        int[] rows = selection.rows(asked.wishes(), remarks.problems());
        remarks.stopAtProblems();
        asked.shares().addAll(AgeShares.of(spec, rows, people, remarks));
        Predicate<Constraint.Correlation> shaped =
                c -> shapes.has(c.first()) || shapes.has(c.second());
        StartWeights start =
                spec.beyond().groups().isEmpty()
                        ? StartWeights.of(
                                rows, asked, shaped, spec.condition(), people, evidence, remarks)
                        : inGroups(asked, shapes, shaped, selection);
        List<RowTest> required = new ArrayList<>();
        required.add(base);
        asked.wishes().forEach(w -> required.add(w.test()));
        Notices.of(spec, borrowed, remarks);
        deals.explain(start.groups().size());
        List<PlannedOverwrite> changes = new ArrayList<>(own.overwrites(shapes, start));
        changes.addAll(overwrites.planned(start));
        if (spec.beyond().timeline().isPresent()) {
            new Histories(people, remarks).said(spec, start.rows());
        }
        remarks.stopAtProblems();
        return new Chosen(
                observations, shapes, required, selection.baseRows(), start, own, single, changes);
    }

    /** What is asked, and what published figures of the country in whose place people stand say. */
    private List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>(spec.constraints());
        borrowed.forEach(m -> all.add(m.share()));
        return all;
    }

    private StartWeights inGroups(
            SortedConstraints asked,
            PublishedShapes shapes,
            Predicate<Constraint.Correlation> shaped,
            Selection selection) {
        Groups groups = spec.beyond().groups();
        AskedGroup.onlyOfRows(groups, shapes, remarks);
        List<AskedGroup> each = AskedGroup.of(groups, drugs, people, remarks);
        remarks.stopAtProblems();
        return GroupWeights.of(
                each,
                groups.same(),
                spec.count(),
                asked.wishes(),
                selection,
                people,
                remarks,
                targets ->
                        OfEveryone.added(
                                targets,
                                asked,
                                shaped,
                                spec.condition(),
                                people,
                                evidence,
                                remarks));
    }

    /** What is overwritten is wanted in the file, too. */
    private static ObservationChoice withOverwritten(CohortSpec spec) {
        ObservationChoice asked = spec.observations();
        List<String> named = new ArrayList<>(asked.named());
        for (Overwrite o : spec.beyond().overwrites()) {
            boolean each = o instanceof Overwrite.Missing m && m.ofEach();
            boolean own =
                    each
                            || o.observation().equals("age")
                            || spec.beyond().own(o.observation()).isPresent();
            boolean there = own || named.contains(o.observation());
            if (!there && !asked.dropped().contains(o.observation())) {
                named.add(o.observation());
            }
        }
        return new ObservationChoice(asked.count(), named, asked.dropped());
    }

    private GenerationPlan plan() {
        Chosen c = chosen();
        LearnedRows learned = LearnedRows.of(c.start(), c.baseRows(), people, remarks);
        return assemble(c, learned);
    }

    /** The mean of an observation among the people of this request. */
    private Function<String, OptionalDouble> means(Chosen c) {
        return id ->
                c.shapes().has(id)
                        ? OptionalDouble.of(c.shapes().mean(id))
                        : people.has(id)
                                ? OptionalDouble.of(c.start().mean(people.column(id)))
                                : OptionalDouble.empty();
    }

    private GenerationPlan assemble(Chosen chosen, LearnedRows learned) {
        PublishedShapes shapes = chosen.shapes();
        List<RowTest> required = chosen.required();
        StartWeights start = chosen.start();
        Set<String> asked = new LinkedHashSet<>();
        required.forEach(t -> asked.addAll(t.columns()));
        start.shares().forEach(s -> asked.addAll(s.test().columns()));
        chosen.overwrites()
                .forEach(o -> asked.addAll(o.more().map(RowTest::columns).orElse(List.of())));
        List<PlannedStudies> studies = Studies.of(spec, people, remarks);
        studies.forEach(s -> s.among().forEach(t -> asked.addAll(t.columns())));
        asked.addAll(start.means());
        for (PlannedGroup g : start.groups()) {
            g.required().forEach(t -> asked.addAll(t.columns()));
            g.shares().forEach(t -> asked.addAll(t.test().columns()));
        }
        Fields fields = fields(chosen, List.copyOf(asked));
        fields.all().addAll(chosen.own().fields());
        DrawnColumns columns = DrawnColumns.of(fields.all(), asked, people);
        boolean wholePeople = people.drawnBy().isPresent();
        List<PlannedDeal> dealt = deals.planned(start.groups().size());
        List<PlannedOwn> own = chosen.own().planned(fields.all(), shapes, start);
        remarks.stopAtProblems();
        Table table = people.table(columns.order(), learned.rows());
        double[] weights = start.among(learned.rows());
        List<String> derived =
                fields.all().stream()
                        .filter(f -> f.source() == PlannedField.Origin.DERIVED)
                        .map(PlannedField::column)
                        .toList();
        return new GenerationPlan(
                whole,
                learned.extrapolated() ? table : table.withWeights(weights),
                weights,
                wholePeople ? columns.order().size() : columns.given(),
                required,
                start.shares(),
                columns.behind(start.means()),
                wholePeople
                        || !start.shares().isEmpty()
                        || !start.means().isEmpty()
                        || !start.groups().isEmpty(),
                Derived.inOrder(derived),
                shapes.all(),
                fields.ingredients(),
                dealt,
                columns.rules(),
                chosen.own().said(Overwrites.said(fields.all(), chosen.asked())),
                chosen.overwrites(),
                own,
                start.groupsAmong(learned.rows()),
                new Histories(people, remarks)
                        .of(
                                spec,
                                evidence.facts(Fact.Kind.MORTALITY).isEmpty() ? everyone : evidence,
                                fields.all(),
                                columns.order(),
                                chosen.baseRows()),
                studies,
                reality(start, learned, chosen.baseRows()),
                remarks.explained());
    }

    private Fields fields(Chosen chosen, List<String> asked) {
        PublishedShapes shapes = chosen.shapes();
        var fields = new Fields(people, evidence, AskedPeople.inWords(spec, evidence));
        List<PlannedGroup> groups = chosen.start().groups();
        if (!groups.isEmpty()) {
            fields.all().add(PlannedGroup.field(groups));
        }
        fields.demographics(asked);
        spec.condition()
                .filter(id -> !id.equals(EVERYONE) && !id.equals("healthy-adults"))
                .ifPresent(id -> fields.condition(id, true));
        for (String id : chosen.observations()) {
            if (!shapes.has(id)) {
                fields.observed(id);
            } else if (people.has(id)) {
                fields.moved(id, shapes.fact(id));
            } else {
                fields.alone(id, shapes.fact(id));
            }
        }
        Spirometry.tell(fields.all(), spec);
        fields.proxies(ProxyConditions.of(spec, people));
        fields.comorbidities(spec.condition(), asked);
        fields.medications(asked, ingredients, deals);
        if (Populations.borrowed(spec)) {
            fields.borrowed(Populations.name(spec.population()), borrowed);
        }
        return fields;
    }

    private GenerationPlan.Reality reality(
            StartWeights start, LearnedRows learned, int[] baseRows) {
        double selected = people.weight(start.rows());
        return new GenerationPlan.Reality(
                start.rows().length,
                selected / people.totalWeight(),
                selected / people.weight(baseRows),
                start.effectiveRows(),
                start.divergence(),
                learned.rows().length,
                learned.extrapolated());
    }
}
