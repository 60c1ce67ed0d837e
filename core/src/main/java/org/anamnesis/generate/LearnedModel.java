package org.anamnesis.generate;

import java.io.DataOutput;
import java.io.IOException;

/**
 * What an engine has learned of a table. Immutable; safe for threads; holds no row of the table.
 */
public interface LearnedModel extends RowSource {
    /** Name of the engine. */
    String engine();

    /** Writes what {@link Learner#read} reads. */
    void write(DataOutput out) throws IOException;
}
