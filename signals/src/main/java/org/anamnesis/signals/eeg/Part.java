package org.anamnesis.signals.eeg;

/**
 * One source's share of an event: a wave through one field. Asked for its samples in order.
 *
 * @param field by electrode, the largest 1 in size
 */
record Part(float[] field, Wave wave) {
    /** Value in µV at the strongest electrode, {@code t} seconds after the event's onset. */
    @FunctionalInterface
    interface Wave {
        double at(double t);
    }
}
