package org.anamnesis.signals.eeg;

import org.anamnesis.signals.Draws;

/** Muscle: noise above some 20 Hz, as a train of motor units looks on the scalp. */
final class Emg {
    private final Noise noise;
    private final double keep;
    private double low;
    private double lower;

    Emg(Draws draws, double rate) {
        this.noise = new Noise(StrictMath.round(draws.uniform() * 9e15));
        this.keep = 1 - StrictMath.exp(-2 * StrictMath.PI * 22 / rate);
    }

    double next() {
        double x = noise.one();
        low += keep * (x - low);
        double high = x - low;
        lower += keep * (high - lower);
        return high - lower;
    }
}
