package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.anamnesis.generate.Training;
import org.junit.jupiter.api.Test;

/** States of an interrupted training, which may have been altered. */
class ResumptionTest {
    private static Training.Watch watch(Optional<byte[]> left, AtomicReference<byte[]> kept) {
        return new Training.Watch() {
            @Override
            public boolean heard(String what, double fraction) {
                return true;
            }

            @Override
            public Optional<byte[]> left() {
                return left;
            }

            @Override
            public void keep(Supplier<byte[]> state) {
                kept.set(state.get());
            }
        };
    }

    private static Average fresh() {
        return new Average(new float[] {1, 2, 3}, 0.9);
    }

    private static byte[] kept() {
        Average average = fresh();
        average.take(new float[] {4, 4, 4});
        var kept = new AtomicReference<byte[]>();
        Resumption.keep(watch(Optional.empty(), kept), average);
        return kept.get();
    }

    private static float[] after(byte[] left) {
        return Resumption.of(
                        watch(Optional.of(left), new AtomicReference<>()), ResumptionTest::fresh)
                .values();
    }

    @Test
    void whatWasKeptIsTakenUp() {
        Average average = fresh();
        average.take(new float[] {4, 4, 4});
        assertArrayEquals(average.values(), after(kept()));
        // The count of steps as well, which says how fast the average forgets.
        Average again =
                Resumption.of(
                        watch(Optional.of(kept()), new AtomicReference<>()), ResumptionTest::fresh);
        average.take(new float[] {8, 8, 8});
        again.take(new float[] {8, 8, 8});
        assertArrayEquals(average.values(), again.values());
    }

    @Test
    void whatCannotBeOneOfThisNetworkIsAsGoodAsNone() {
        byte[] whole = kept();
        for (int length = 0; length < whole.length; length++) {
            assertArrayEquals(fresh().values(), after(Arrays.copyOf(whole, length)));
        }
        assertArrayEquals(fresh().values(), after(Arrays.copyOf(whole, whole.length + 1)));
        byte[] infinite = whole.clone();
        Arrays.fill(infinite, whole.length - 4, whole.length, (byte) 0x7f);
        infinite[whole.length - 3] = (byte) 0x80;
        infinite[whole.length - 2] = 0;
        infinite[whole.length - 1] = 0;
        assertEquals(
                Float.POSITIVE_INFINITY,
                java.nio.ByteBuffer.wrap(infinite).getFloat(whole.length - 4));
        assertArrayEquals(fresh().values(), after(infinite));
    }
}
