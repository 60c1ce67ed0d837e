package org.anamnesis.generate;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * An engine that learns a user's table once; what it learned is kept in a file. Found by {@link
 * java.util.ServiceLoader}, because some live in a module of their own.
 */
public interface Learner {
    /** Name in requests: {@code trees}, {@code gan}. */
    String name();

    /**
     * Learns how the columns of a weighted table hang together. The same table and training come to
     * the same model on one machine.
     *
     * @param people n rows × p columns, numbers and categories, NaN for missing; derived columns
     *     and keys are left out by the caller
     */
    LearnedModel learn(Table people, Training training);

    /**
     * Reads what {@link LearnedModel#write} wrote. The bytes may be anybody's: every length is
     * checked before memory is taken.
     *
     * @throws IOException if they are not such a model
     */
    LearnedModel read(List<Variable> variables, DataInput in) throws IOException;
}
