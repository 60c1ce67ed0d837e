package org.anamnesis.cohort;

import static java.util.Objects.requireNonNull;

import org.anamnesis.study.Study;

/**
 * A recording or image in a patient's record.
 *
 * @param patient position in the block
 * @param visit number of the visit within the patient's record, from 0
 * @param study what it shows
 */
public record RecordedStudy(int patient, int visit, Study study) {
    public RecordedStudy {
        requireNonNull(study, "study");
    }
}
