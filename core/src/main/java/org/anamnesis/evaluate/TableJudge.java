package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/** Judges a synthetic table in every way that this room knows. */
public final class TableJudge {
    /** Rows of each table that the two-sample test and the pairs look at. */
    public static final int MOST_ROWS = 10_000;

    /**
     * Rows of each kind in the quick form: the area under the curve is known to 0.02, two standard
     * errors, and a table of 20,000 rows does not wait for its last digit.
     */
    private static final int QUICK_ROWS = 1_500;

    private final Judging judging;
    private final JudgedTables tables;
    private final JudgedTables people;
    private final SeedTree seeds;
    private final Table real;

    private TableJudge(Judging judging) {
        this.judging = judging;
        tables = judging.tables();
        people = judging.people();
        seeds = new SeedTree(judging.seed());
        real = Sample.stacked(tables.train(), tables.holdout());
    }

    /** The same judging comes to the same judgement, whatever the number of processors. */
    public static TableJudgement judge(Judging judging) {
        return new TableJudge(judging).judged();
    }

    /**
     * How well boosted trees tell synthetic rows from held-out people: the first figure of {@link
     * #judge}, without the rest.
     *
     * @return area under the ROC curve; 0.5 is perfect
     */
    public static Estimate toldFromStrangers(JudgedTables tables, long seed) {
        return TwoSample.auc(holdout(tables), made(tables), QUICK_ROWS, new SeedTree(seed));
    }

    /** The same of the training people: how well other people of their kind are told apart. */
    public static Estimate trainToldFromStrangers(JudgedTables tables, long seed) {
        return TwoSample.auc(holdout(tables), train(tables), QUICK_ROWS, new SeedTree(seed));
    }

    private static TwoSample.Side train(JudgedTables tables) {
        return new TwoSample.Side(tables.train(), tables.trainPersons());
    }

    private static TwoSample.Side holdout(JudgedTables tables) {
        return new TwoSample.Side(tables.holdout(), tables.holdoutPersons());
    }

    private static TwoSample.Side made(JudgedTables tables) {
        return TwoSample.Side.of(tables.synthetic());
    }

    /** What models learned from synthetic rows are worth, without the rest of {@link #judge}. */
    public static Optional<Utility> carriesOver(
            JudgedTables tables, JudgedOutcome outcome, long seed) {
        return outcome.match(new CarryOver(tables, new SeedTree(seed)));
    }

    private TableJudgement judged() {
        List<Integer> outcome =
                Judging.outcomeColumns(judging.outcome()).stream()
                        .map(tables.train()::indexOf)
                        .toList();
        return new TableJudgement(
                tables.train().rows(),
                tables.holdout().rows(),
                tables.synthetic().rows(),
                judging.seed(),
                judging.keysOfPeople(),
                Marginals.of(tables),
                pairs(),
                TwoSample.auc(train(people), made(people), MOST_ROWS, seeds),
                TwoSample.auc(holdout(people), made(people), MOST_ROWS, seeds),
                TwoSample.auc(train(people), holdout(people), MOST_ROWS, seeds),
                Coverage.of(
                        people, new Space(Sample.stacked(people.train(), people.holdout())), seeds),
                Subgroups.of(real, tables.synthetic(), outcome),
                effects(outcome),
                judging.outcome().match(new CarryOver(tables, seeds)),
                PrivacyAudit.full(people, judging.keysOfPeople(), judging.seed()),
                judging.rules().stream()
                        .map(r -> new TableAdherence(r.check(tables.synthetic()), r.check(real)))
                        .toList(),
                clinical(),
                judging.courses().map(CourseFidelity::of));
    }

    /** Of a survival outcome the event; without an outcome the first categories of two levels. */
    private List<Effect> effects(List<Integer> outcome) {
        Stream<Integer> wanted =
                outcome.isEmpty()
                        ? IntStream.range(0, tables.variables().size())
                                .filter(k -> tables.variables().get(k).levels().size() == 2)
                                .limit(2)
                                .boxed()
                        : outcome.stream().limit(1);
        return wanted.flatMap(k -> Effects.of(real, tables.synthetic(), k).stream()).toList();
    }

    private PairFidelity pairs() {
        Associations holdout = associations(tables.holdout(), "pairs holdout");
        Associations train = associations(tables.train(), "pairs train");
        Associations synthetic = associations(tables.synthetic(), "pairs synthetic");
        return new PairFidelity(
                tables.variables().stream().map(v -> v.name()).toList(),
                lists(holdout.mixed()),
                lists(synthetic.mixed()),
                Associations.meanGap(holdout.mixed(), synthetic.mixed()),
                Associations.meanGap(holdout.mixed(), train.mixed()),
                Associations.meanGap(holdout.spearman(), synthetic.spearman()),
                Associations.meanGap(holdout.spearman(), train.spearman()));
    }

    private Associations associations(Table of, String purpose) {
        return Associations.of(Sample.rows(of, MOST_ROWS, seeds, purpose));
    }

    private static List<List<Double>> lists(double[][] matrix) {
        return Arrays.stream(matrix).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }

    private List<TableAdherence> clinical() {
        List<RuleCheck> made =
                ClinicalRules.check(tables.synthetic(), judging.known(), judging.measurands());
        List<RuleCheck> people = ClinicalRules.check(real, judging.known(), judging.measurands());
        List<TableAdherence> out = new ArrayList<>();
        for (int r = 0; r < made.size(); r++) {
            out.add(new TableAdherence(made.get(r), people.get(r)));
        }
        return out;
    }
}
