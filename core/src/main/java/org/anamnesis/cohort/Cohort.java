package org.anamnesis.cohort;

import java.io.IOException;

/** A cohort as an ordered stream of blocks, made anew at each pass: same bytes each time. */
public interface Cohort {
    CohortHeader header();

    /** Hands every block, in order of patients, to the receiver on the calling thread. */
    void forEachBlock(Receiver receiver) throws IOException;

    /** Takes one block; the block is reused afterwards. */
    @FunctionalInterface
    interface Receiver {
        void accept(PatientBlock block) throws IOException;
    }
}
