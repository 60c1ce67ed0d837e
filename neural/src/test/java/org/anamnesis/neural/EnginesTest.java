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
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every engine of this module must do however well it has learned; how well it learns is for
 * {@link EngineQualityTest}.
 */
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
                learner.name(), n -> learner.learn(PEOPLE, quick(Training.Watch.SILENT)));
    }

    private static Training quick(Training.Watch watch) {
        return new Training(3, 0, 0.02, watch);
    }

    static Drawn draw(LearnedModel model, List<Allowance> allowed, long first, int count) {
        double[][] columns = new double[model.variables().size()][count];
        double[] weights = new double[count];
        model.draw(columns, weights, allowed, first, count, new SeedTree(5));
        return new Drawn(columns, weights);
    }

    static List<Allowance> free() {
        return new ArrayList<>(Collections.nCopies(5, Allowance.ANY));
    }

    /** Rows as drawn. */
    static final class Drawn {
        final double[][] columns;
        final double[] weights;

        Drawn(double[][] columns, double[] weights) {
            this.columns = columns;
            this.weights = weights;
        }
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
        for (int i = 0; i < ROWS; i++) {
            assertTrue(drawn.weights[i] >= 0 && drawn.weights[i] <= 1);
            if (drawn.weights[i] > 0) {
                for (int j = 0; j < 5; j++) {
                    assertTrue(allowed.get(j).allows(drawn.columns[j][i]));
                }
            }
        }
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
                        (what, fraction) -> {
                            heard.add(what);
                            return false;
                        });
        byte[] once = bytes(learner.learn(PEOPLE, stopped));
        assertEquals(1, heard.size());
        assertArrayEquals(once, bytes(learner.learn(PEOPLE, stopped)));
        assertEquals(2, heard.size());
        assertFalse(Arrays.equals(once, bytes(learned(learner))));
    }

    /** Ends a training at its second look; what it kept is for the next one. */
    private static final class Interruption implements Training.Watch {
        private final Optional<byte[]> left;
        private byte[] kept = {};
        private int looks;

        Interruption(Optional<byte[]> left) {
            this.left = left;
        }

        @Override
        public boolean heard(String what, double fraction) {
            return left.isPresent() || ++looks < 2;
        }

        @Override
        public Optional<byte[]> left() {
            return left;
        }

        @Override
        public void keep(Supplier<byte[]> state) {
            kept = state.get();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anInterruptedTrainingComesToTheSameModel(Learner learner) throws IOException {
        byte[] whole = bytes(learned(learner));
        var first = new Interruption(Optional.empty());
        assertFalse(Arrays.equals(whole, bytes(learner.learn(PEOPLE, quick(first)))));
        var second = new Interruption(Optional.of(first.kept));
        assertArrayEquals(whole, bytes(learner.learn(PEOPLE, quick(second))));
    }

    private static byte[] bytes(LearnedModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        return out.toByteArray();
    }
}
