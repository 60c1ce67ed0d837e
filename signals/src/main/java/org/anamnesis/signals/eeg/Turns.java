package org.anamnesis.signals.eeg;

/** Turns of a rhythm whose frequency changes: the integral of it, sample by sample. */
final class Turns {
    private final double step;
    private final Part.Wave hz;
    private double turns;

    /**
     * @param hz frequency at a time
     */
    Turns(double rate, Part.Wave hz) {
        this.step = 1 / rate;
        this.hz = hz;
    }

    double next(double t) {
        double now = turns;
        turns += hz.at(t) * step;
        return now;
    }
}
