package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What rows to make from a model.
 *
 * @param model file that learning wrote
 * @param words a request in plain words
 * @param said a conversation about the model, in place of words
 * @param rows how many, at least 1; empty: as many as words or conversation say
 * @param where what every row meets besides, in words of the table
 * @param targets what the rows meet together besides, in words of the table
 * @param seed of all that is drawn; empty: that of words or conversation, else 1
 * @param out file to write, of a model of recordings the folder; must not be there
 */
public record RowsRequest(
        Path model,
        Optional<String> words,
        Optional<Conversation> said,
        OptionalLong rows,
        Optional<String> where,
        List<String> targets,
        OptionalLong seed,
        Path out) {
    public RowsRequest {
        targets = List.copyOf(targets);
        if (rows.isPresent() && rows.getAsLong() < 1) {
            throw new IllegalArgumentException("rows: " + rows);
        }
    }

    /** The same in another file. */
    RowsRequest to(Path other) {
        return new RowsRequest(model, words, said, rows, where, targets, seed, other);
    }

    /** Of a what-if: what was asked before it, in a file of that name with "-baseline" behind. */
    Optional<RowsRequest> before() {
        return said.flatMap(c -> c.spec().beyond().baseline().map(c::asking))
                .map(
                        c ->
                                new RowsRequest(
                                        model,
                                        words,
                                        Optional.of(c),
                                        rows,
                                        where,
                                        targets,
                                        seed,
                                        beside(out)));
    }

    private static Path beside(Path out) {
        String name = out.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String other =
                dot > 0
                        ? name.substring(0, dot) + "-baseline" + name.substring(dot)
                        : name + "-baseline";
        return out.resolveSibling(other);
    }

    /** Rows to make, where they are said here. */
    long count() {
        return rows.orElseThrow();
    }

    /** The seed, where it is said here. */
    long start() {
        return seed.orElseThrow();
    }

    /** Without plain words. */
    public RowsRequest(
            Path model,
            long rows,
            Optional<String> where,
            List<String> targets,
            long seed,
            Path out) {
        this(
                model,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(rows),
                where,
                targets,
                OptionalLong.of(seed),
                out);
    }
}
