package org.anamnesis.export.omop;

import org.anamnesis.cohort.Events;

/** Days of a record as cells. */
final class Days {
    private Days() {}

    static double cell(int day) {
        return day == Events.NO_DAY ? Double.NaN : day;
    }
}
