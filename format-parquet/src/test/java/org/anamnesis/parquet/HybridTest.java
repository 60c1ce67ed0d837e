package org.anamnesis.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.junit.jupiter.api.Test;

class HybridTest {
    /** Runs and noise of every width, decoded by the reference implementation. */
    @Test
    void theReferenceImplementationReadsItBack() {
        ForAll.seeds(
                500,
                seed -> {
                    int width = (int) (seed % 21);
                    int count = 1 + (int) (SeedTree.uniform(seed, 0) * 3000);
                    int[] values = new int[count];
                    int draw = 1;
                    for (int i = 0; i < count; ) {
                        int run = 1 + (int) (Math.pow(SeedTree.uniform(seed, draw++), 4) * 60);
                        int value = (int) (SeedTree.uniform(seed, draw++) * (1 << width));
                        int end = Math.min(count, i + run);
                        Arrays.fill(values, i, end, value);
                        i = end;
                    }
                    var out = new Bytes();
                    Hybrid.encode(values, count, width, out);
                    assertArrayEquals(values, decoded(out, count, width));
                });
    }

    private static int[] decoded(Bytes encoded, int count, int width) {
        var decoder =
                new RunLengthBitPackingHybridDecoder(
                        width, new ByteArrayInputStream(encoded.toArray()));
        int[] values = new int[count];
        try {
            for (int i = 0; i < count; i++) {
                values[i] = decoder.readInt();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    @Test
    void aRunTakesAFewBytes() {
        var out = new Bytes();
        Hybrid.encode(new int[10_000], 10_000, 7, out);
        assertTrue(out.length() <= 4, out.length() + " bytes");
    }

    @Test
    void widthHoldsTheLargestIndex() {
        assertEquals(0, Hybrid.width(1));
        assertEquals(1, Hybrid.width(2));
        assertEquals(8, Hybrid.width(256));
        assertEquals(9, Hybrid.width(257));
    }
}
