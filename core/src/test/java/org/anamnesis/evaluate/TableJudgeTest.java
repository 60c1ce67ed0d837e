package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

class TableJudgeTest {
    private static final JudgedOutcome DIABETES = new JudgedOutcome.Column("diabetes");

    @Test
    void otherPeopleOfTheSameKindCannotBeToldApart() {
        TableJudgement found = judged(MadePeople.of(100_000, 800, 1));
        // 5 standard errors of the area between 300 and 300: a false alarm in a million.
        assertTrue(Math.abs(found.againstTrain().value() - 0.5) < 0.12, "" + found.againstTrain());
        assertFalse(found.copying());
        assertTrue(found.pairs().meanGap() < 2 * found.pairs().meanGapFloor());
        assertTrue(Math.abs(found.coverage().synthetic() - found.coverage().floor()) < 0.1);
        assertTrue(found.meanDistance(false) < 0.1 && found.meanDistance(true) < 0.1);
        assertTrue(Effect.shareKept(found.effects()) > 0.5);
        Utility utility = found.utility().orElseThrow();
        assertTrue(utility.real().value() > 0.6 && Math.abs(utility.gap().value()) < 0.1);
        assertTrue(found.privacy().verdict().passes(), () -> found.privacy().verdict().toString());
    }

    @Test
    void shuffledColumnsKeepEveryColumnAndNothingElse() {
        TableJudgement found = judged(MadePeople.shuffled(MadePeople.of(0, 800, 1), 4));
        assertTrue(found.meanDistance(false) < 0.1);
        assertTrue(found.againstTrain().low() > 0.52, "" + found.againstTrain());
        assertTrue(found.pairs().meanGap() > 2 * found.pairs().meanGapFloor());
        assertTrue(found.utility().orElseThrow().gap().high() < -0.1);
        assertTrue(Math.abs(found.subgroups().get(0).difference().value()) > 0.5);
    }

    @Test
    void copiesAreCalledCopies() {
        TableJudgement found = judged(MadePeople.copied(MadePeople.of(0, 800, 1), 800, 4));
        assertTrue(found.copying(), "" + found.againstTrain());
        assertFalse(found.privacy().verdict().passes());
    }

    @Test
    void theSameSeedComesToTheSameJudgement() {
        Table synthetic = MadePeople.of(100_000, 200, 1);
        assertEquals(judged(synthetic), judged(synthetic));
    }

    @Test
    void tablesThatHoldNextToNothingAreJudgedToo() {
        List<Variable> variables =
                List.of(
                        Variable.number("constant", "", 0),
                        Variable.number("gone", "", 0),
                        Variable.category("one", List.of("only")),
                        Variable.flag("rare"));
        Table twelve = few(variables, 12);
        for (List<String> kept :
                List.of(
                        List.of("constant", "gone", "one", "rare"),
                        List.of("gone"),
                        List.of("rare"))) {
            Table some = twelve.columns(kept);
            TableJudgement found =
                    TableJudge.judge(
                            Judging.of(
                                    new JudgedTables(some, some, some),
                                    new JudgedOutcome.Column(kept.get(kept.size() - 1)),
                                    1));
            assertTrue(found.utility().isEmpty() || found.utility().get().real().known());
            assertEquals(kept.size(), found.columns().size());
        }
    }

    private static Table few(List<Variable> variables, int n) {
        double[][] columns = new double[4][n];
        Arrays.fill(columns[0], 7);
        Arrays.fill(columns[1], Double.NaN);
        columns[3][0] = 1;
        return PeerTables.table(variables, Arrays.asList(columns));
    }

    @Test
    void rulesAreCountedInSyntheticRowsAndInPeople() {
        Table people = MadePeople.of(0, 100, 1);
        double[][] columns = new double[7][];
        for (int k = 0; k < 7; k++) {
            columns[k] = people.column(k).clone();
        }
        columns[3][0] = 900; // no systolic pressure
        columns[0][1] = Double.NaN;
        Judging judging =
                new Judging(
                        new JudgedTables(people, people, MadePeople.table(columns)),
                        JudgedOutcome.NONE,
                        List.of("age"),
                        List.of(
                                new RowRule(
                                        "adult",
                                        "Adults only",
                                        "request",
                                        (table, i) -> {
                                            double age = table.column("age")[i];
                                            return Double.isNaN(age)
                                                    ? RowRule.Answer.UNKNOWN
                                                    : RowRule.Answer.of(age >= 30);
                                        })),
                        List.of(new KnownColumn("sbp", "sbp", "mm[Hg]")),
                        Measurands.bundled().all().stream()
                                .collect(Collectors.toMap(Measurand::id, m -> m)),
                        1);
        TableJudgement found = TableJudge.judge(judging);
        TableAdherence adult = found.adherence().get(0);
        assertEquals(99, adult.synthetic().checked());
        assertEquals(200, adult.real().checked());
        assertTrue(adult.shareObeyed() < 1);
        TableAdherence plausible = found.clinical().get(0);
        assertEquals(1, plausible.synthetic().broken());
        assertEquals(0, plausible.real().broken());
    }

    @Test
    void acquaintancesKnowAgeAndSexButNotWhenSomeoneBeganToSmoke() {
        List<Variable> variables =
                List.of("Age", "SmokeAge", "Gender", "age_years", "Weight", "patientSex").stream()
                        .map(Variable::flag)
                        .toList();
        assertEquals(List.of("Age", "Gender", "age_years"), CommonKeys.among(variables));
    }

    @Test
    void unlikeTablesAreRefused() {
        Table people = MadePeople.of(0, 20, 1);
        Table other = people.columns(List.of("age", "sex"));
        assertThrows(IllegalArgumentException.class, () -> new JudgedTables(people, people, other));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        Judging.of(
                                new JudgedTables(people, people, people),
                                new JudgedOutcome.Column("hba1c"),
                                1));
    }

    private static TableJudgement judged(Table synthetic) {
        JudgedTables tables =
                new JudgedTables(
                        MadePeople.of(0, 800, 1), MadePeople.of(50_000, 300, 1), synthetic);
        return TableJudge.judge(Judging.of(tables, DIABETES, 1));
    }

    /**
     * Two groups of 60 people of one kind with four rows each: the mean over 10 seeds lies within
     * 0.06 of a coin (standard error about 0.02); with rows taken for people they would be told.
     */
    @Test
    void whoHasSeveralRowsIsNotToldByTheOthers() {
        double grouped = 0;
        double apart = 0;
        int[] persons = IntStream.range(0, 240).map(i -> i / 4).toArray();
        for (long seed = 1; seed <= 10; seed++) {
            Table a = MadePeople.visits(MadePeople.of(0, 60, seed), 1, seed);
            Table b = MadePeople.visits(MadePeople.of(50_000, 60, seed), 2, seed);
            JudgedTables known = new JudgedTables(a, b, a, persons, persons);
            grouped += TableJudge.trainToldFromStrangers(known, 1).value() / 10;
            apart += TableJudge.trainToldFromStrangers(new JudgedTables(a, b, a), 1).value() / 10;
        }
        assertEquals(0.5, grouped, 0.06);
        assertTrue(apart > 0.75, "apart " + apart);
    }
}
