package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class PrivacyAuditTest {
    private static final List<String> KEYS = List.of("age", "sex", "smoking");

    /**
     * Strangers handed out as synthetic rows leak nothing by construction. Each verdict has some
     * dozens of limits, each beyond 2 to 4 standard errors: ten seeds may all pass.
     */
    @Test
    void rowsOfOtherPeoplePass() {
        ForAll.seeds(
                10,
                seed -> {
                    PrivacyFindings found =
                            PrivacyAudit.quick(tables(600, 300, fresh(600, seed), seed), KEYS, 1);
                    assertTrue(found.verdict().passes(), () -> found.verdict().toString());
                });
    }

    @Test
    void copiesFailWhateverTheSize() {
        for (int n : new int[] {60, 600}) {
            Table train = MadePeople.of(0, n, 1);
            PrivacyFindings found =
                    PrivacyAudit.quick(
                            tables(n, n / 2, MadePeople.copied(train, n, 2), 1), KEYS, 1);
            assertFalse(found.verdict().passes());
            assertTrue(found.membership().nearest().value() > 0.7, "n = " + n);
            assertEquals(1, found.copies().ofTrain());
            assertTrue(found.closeness().closerToTrain().low() > 0.6);
        }
    }

    /** One row in fifty is a training record; everything else is new. */
    @Test
    void aFewCopiesAmongNewRowsAreSeen() {
        Table train = MadePeople.of(0, 600, 1);
        Table mixed = Sample.stacked(fresh(588, 1), MadePeople.copied(train, 12, 2));
        PrivacyFindings found = PrivacyAudit.quick(tables(600, 300, mixed, 1), KEYS, 1);
        assertFalse(found.verdict().passes());
        assertTrue(found.verdict().reasons().get(0).contains("record beyond coincidence"));
    }

    @Test
    void coincidenceInANarrowTableIsNoCopy() {
        List<String> narrow = List.of("sex", "smoking", "diabetes");
        JudgedTables wide = tables(600, 300, fresh(600, 4), 4);
        JudgedTables tables =
                new JudgedTables(
                        wide.train().columns(narrow),
                        wide.holdout().columns(narrow),
                        wide.synthetic().columns(narrow));
        PrivacyFindings found = PrivacyAudit.full(tables, List.of(), 1);
        assertEquals(1, found.copies().ofTrain());
        assertTrue(found.verdict().passes(), () -> found.verdict().toString());
    }

    /** Noise of a twentieth of a standard deviation on the numbers hides nobody. */
    @Test
    void nearlyCopiedRowsFailTheFullAudit() {
        Table train = MadePeople.of(0, 400, 1);
        double[][] columns = new double[MadePeople.VARIABLES.size()][];
        long key = SeedTree.key(new SeedTree(1).purpose("noise"), 0);
        for (int k = 0; k < columns.length; k++) {
            columns[k] = train.column(k).clone();
            for (int i = 0; i < 400 && !MadePeople.VARIABLES.get(k).isCategory(); i++) {
                columns[k][i] += SeedTree.uniform(key, 400 * k + i) - 0.5;
            }
        }
        PrivacyFindings found =
                PrivacyAudit.full(tables(400, 200, MadePeople.table(columns), 1), KEYS, 1);
        assertFalse(found.verdict().passes());
        assertEquals(0, found.copies().ofTrain());
        assertTrue(found.linking().get(0).risk().low() > 0.3, "linked");
        assertTrue(found.inferring().stream().anyMatch(r -> r.risk().low() > 0.3), "inferred");
        assertTrue(found.closeness().ratioAtFivePercent() < 0.5);
        assertTrue(found.closeness().nearCopies() > 0.2);
    }

    @Test
    void fewStrangersCannotShowMuchAndThatIsSaid() {
        PrivacyFindings found = PrivacyAudit.full(tables(120, 30, fresh(120, 9), 9), KEYS, 1);
        assertTrue(found.verdict().passes(), () -> found.verdict().toString());
        assertTrue(found.verdict().cautions().get(0).startsWith("With 30 held-out people"));
    }

    /**
     * 150 people, a fifth held out five times in turn: rows of other people are refused in none of
     * 8 tables (a single split refuses several of 40), and a half of copies in each.
     */
    @Test
    void severalSplitsOfASmallTableShowWhatOneCannot() {
        ForAll.seeds(
                8,
                seed -> {
                    Table made = fresh(120, seed);
                    PrivacyFindings good = PrivacyAudit.quick(splits(made, 0, seed), KEYS, 1);
                    assertTrue(good.verdict().passes(), () -> good.verdict().toString());
                    assertEquals(150, good.membership().strangers());
                    assertEquals(600, good.membership().people());
                    PrivacyFindings bad = PrivacyAudit.quick(splits(made, 60, seed), KEYS, 1);
                    assertFalse(bad.verdict().passes(), () -> bad.membership().toString());
                });
    }

    /**
     * @param copies rows of the training people among those made
     */
    private static List<JudgedTables> splits(Table made, int copies, long seed) {
        Table all = MadePeople.of(0, 150, seed);
        return IntStream.range(0, 5)
                .mapToObj(
                        split -> {
                            int from = 30 * split;
                            Table train =
                                    all.rows(
                                            IntStream.range(0, 150)
                                                    .filter(i -> i < from || i >= from + 30)
                                                    .toArray());
                            int[] out = IntStream.range(from, from + 30).toArray();
                            Table rows =
                                    copies == 0
                                            ? made
                                            : Sample.stacked(
                                                    made.rows(
                                                            IntStream.range(0, 120 - copies)
                                                                    .toArray()),
                                                    MadePeople.copied(train, copies, split));
                            return new JudgedTables(train, all.rows(out), rows);
                        })
                .toList();
    }

    /**
     * Four rows of each of 200 persons, alike. Of rows of other people nothing is told: means over
     * ten seeds within 0.03 of a coin, which is 3.3 standard errors. Rows of the training people, a
     * little changed, are told. Taken for rows of as many people, who they are would be told from
     * their own next row.
     */
    @Test
    void rowsOfOnePersonAreOfOnePerson() {
        List<Membership> found = new ArrayList<>();
        ForAll.seeds(
                10,
                seed -> {
                    JudgedTables good = visits(MadePeople.of(100_000, 200, seed), seed);
                    found.add(PrivacyAudit.quick(good, KEYS, 1).membership());
                    JudgedTables apart =
                            new JudgedTables(good.train(), good.holdout(), good.synthetic());
                    assertTrue(
                            PrivacyAudit.quick(apart, KEYS, 1).membership().densityRatio().value()
                                    > 0.8);
                    PrivacyFindings copied =
                            PrivacyAudit.quick(visits(MadePeople.of(0, 200, seed), seed), KEYS, 1);
                    assertFalse(copied.verdict().passes());
                    assertTrue(copied.membership().nearest().value() > 0.8);
                });
        Membership all = Membership.pooled(found);
        assertEquals(0.5, all.nearest().value(), 0.03);
        assertEquals(0.5, all.densityRatio().value(), 0.03);
        assertEquals(2000, all.people());
    }

    private static JudgedTables visits(Table synthetic, long seed) {
        int[] persons = IntStream.range(0, 800).map(i -> i / 4).toArray();
        return new JudgedTables(
                MadePeople.visits(MadePeople.of(0, 200, seed), 1, seed),
                MadePeople.visits(MadePeople.of(50_000, 200, seed), 2, seed),
                MadePeople.visits(synthetic, 3, seed),
                persons,
                persons);
    }

    /** A column that is the age again is known to everybody who knows the age. */
    @Test
    void whatFollowsFromAKnownFactIsNotReadOff() {
        List<Variable> variables = new ArrayList<>(MadePeople.VARIABLES);
        variables.add(Variable.number("months", "mo", 0));
        UnaryOperator<Table> twice =
                t -> {
                    double[][] columns = new double[variables.size()][];
                    for (int k = 0; k < columns.length - 1; k++) {
                        columns[k] = t.column(k);
                    }
                    columns[columns.length - 1] =
                            Arrays.stream(t.column("age")).map(a -> 12 * a).toArray();
                    return new Table(variables, columns, t.weights());
                };
        JudgedTables t = tables(600, 300, fresh(600, 3), 3);
        PrivacyFindings found =
                PrivacyAudit.quick(
                        new JudgedTables(
                                twice.apply(t.train()),
                                twice.apply(t.holdout()),
                                twice.apply(t.synthetic())),
                        List.of("age", "sex"),
                        1);
        assertFalse(found.attributes().pairs().isEmpty());
        for (AttributeDisclosure.Pair pair : found.attributes().pairs()) {
            assertFalse(pair.keys().contains("age") && pair.target().equals("months"));
            assertFalse(pair.keys().contains("months") && pair.target().equals("age"));
        }
    }

    @Test
    void theSameSeedComesToTheSameFindings() {
        JudgedTables tables = tables(300, 200, fresh(300, 2), 2);
        assertEquals(PrivacyAudit.full(tables, KEYS, 7), PrivacyAudit.full(tables, KEYS, 7));
    }

    private static Table fresh(int n, long seed) {
        return MadePeople.of(100_000, n, seed);
    }

    private static JudgedTables tables(int train, int holdout, Table synthetic, long seed) {
        return new JudgedTables(
                MadePeople.of(0, train, seed), MadePeople.of(50_000, holdout, seed), synthetic);
    }
}
