package org.anamnesis.llm.link;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Vectors of names, kept so that they need not be computed again, and the thresholds of the model
 * they came from. A number takes one byte: its share of the vector's largest, in 127 steps.
 *
 * @param thresholds of the model
 * @param vectors by name
 */
record KnownVectors(Thresholds thresholds, Map<String, float[]> vectors) {
    private static final int MAGIC = 0x414E4C31; // "ANL1"
    private static final int MOST = 1_000_000;

    KnownVectors {
        vectors = Collections.unmodifiableMap(new LinkedHashMap<>(vectors));
    }

    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        out.writeInt(MAGIC);
        out.writeDouble(thresholds.near());
        out.writeDouble(thresholds.lead());
        out.writeDouble(thresholds.asked());
        out.writeInt(vectors.size());
        out.writeInt(vectors.values().iterator().next().length);
        for (Map.Entry<String, float[]> e : vectors.entrySet()) {
            out.writeUTF(e.getKey());
            float largest = largest(e.getValue());
            out.writeFloat(largest);
            for (float x : e.getValue()) {
                out.writeByte(Math.round(x / largest * Byte.MAX_VALUE));
            }
        }
        out.flush();
    }

    /**
     * @throws IOException if these are not such vectors, or are cut short
     */
    static KnownVectors read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("no vectors of names");
        }
        var thresholds = new Thresholds(in.readDouble(), in.readDouble(), in.readDouble());
        int names = in.readInt();
        int length = in.readInt();
        if (names < 1 || length < 1 || names > MOST || length > MOST) {
            throw new IOException("no vectors of names");
        }
        Map<String, float[]> vectors = new LinkedHashMap<>();
        byte[] bytes = new byte[length];
        for (int i = 0; i < names; i++) {
            String name = in.readUTF();
            float largest = in.readFloat();
            in.readFully(bytes);
            float[] vector = new float[length];
            for (int k = 0; k < length; k++) {
                vector[k] = bytes[k] * largest / Byte.MAX_VALUE;
            }
            vectors.put(name, vector);
        }
        return new KnownVectors(thresholds, vectors);
    }

    /** As it comes back when it was kept, so that a phrase means the same before and after. */
    static float[] rounded(float[] vector) {
        float largest = largest(vector);
        float[] rounded = new float[vector.length];
        for (int k = 0; k < rounded.length; k++) {
            rounded[k] =
                    Math.round(vector[k] / largest * Byte.MAX_VALUE) * largest / Byte.MAX_VALUE;
        }
        return rounded;
    }

    private static float largest(float[] vector) {
        float largest = Float.MIN_NORMAL;
        for (float x : vector) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }
}
