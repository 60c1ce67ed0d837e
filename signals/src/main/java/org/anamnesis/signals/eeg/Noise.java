package org.anamnesis.signals.eeg;

import org.anamnesis.random.SeedTree;

/**
 * White noise of mean 0 and variance 1: the sum of two uniform numbers of 16 bits, two values a
 * draw. Filtered and mixed, as here always, it is Gaussian to the eye of any test; a polar method
 * would cost five times as much.
 */
final class Noise {
    /** Of the sum of two signed 16-bit numbers: sqrt(2 · 65536² / 12). */
    private static final float SCALE = (float) (1 / StrictMath.sqrt(65536.0 * 65536 / 6));

    private final long key;
    private int next;

    Noise(long key) {
        this.key = key;
    }

    void fill(float[] out, int count) {
        int i = 0;
        for (; i + 1 < count; i += 2) {
            long bits = SeedTree.bits(key, next++);
            out[i] = SCALE * ((short) bits + (short) (bits >> 16) + 1);
            out[i + 1] = SCALE * ((short) (bits >> 32) + (short) (bits >> 48) + 1);
        }
        if (i < count) {
            long bits = SeedTree.bits(key, next++);
            out[i] = SCALE * ((short) bits + (short) (bits >> 16) + 1);
        }
    }

    float one() {
        long bits = SeedTree.bits(key, next++);
        return SCALE * ((short) bits + (short) (bits >> 16) + 1);
    }
}
