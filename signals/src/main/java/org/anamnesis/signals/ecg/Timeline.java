package org.anamnesis.signals.ecg;

import java.util.ArrayList;
import java.util.List;

/**
 * When what happens in one recording, in seconds from its start.
 *
 * @param events in order of time
 */
record Timeline(List<Event> events) {
    Timeline {
        events = List.copyOf(events);
    }

    /** What starts at a time. */
    enum Kind {
        /** Onset of a P wave. */
        P,
        /** Onset of a P wave from elsewhere in the atria. */
        P_EARLY,
        /** Onset of QRS. */
        QRS,
        /** Onset of QRS of an ectopic ventricular beat. */
        QRS_ECTOPIC,
        /** A pacemaker's stimulus. */
        SPIKE;

        boolean ventricle() {
            return this == QRS || this == QRS_ECTOPIC;
        }
    }

    record Event(double time, Kind kind) {}

    /** Onsets of ventricular beats within the recording. */
    double[] beats(double seconds) {
        return events.stream()
                .filter(e -> e.kind().ventricle() && e.time() >= 0 && e.time() < seconds)
                .mapToDouble(Event::time)
                .toArray();
    }

    /** Mean RR of the recording in s, NaN with fewer than two beats. */
    static double mean(double[] beats) {
        return beats.length < 2
                ? Double.NaN
                : (beats[beats.length - 1] - beats[0]) / (beats.length - 1);
    }

    /** Standard deviation of RR, s. */
    static double sd(double[] beats) {
        double mean = mean(beats);
        double sum = 0;
        for (int i = 1; i < beats.length; i++) {
            double d = beats[i] - beats[i - 1] - mean;
            sum += d * d;
        }
        return beats.length < 3 ? 0 : Math.sqrt(sum / (beats.length - 1));
    }

    /** Collects events in any order. */
    static final class Builder {
        private final List<Event> events = new ArrayList<>();

        void add(double time, Kind kind) {
            events.add(new Event(time, kind));
        }

        Timeline build() {
            events.sort(
                    java.util.Comparator.comparingDouble(Event::time).thenComparing(Event::kind));
            return new Timeline(events);
        }
    }
}
