package org.anamnesis.learn.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

/** Sampling from engines that keep ranges and from engines that cannot. */
class SamplerTest {
    private static Sample draw(
            People people, int rows, long seed, List<String> where, List<String> targets) {
        return Sampler.draw(
                people,
                SampleRequest.of(
                        rows,
                        Conditions.read(where, People.COLUMNS),
                        Target.read(targets, People.COLUMNS),
                        seed));
    }

    private static double mean(double[] x) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return Weighted.mean(x, ones);
    }

    @Test
    void everyRowMeetsTheConditionsAndBothKindsOfEngineComeToTheSame() {
        List<String> where = List.of("hba1c >= 9.5 and (sex = 'female' or age > 60)");
        double[] ages = new double[2];
        for (boolean obeys : new boolean[] {false, true}) {
            Sample sample = draw(new People(obeys), 4000, 1, where, List.of());
            Table t = sample.table();
            for (int i = 0; i < 4000; i++) {
                assertTrue(t.column("hba1c")[i] >= 9.5);
                assertTrue(t.column("sex")[i] == 1 || t.column("age")[i] > 60);
            }
            assertEquals(0, sample.yield().repeated());
            ages[obeys ? 1 : 0] = mean(t.column("age"));
        }
        assertEquals(ages[0], ages[1], 2.2); // five standard errors of a difference of means
        double unweighted =
                mean(draw(new People(true), 4000, 1, List.of(), List.of()).table().column("age"));
        assertTrue(Math.abs(unweighted - ages[0]) > 2.2, "without weights: " + unweighted);
    }

    @Test
    void theYieldIsTheShareOfPeopleWhoMeet() {
        Sample all = draw(new People(true), 1000, 2, List.of(), List.of());
        assertEquals(1, all.yield().meanWeight());
        Sample few = draw(new People(false), 2000, 2, List.of("age >= 83"), List.of());
        assertEquals(0.1, few.yield().meanWeight(), 0.011); // five standard errors
        assertTrue(few.yield().met() >= 2000);
    }

    @Test
    void sharesAreMetToTheRowAndMeansNearly() {
        ForAll.seeds(
                4,
                seed -> {
                    Sample sample =
                            draw(
                                    new People(seed % 2 == 0),
                                    2000,
                                    seed,
                                    List.of("age >= 30"),
                                    List.of(
                                            "mean(hba1c) = 10.2",
                                            "share(sex = 'female') = 0.6",
                                            "share(stage = 3 and age > 50) = 12.35 %",
                                            "mean(age) = 55"));
                    Table t = sample.table();
                    assertEquals(10.2, mean(t.column("hba1c")), 0.03 * 2.3);
                    assertEquals(55, mean(t.column("age")), 0.03 * 17);
                    assertEquals(1200, Arrays.stream(t.column("sex")).sum());
                    int both = 0;
                    for (int i = 0; i < 2000; i++) {
                        both += t.column("stage")[i] == 2 && t.column("age")[i] > 50 ? 1 : 0;
                    }
                    assertEquals(247, both);
                    assertEquals(sample.reached().get(0), mean(t.column("hba1c")), 1e-9);
                    assertEquals(0, sample.yield().repeated());
                });
    }

    /** The correlation comes out, and each number alone stays spread as it was. */
    @Test
    void correlationsAreMetAndMarginalsStay() {
        ForAll.seeds(
                4,
                seed -> {
                    var people = new People(seed % 2 == 0);
                    Sample free = draw(people, 2000, seed, List.of(), List.of());
                    double wanted = seed < 2 ? 0.6 : -0.4;
                    Sample sample =
                            draw(
                                    people,
                                    2000,
                                    seed,
                                    List.of(),
                                    List.of(
                                            "correlation(hba1c, age) = " + wanted,
                                            "share(sex = 'female') = 0.5"));
                    Table t = sample.table();
                    double[] ones = new double[2000];
                    Arrays.fill(ones, 1);
                    double reached =
                            Weighted.rankCorrelation(t.column("hba1c"), t.column("age"), ones);
                    assertEquals(wanted, reached, 0.01);
                    assertEquals(reached, sample.reached().get(0), 1e-9);
                    assertEquals(1000, Arrays.stream(t.column("sex")).sum());
                    for (String column : List.of("hba1c", "age")) {
                        double[] now = t.column(column);
                        double[] before = free.table().column(column);
                        double sd = Weighted.sd(before, ones);
                        // five standard errors of a difference of means of 2,000 rows each
                        assertEquals(mean(before), mean(now), 0.16 * sd, column);
                        assertEquals(sd, Weighted.sd(now, ones), 0.12 * sd, column);
                    }
                    double without =
                            Weighted.rankCorrelation(
                                    free.table().column("hba1c"), free.table().column("age"), ones);
                    assertTrue(without > 0.1 && without < 0.3, "free: " + without);
                    long missing = Arrays.stream(t.column("hba1c")).filter(Double::isNaN).count();
                    assertEquals(200, (double) missing, 67); // five standard errors
                });
    }

    @Test
    void correlationsHoldBesideMeansThatMove() {
        List<String> targets =
                List.of("mean(hba1c) = 10", "mean(age) = 45", "correlation(age, hba1c) = 0.1");
        Sample sample = draw(new People(true), 2000, 7, List.of("age < 70"), targets);
        assertEquals(10, sample.reached().get(0), 0.03 * 2.3);
        assertEquals(45, sample.reached().get(1), 0.03 * 15);
        assertEquals(0.1, sample.reached().get(2), 0.01);
    }

    @Test
    void aCorrelationThatCannotBeIsAnsweredWithTheNearest() {
        List<String> both = List.of("correlation(age, age + hba1c / 100) = -0.5");
        Problem no = problem(500, List.of(), both);
        assertEquals("sample.target.unreachable", no.code());
        assertTrue(no.suggestion().matches(".*=0\\.\\d+, the nearest.*"), no.suggestion());
        for (String wrong :
                List.of(
                        "correlation(age) = 0.5",
                        "correlation(age, sex) = 0.5",
                        "correlation(age, hba1c) = 1",
                        "correlation(age, hba1c) = 50 %")) {
            problem(500, List.of(), List.of(wrong));
        }
    }

    @Test
    void aShareOfAllAndOfNoneIsMet() {
        List<String> all = List.of("share(sex = 'female') = 1", "share(stage = 1) = 0");
        Table t = draw(new People(false), 500, 3, List.of(), all).table();
        assertEquals(500, Arrays.stream(t.column("sex")).sum());
        assertTrue(Arrays.stream(t.column("stage")).allMatch(s -> s > 0));
    }

    @Test
    void theSameSeedGivesTheSameRowsWhateverTheThreads() throws Exception {
        List<String> where = List.of("hba1c > 8");
        List<String> targets = List.of("mean(age) = 60", "share(sex = 'female') = 0.5");
        Sample one = draw(new People(true), 1500, 4, where, targets);
        var single = new ForkJoinPool(1);
        Sample two = single.submit(() -> draw(new People(true), 1500, 4, where, targets)).get();
        single.shutdown();
        Sample other = draw(new People(true), 1500, 5, where, targets);
        for (int k = 0; k < 5; k++) {
            String rows = Arrays.toString(one.table().column(k));
            assertEquals(rows, Arrays.toString(two.table().column(k)));
            assertTrue(!rows.equals(Arrays.toString(other.table().column(k))), "another seed");
        }
        assertEquals(one.yield(), two.yield());
    }

    @Test
    void manyRowsAreMadeInPiecesThatMeetTheTargetsTogether() {
        int rows = 2 * Sampler.PIECE + 333;
        Sample sample =
                draw(new People(true), rows, 6, List.of(), List.of("share(sex='female')=0.5001"));
        double women = Arrays.stream(sample.table().column("sex")).sum();
        assertEquals(Math.rint(0.5001 * rows), women);
        assertEquals(0, sample.yield().repeated());
    }

    private static Problem problem(int rows, List<String> where, List<String> targets) {
        return assertThrows(
                        RequestException.class,
                        () -> draw(new People(false), rows, 1, where, targets))
                .problems()
                .get(0);
    }

    @Test
    void tooRareIsToldWithFiguresAndTheRarePart() {
        Problem rare = problem(50, List.of("age >= 30", "hba1c > 14.3 and sex='male'"), List.of());
        assertEquals("sample.rare", rare.code());
        assertTrue(rare.message().matches("\\d+ of 20\\d{4} drawn rows met .*"), rare.message());
        assertTrue(rare.message().contains("rarest part, hba1c"), rare.message());
        assertTrue(rare.where().startsWith("hba1c"));
    }

    @Test
    void whatCannotBeReachedIsAnsweredWithTheNearest() {
        Problem far = problem(500, List.of(), List.of("mean(hba1c) = 30"));
        assertEquals("sample.target.unreachable", far.code());
        double nearest = Double.parseDouble(far.suggestion().replaceAll(".*=([0-9.]+),.*", "$1"));
        assertTrue(nearest > 11 && nearest < 14, far.suggestion());
        Sample near =
                draw(
                        new People(false),
                        500,
                        1,
                        List.of(),
                        List.of("mean(hba1c) = " + (nearest - 0.3)));
        assertEquals(nearest - 0.3, near.reached().get(0), 0.03 * 2.3);
    }

    @Test
    void noRowsAreRefused() {
        assertThrows(
                RequestException.class, () -> draw(new People(true), 0, 1, List.of(), List.of()));
    }

    /**
     * Few rows of a model that learned many people say of what hangs together nearly what many rows
     * say; left to chance, as of a model of few people, they are some standard errors off.
     */
    @Test
    void fewRowsAreLikeTheModel() {
        Table many = Sampler.free(new People(true), 60_000, 9);
        double[] off = new double[2];
        for (int seed = 0; seed < 6; seed++) {
            for (int k = 0; k < 2; k++) {
                long learned = k == 0 ? 1_999 : 2_000;
                Table few = Sampler.free(new People(true), 800, seed, learned);
                assertEquals(800, few.rows());
                off[k] += apart(few, many);
            }
        }
        assertTrue(off[1] < 0.6 * off[0], Arrays.toString(off));
        assertEquals(
                0,
                apart(
                        Sampler.free(new People(true), 10_001, 3, 5_000),
                        Sampler.free(new People(true), 10_001, 3)),
                "many rows are left to chance");
    }

    /** Sum of squared differences of means, spreads and correlation, about in standard errors. */
    private static double apart(Table a, Table b) {
        double sum = 0;
        for (String name : List.of("age", "hba1c", "sex")) {
            double sd = Weighted.sd(b.column(name), b.weights());
            sum += Math.pow((mean(a.column(name)) - mean(b.column(name))) / sd, 2);
            sum += Math.pow(Weighted.sd(a.column(name), a.weights()) / sd - 1, 2);
        }
        double[] both = {
            Weighted.rankCorrelation(a.column("age"), a.column("hba1c"), a.weights()),
            Weighted.rankCorrelation(b.column("age"), b.column("hba1c"), b.weights())
        };
        return a.rows() * (sum + Math.pow(both[0] - both[1], 2));
    }

    /** Conditions, shares and means hold as ever, whatever the threads. */
    @Test
    void rowsLikeTheModelMeetWhatIsAsked() {
        List<String> where = List.of("hba1c >= 9");
        List<String> targets = List.of("share(sex = 'female') = 0.25", "mean(age) = 60");
        SampleRequest request =
                SampleRequest.of(
                                1000,
                                Conditions.read(where, People.COLUMNS),
                                Target.read(targets, People.COLUMNS),
                                4)
                        .made(5_000);
        Table t = Sampler.draw(new People(false), request).table();
        assertTrue(Arrays.stream(t.column("hba1c")).allMatch(v -> v >= 9));
        assertEquals(250, Arrays.stream(t.column("sex")).sum());
        assertEquals(60, mean(t.column("age")), 0.5);
        Table alone =
                new ForkJoinPool(1)
                        .submit(() -> Sampler.draw(new People(false), request).table())
                        .join();
        assertEquals(Arrays.toString(t.column("age")), Arrays.toString(alone.column("age")));
    }
}
