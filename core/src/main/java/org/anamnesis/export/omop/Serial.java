package org.anamnesis.export.omop;

import org.anamnesis.cohort.PatientBlock;

/** Running numbers of the rows of one table, from 1. */
final class Serial {
    private long last;

    /** A cohort is written from its first patient on; a second pass counts anew. */
    void next(PatientBlock block) {
        if (block.first() == 0) {
            last = 0;
        }
    }

    double next() {
        return ++last;
    }
}
