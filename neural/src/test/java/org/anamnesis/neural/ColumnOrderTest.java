package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.table.Table;
import org.junit.jupiter.api.Test;

/** A model file says in which order its columns are drawn; one that does not is of the table's. */
class ColumnOrderTest {
    private static final int HIDDEN = 4;
    private static final Table PEOPLE = SmallTables.mixed(200, 1);
    private static final Codes CODES = Codes.of(PEOPLE, 8);
    private static final OrderedNet NET = Autoregressive.net(CODES, HIDDEN);
    private static final int[] TABLES = {0, 1, 2, 3, 4};
    private static final int[] OTHER = {2, 3, 4, 0, 1};

    /** What no training came to: every column depends on all others, so that the order shows. */
    private static float[] theta() {
        float[] theta = new float[NET.size];
        Draws draws = new Draws(7);
        for (int k = 0; k < theta.length; k++) {
            theta[k] = (float) draws.normal();
        }
        return theta;
    }

    private static LearnedModel ordered(int... order) {
        return new OrderedModel(PEOPLE.variables(), CODES, NET, order, theta());
    }

    private static LearnedModel read(byte[] bytes) throws IOException {
        return new Autoregressive()
                .read(PEOPLE.variables(), new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static double[][] drawn(LearnedModel model) {
        return EnginesTest.draw(model, EnginesTest.free(), 0, 300).columns;
    }

    @Test
    void aFileWithoutAnOrderIsDrawnAsBefore() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        CODES.write(out);
        out.writeInt(HIDDEN);
        Stored.write(out, theta());

        double[][] as = drawn(read(bytes.toByteArray()));

        assertArrayEquals(drawn(ordered(TABLES)), as);
        assertFalse(Arrays.deepEquals(drawn(ordered(OTHER)), as), "the order does not show");
    }

    @Test
    void anOrderIsKeptInTheFile() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ordered(OTHER).write(new DataOutputStream(bytes));

        assertArrayEquals(drawn(ordered(OTHER)), drawn(read(bytes.toByteArray())));
    }

    @Test
    void anOrderThatNamesAColumnTwiceOrNoneIsRefused() throws IOException {
        for (int[] order : new int[][] {{0, 1, 2, 3, 3}, {0, 1, 2}, {0, 1, 2, 3, 5}}) {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            CODES.write(out);
            out.writeInt(Autoregressive.WITH_ORDER);
            Stored.write(out, order);
            out.writeInt(HIDDEN);
            Stored.write(out, theta());

            assertThrows(
                    IOException.class, () -> read(bytes.toByteArray()), Arrays.toString(order));
        }
    }
}
