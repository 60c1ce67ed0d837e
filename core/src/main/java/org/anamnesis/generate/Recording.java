package org.anamnesis.generate;

import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.random.SeedTree;

/** Writes the records of the patients of a block whose columns are filled. */
@FunctionalInterface
public interface Recording {
    /**
     * @param work columns of the plan, drawn ones first, one value a patient of the block; what the
     *     files do not show is there too
     */
    void fill(PatientBlock block, double[][] work, SeedTree seeds);
}
