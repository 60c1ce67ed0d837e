package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Arrays in a model's file. A length is checked before memory is taken for it. */
final class Stored {
    /** Memory is taken by this many numbers at a time, so that a short file cannot ask for much. */
    private static final int PIECE = 1 << 14;

    private Stored() {}

    static void require(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException("the model's bytes do not hold " + what);
        }
    }

    static int count(DataInput in, int least, int most, String what) throws IOException {
        int n = in.readInt();
        require(n >= least && n <= most, what + ": " + n);
        return n;
    }

    static void write(DataOutput out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double x : numbers) {
            out.writeDouble(x);
        }
    }

    static double[] doubles(DataInput in, int most) throws IOException {
        int n = count(in, 0, most, "a number of values");
        double[] out = new double[Math.min(n, PIECE)];
        for (int i = 0; i < n; i++) {
            if (i == out.length) {
                out = java.util.Arrays.copyOf(out, Math.min(n, 2 * out.length));
            }
            out[i] = in.readDouble();
        }
        return out;
    }

    static void write(DataOutput out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int x : numbers) {
            out.writeInt(x);
        }
    }

    /** Integers in [least, below). */
    static int[] integers(DataInput in, int most, int least, int below) throws IOException {
        int n = count(in, 0, most, "a number of codes");
        int[] out = new int[Math.min(n, PIECE)];
        for (int i = 0; i < n; i++) {
            if (i == out.length) {
                out = java.util.Arrays.copyOf(out, Math.min(n, 2 * out.length));
            }
            out[i] = in.readInt();
            require(out[i] >= least && out[i] < below, "a code: " + out[i]);
        }
        return out;
    }

    static void write(DataOutput out, float[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (float x : numbers) {
            out.writeFloat(x);
        }
    }

    /** Reads what {@link #write(DataOutput, float[])} wrote into an array of the same length. */
    static void read(DataInput in, float[] into) throws IOException {
        System.arraycopy(floats(in, into.length), 0, into, 0, into.length);
    }

    /** Exactly {@code size} finite numbers. */
    static float[] floats(DataInput in, int size) throws IOException {
        require(in.readInt() == size, "parameters for this network");
        float[] out = new float[Math.min(size, PIECE)];
        for (int i = 0; i < size; i++) {
            if (i == out.length) {
                out = java.util.Arrays.copyOf(out, Math.min(size, 2 * out.length));
            }
            out[i] = in.readFloat();
            require(Float.isFinite(out[i]), "finite parameters");
        }
        return out;
    }
}
