package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine of this module must do, on a table of 800 rows whose dependences are known. */
class EnginesTest {
    private static final Table PEOPLE = SmallTables.mixed(800, 11);
    private static final int ROWS = 2000;
    private static final Map<String, LearnedModel> LEARNED = new ConcurrentHashMap<>();

    static List<Learner> engines() {
        return ServiceLoader.load(Learner.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(l -> l.getClass().getPackage().equals(EnginesTest.class.getPackage()))
                .toList();
    }

    private static LearnedModel learned(Learner learner) {
        return LEARNED.computeIfAbsent(
                learner.name(), n -> learner.learn(PEOPLE, quick(learner, Training.Watch.SILENT)));
    }

    private static Training quick(Learner learner, Training.Watch watch) {
        return new Training(3, 0, learner.name().equals("autoregressive") ? 0.3 : 0.1, watch);
    }

    private static Drawn draw(LearnedModel model, List<Allowance> allowed, long first, int count) {
        double[][] columns = new double[model.variables().size()][count];
        double[] weights = new double[count];
        model.draw(columns, weights, allowed, first, count, new SeedTree(5));
        return new Drawn(columns, weights);
    }

    private static List<Allowance> free() {
        return new ArrayList<>(Collections.nCopies(5, Allowance.ANY));
    }

    /** Rows as drawn. */
    private static final class Drawn {
        final double[][] columns;
        final double[] weights;

        Drawn(double[][] columns, double[] weights) {
            this.columns = columns;
            this.weights = weights;
        }
    }

    /**
     * Correlation 0.8 of age and pressure, missing values by sex, the zeros. A standard error of
     * the correlation of 800 people and 2,000 rows is 0.015; 0.15 is the room for a short training.
     */
    private static boolean keepsDependences(double[][] columns, double room) {
        double r = correlation(columns[0], columns[1]);
        double women = missing(columns, 0);
        double men = missing(columns, 1);
        double zeros = Arrays.stream(columns[4]).filter(d -> d == 0).count() / (double) ROWS;
        return r > 0.8 - room
                && r < 0.95
                && women - men > 0.25 - room
                && Math.abs(zeros - 0.6) < 0.08;
    }

    @ParameterizedTest
    @MethodSource("engines")
    void dependencesAreKept(Learner learner) {
        assertTrue(
                keepsDependences(
                        draw(learned(learner), free(), 0, ROWS).columns,
                        learner.name().equals("gan") ? 0.25 : 0.15));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void columnsDrawnApartAreCaught(Learner learner) {
        double[][] columns = draw(learned(learner), free(), 0, ROWS).columns;
        double[] turned = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            turned[i] = columns[1][(i + 1) % ROWS];
        }
        columns[1] = turned;
        assertFalse(keepsDependences(columns, 0.25));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void valuesAreOnesThatTheColumnCanHave(Learner learner) {
        double[][] columns = draw(learned(learner), free(), 0, ROWS).columns;
        for (int j = 0; j < 5; j++) {
            double[] seen =
                    Arrays.stream(PEOPLE.column(j)).filter(Double::isFinite).sorted().toArray();
            double grid = Math.pow(10, PEOPLE.variables().get(j).decimals());
            for (double x : columns[j]) {
                if (!Double.isNaN(x)) {
                    // The five most extreme people are never shown as they are.
                    assertTrue(x >= seen[4] && x <= seen[seen.length - 5], j + ": " + x);
                    assertEquals(Math.rint(x * grid), x * grid, 1e-9);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void rowsThatCountMeetEveryCondition(Learner learner) {
        List<Allowance> allowed = free();
        allowed.set(0, new Allowance.Range(55.5, 64.2));
        allowed.set(2, new Allowance.Levels(Set.of(0)));
        allowed.set(1, new Allowance.Presence(true));
        Drawn drawn = draw(learned(learner), allowed, 0, ROWS);
        int counted = 0;
        double weights = 0;
        for (int i = 0; i < ROWS; i++) {
            assertTrue(drawn.weights[i] >= 0 && drawn.weights[i] <= 1);
            weights += drawn.weights[i];
            if (drawn.weights[i] > 0) {
                counted++;
                for (int j = 0; j < 5; j++) {
                    assertTrue(allowed.get(j).allows(drawn.columns[j][i]));
                }
            }
        }
        // Of the table's people 24 % have the age, half are women, 70 % of these have a value.
        assertTrue(counted > 40, "rows that count: " + counted);
        assertEquals(0.24 * 0.5 * 0.7, weights / ROWS, 0.05);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatFollowsFromAConditionFollows(Learner learner) {
        List<Allowance> allowed = free();
        allowed.set(3, new Allowance.Levels(Set.of(2)));
        Drawn high = draw(learned(learner), allowed, 0, 1000);
        allowed.set(3, new Allowance.Levels(Set.of(0)));
        Drawn low = draw(learned(learner), allowed, 0, 1000);
        // In the table the mean ages of these groups are 66 and 38.
        assertTrue(mean(high, 0) - mean(low, 0) > 15, mean(high, 0) + " and " + mean(low, 0));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatNobodyCanMeetHasNoWeight(Learner learner) {
        List<Allowance> allowed = free();
        allowed.set(0, new Allowance.Range(50.2, 50.8)); // no whole year
        assertEquals(0, Arrays.stream(draw(learned(learner), allowed, 0, 50).weights).sum());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aRowDependsOnItsNumberAlone(Learner learner) {
        Drawn all = draw(learned(learner), free(), 0, 700);
        Drawn part = draw(learned(learner), free(), 300, 100);
        for (int j = 0; j < 5; j++) {
            assertArrayEquals(Arrays.copyOfRange(all.columns[j], 300, 400), part.columns[j]);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatIsReadDrawsAsWhatWasWritten(Learner learner) throws IOException {
        byte[] bytes = bytes(learned(learner));
        LearnedModel read =
                learner.read(
                        PEOPLE.variables(), new DataInputStream(new ByteArrayInputStream(bytes)));
        assertArrayEquals(
                draw(learned(learner), free(), 0, 300).columns, draw(read, free(), 0, 300).columns);
        assertArrayEquals(bytes, bytes(read));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void brokenBytesAreAnErrorAndNothingElse(Learner learner) throws IOException {
        byte[] bytes = bytes(learned(learner));
        Draws draws = new Draws(4);
        for (int round = 0; round < 60; round++) {
            byte[] broken = bytes.clone();
            if (round % 2 == 0) {
                broken = Arrays.copyOf(bytes, draws.below(bytes.length));
            } else {
                // Most lengths and codes stand at the start.
                broken[draws.below(Math.min(bytes.length, 6000))] ^= (byte) (1 << draws.below(8));
            }
            byte[] given = broken;
            try {
                learner.read(
                        PEOPLE.variables(), new DataInputStream(new ByteArrayInputStream(given)));
            } catch (IOException expected) {
                continue; // what a reader is told to do
            }
            assertEquals(bytes.length, given.length, "a short file was read");
        }
        assertThrows(
                IOException.class,
                () ->
                        learner.read(
                                PEOPLE.variables(),
                                new DataInputStream(new ByteArrayInputStream(new byte[40]))));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theSameTrainingComesToTheSameModelAndStopsWhenTold(Learner learner) throws IOException {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Training stopped =
                quick(
                        learner,
                        (what, fraction) -> {
                            heard.add(what);
                            return heard.size() % 2 != 0;
                        });
        byte[] once = bytes(learner.learn(PEOPLE, stopped));
        assertEquals(2, heard.size());
        assertArrayEquals(once, bytes(learner.learn(PEOPLE, stopped)));
        assertEquals(4, heard.size());
        assertFalse(Arrays.equals(once, bytes(learned(learner))));
    }

    private static byte[] bytes(LearnedModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static double missing(double[][] columns, int sex) {
        int people = 0;
        int gone = 0;
        for (int i = 0; i < ROWS; i++) {
            if (columns[2][i] == sex) {
                people++;
                gone += Double.isNaN(columns[1][i]) ? 1 : 0;
            }
        }
        return (double) gone / people;
    }

    private static double mean(Drawn drawn, int column) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < drawn.weights.length; i++) {
            sum += drawn.weights[i] * drawn.columns[column][i];
            weights += drawn.weights[i];
        }
        return sum / weights;
    }

    private static double correlation(double[] x, double[] y) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                n++;
                sx += x[i];
                sy += y[i];
                xx += x[i] * x[i];
                yy += y[i] * y[i];
                xy += x[i] * y[i];
            }
        }
        double cov = xy / n - sx / n * (sy / n);
        return cov / Math.sqrt((xx / n - sx / n * (sx / n)) * (yy / n - sy / n * (sy / n)));
    }
}
