package org.anamnesis.signals.learned;

import java.util.List;

/**
 * Some seconds of a recording.
 *
 * @param rate samples a second
 * @param channels their names, plain: {@code II}, {@code O1}
 * @param samples a row a channel, in mV (ECG) or µV (EEG)
 * @param event what the file notes of it; empty if nothing
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of samples that nobody changes
record Stretch(double rate, List<String> channels, float[][] samples, String event) {
    /** Seconds of each: ten beats, or the shortest in which a spectrum to 1 Hz is steady. */
    static final double SECONDS = 10;

    Stretch {
        channels = List.copyOf(channels);
    }

    /** The samples of a channel; it must be there. */
    double[] channel(String name) {
        float[] of = samples[channels.indexOf(name)];
        double[] out = new double[of.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = of[i];
        }
        return out;
    }
}
