package org.anamnesis.generate;

import static org.anamnesis.generate.LearnedTables.ENGINES;
import static org.anamnesis.generate.LearnedTables.any;
import static org.anamnesis.generate.LearnedTables.drawn;
import static org.anamnesis.generate.LearnedTables.learned;
import static org.anamnesis.generate.LearnedTables.read;
import static org.anamnesis.generate.LearnedTables.world;
import static org.anamnesis.generate.LearnedTables.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.Test;

/** What is written of a model: the same model again, no row, and nothing that harms a reader. */
class LearnedFileTest {
    @Test
    void whatIsReadDrawsTheSameRows() throws IOException {
        Table world = world(1200, 1);
        double[] uneven = world.weights().clone();
        Arrays.setAll(uneven, i -> 0.1 + i % 7);
        for (Table table : List.of(world, world.withWeights(uneven))) {
            for (String engine : ENGINES) {
                LearnedModel model = learned(engine, table);
                LearnedModel again = read(model, written(model));
                Table one = drawn(model, any(model), 500, 2);
                Table two = drawn(again, any(again), 500, 2);
                for (int k = 0; k < 5; k++) {
                    assertEquals(
                            Arrays.toString(one.column(k)), Arrays.toString(two.column(k)), engine);
                }
            }
        }
    }

    /** Cut anywhere or with any byte changed: refused as a file, or a model that draws. */
    @Test
    void bytesOfAnybodyAreRefusedOrHarmless() throws IOException {
        for (String engine : ENGINES) {
            LearnedModel model = learned(engine, world(200, 1));
            byte[] bytes = written(model);
            long key = new SeedTree(3).purpose(engine);
            int refused = 0;
            for (int k = 0; k < 400; k++) {
                int at = (int) (SeedTree.uniform(key, 3 * k) * bytes.length);
                byte[] cut = Arrays.copyOf(bytes, at);
                assertThrows(IOException.class, () -> read(model, cut), engine + " cut at " + at);
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << (int) (8 * SeedTree.uniform(key, 3 * k + 1)));
                try {
                    LearnedModel other = read(model, changed);
                    drawn(other, any(other), 5, k);
                } catch (IOException bad) {
                    refused++;
                }
            }
            assertTrue(refused > 0, "changed bytes are looked at");
        }
    }

    @Test
    void aFileThatClaimsToBeLongTakesNoMemory() {
        byte[] claim = {0, 1, 2, 3, 4, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};
        LearnedModel model = learned("trees", world(200, 1));
        assertThrows(IOException.class, () -> read(model, claim));
    }

    /**
     * Every value that fewer than five people have is looked for at every byte, as a double and as
     * a float. With values of four digits after the point nobody shares one.
     */
    @Test
    void noValueOfASinglePersonAndNoRowIsInTheFile() throws IOException {
        Table table = singular(800);
        for (String engine : ENGINES) {
            assertEquals(0, found(table, written(learned(engine, table))), engine);
        }
        var raw = new ByteArrayOutputStream();
        var out = new DataOutputStream(raw);
        for (double v : Ranks.of(table.column(0), table.weights()).distinct()) {
            out.writeDouble(v);
        }
        assertTrue(found(table, raw.toByteArray()) >= 800, "values as they are would be found");
    }

    /**
     * Leaves in the order of rows would let two columns be put side by side again. In the file each
     * leaf is in the order of its donors, so the order of the people leaves no trace.
     */
    @Test
    void theOrderOfTheRowsLeavesNoTrace() throws IOException {
        Table table = world(800, 4);
        int[] turned = new int[800];
        Arrays.setAll(turned, i -> (i * 37 + 11) % 800);
        byte[] one = written(learned("trees", table));
        byte[] two = written(learned("trees", table.rows(turned)));
        assertEquals(one.length, two.length);
        int differ = 0;
        for (int k = 0; k < one.length; k++) {
            differ += one[k] != two[k] ? 1 : 0;
        }
        // sums of floats are added up in another order, which may move their last digits
        assertTrue(differ < one.length / 20, differ + " of " + one.length);
    }

    private static Table singular(int rows) {
        long key = new SeedTree(8).purpose("singular");
        double[][] v = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < 3; k++) {
                double u = SeedTree.uniform(SeedTree.key(key, i), k);
                v[k][i] = Math.round(1e4 * (100 * k + i + u)) / 1e4;
            }
        }
        double[] w = new double[rows];
        Arrays.fill(w, 1);
        return new Table(
                List.of(
                        Variable.number("a", "1", 4),
                        Variable.number("b", "1", 4),
                        Variable.number("c", "1", 4)),
                v,
                w);
    }

    private static int found(Table table, byte[] bytes) {
        Set<Long> doubles = new HashSet<>();
        Set<Integer> floats = new HashSet<>();
        for (int k = 0; k < table.variables().size(); k++) {
            for (double v : table.column(k)) {
                doubles.add(Double.doubleToLongBits(v));
                floats.add(Float.floatToIntBits((float) v));
            }
        }
        var buffer = ByteBuffer.wrap(bytes);
        int found = 0;
        for (int at = 0; at + 8 <= bytes.length; at++) {
            found += doubles.contains(buffer.getLong(at)) ? 1 : 0;
            found += floats.contains(buffer.getInt(at)) ? 1 : 0;
        }
        return found;
    }

    @Test
    void anUnknownEngineIsAnsweredWithThoseThatThereAre() {
        assertTrue(Learners.installed().names().containsAll(ENGINES));
        var unknown =
                assertThrows(RequestException.class, () -> Learners.installed().named("forest"));
        String suggestion = unknown.problems().get(0).suggestion();
        assertTrue(ENGINES.stream().allMatch(suggestion::contains), suggestion);
    }
}
