package org.anamnesis.signals.eeg;

/**
 * Something that begins and ends.
 *
 * @param finding index in the study's findings
 * @param onset seconds
 * @param duration seconds
 * @param number of its kind, from 0
 */
record EegEvent(Sign sign, int finding, double onset, double duration, int number) {
    double end() {
        return onset + duration;
    }
}
