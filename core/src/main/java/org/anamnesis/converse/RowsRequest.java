package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What rows to make from a model.
 *
 * @param model file that learning wrote
 * @param rows how many, at least 1
 * @param where what every row meets, in words of the table
 * @param targets what the rows meet together, in words of the table
 * @param seed of all that is drawn
 * @param out file to write; must not be there
 */
public record RowsRequest(
        Path model, long rows, Optional<String> where, List<String> targets, long seed, Path out) {
    public RowsRequest {
        targets = List.copyOf(targets);
        if (rows < 1) {
            throw new IllegalArgumentException("rows: " + rows);
        }
    }
}
