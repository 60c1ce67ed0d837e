package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Learners;
import org.anamnesis.generate.Training;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that is interrupted, or ends when its time is over. */
class LongTrainingTest {
    @TempDir private Path folder;

    /** A learner of 100 steps that keeps how many it has done. */
    private static final class Slow implements Learner {
        private final List<Integer> began = new ArrayList<>();

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public LearnedModel learn(Table people, Training training) {
            int done = training.watch().left().map(b -> (int) b[0]).orElse(0);
            began.add(done);
            boolean on = true;
            while (on && done < 100) {
                done++;
                byte now = (byte) done;
                training.watch().keep(() -> new byte[] {now});
                on = training.watch().heard("step " + done, done / 100.0);
            }
            return Learners.installed().named("copula").learn(people, Training.usual(1));
        }

        @Override
        public LearnedModel read(List<Variable> variables, DataInput in) {
            throw new UnsupportedOperationException();
        }
    }

    private static Table people(double first) {
        double[] values = new double[60];
        double[] weights = new double[60];
        for (int i = 0; i < 60; i++) {
            values[i] = i == 0 ? first : i % 20;
            weights[i] = 1;
        }
        return new Table(List.of(Variable.number("x", "1", 0)), new double[][] {values}, weights);
    }

    private LongTraining training(Learner learner, OptionalDouble minutes) {
        return new LongTraining(learner, folder.resolve("m.model"), minutes);
    }

    private List<Path> states() throws java.io.IOException {
        Path unfinished = folder.resolve("m.model.unfinished");
        if (!Files.exists(unfinished)) {
            return List.of();
        }
        try (var files = Files.list(unfinished)) {
            return files.toList();
        }
    }

    @Test
    void whenTimeIsOverTheStateStaysAndTheSameTrainingGoesOn() throws Exception {
        Slow slow = new Slow();
        LongTraining ended = training(slow, OptionalDouble.of(1e-9));
        ended.learn(people(3), Training.usual(1));
        assertEquals(1, states().size());
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(states().get(0)));
        assertTrue(ended.done().get(0).contains("goes on"), ended.done().toString());

        LongTraining more = training(slow, OptionalDouble.empty());
        more.learn(people(3), Training.usual(1));
        assertEquals(List.of(0, 1), slow.began);
        assertEquals(List.of(), more.done());
        assertFalse(Files.exists(folder.resolve("m.model.unfinished")));
    }

    @Test
    void anotherTableSeedOrSmoothingBeginsAnew() {
        Slow slow = new Slow();
        training(slow, OptionalDouble.of(1e-9)).learn(people(3), Training.usual(1));
        LongTraining other = training(slow, OptionalDouble.empty());
        other.learn(people(4), Training.usual(1));
        other.learn(people(3), Training.usual(2));
        other.learn(people(3), new Training(1, 1, 1, Training.Watch.SILENT));
        assertEquals(List.of(0, 0, 0, 0), slow.began);
    }

    @Test
    void whatIsNotOursIsLeftAlone() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("m.model.unfinished"));
        Files.writeString(unfinished.resolve("mine.txt"), "x");
        LongTraining training = training(new Slow(), OptionalDouble.empty());
        training.learn(people(3), Training.usual(1));
        assertEquals(List.of(), training.done());
        assertTrue(Files.exists(unfinished.resolve("mine.txt")));
    }

    @Test
    void timeLeftIsSaidFromTheSecondLookOn() {
        List<String> heard = new ArrayList<>();
        Training.Watch watch =
                (what, fraction) -> {
                    heard.add(what);
                    return true;
                };
        training(new Slow(), OptionalDouble.empty()).learn(people(3), new Training(1, 0, 1, watch));
        assertEquals("step 1", heard.get(0));
        assertTrue(heard.get(1).matches("step 2, about \\d+ s left"), heard.get(1));
        assertEquals(Optional.of("step 100, about 0 s left"), heard.stream().skip(99).findFirst());
    }
}
