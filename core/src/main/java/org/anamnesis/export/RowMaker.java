package org.anamnesis.export;

import org.anamnesis.cohort.PatientBlock;

/** Turns patients into the rows of one table. The only place that knows where a cell comes from. */
public interface RowMaker {
    TableSchema schema();

    /**
     * Replaces the rows by those of the block, in the order of patients. Blocks come one after the
     * other, the first patient first.
     */
    void fill(PatientBlock block, Rows rows);
}
