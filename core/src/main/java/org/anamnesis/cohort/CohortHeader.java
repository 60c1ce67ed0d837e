package org.anamnesis.cohort;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of a cohort before its first patient.
 *
 * @param patients number of patients
 * @param fields columns of every block, in this order; {@code age} (years) and {@code sex} are
 *     always there
 * @param indexDate last day of the year in which patients enter
 * @param seed of the run, for details drawn on export such as the day of birth
 */
public record CohortHeader(long patients, List<Field> fields, LocalDate indexDate, long seed) {
    public CohortHeader {
        fields = List.copyOf(fields);
        requireNonNull(indexDate, "indexDate");
    }

    /** Position of the field with this id, or −1. */
    public int indexOf(String id) {
        for (int k = 0; k < fields.size(); k++) {
            if (fields.get(k).id().equals(id)) {
                return k;
            }
        }
        return -1;
    }
}
