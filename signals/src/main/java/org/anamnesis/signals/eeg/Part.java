package org.anamnesis.signals.eeg;

/** One source's share of an event: a wave through one field. Asked for its samples in order. */
final class Part {
    private final float[] field;
    private final Wave wave;

    /**
     * @param field by electrode, the largest 1 in size
     */
    Part(float[] field, Wave wave) {
        this.field = field;
        this.wave = wave;
    }

    float[] field() {
        return field;
    }

    Wave wave() {
        return wave;
    }

    /** Value in µV at the strongest electrode, {@code t} seconds after the event's onset. */
    @FunctionalInterface
    interface Wave {
        double at(double t);
    }
}
