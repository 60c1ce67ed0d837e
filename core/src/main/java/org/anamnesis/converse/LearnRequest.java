package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.learn.TwoTables;

/**
 * What table to learn and how.
 *
 * @param table delimited text, or a folder of the program's own
 * @param engine that learns; empty means the usual one
 * @param out model file to write; empty means that the table is only looked at
 * @param target column that the user wants to predict, by name or concept
 * @param schema file with the schema; read if it is there, written if not
 * @param rules stated by the user
 * @param seed of all that is drawn
 * @param promise of differential privacy, if one is asked for
 * @param second table of the same persons, joined by a key
 * @param key column that says whose a row is; found if empty
 * @param minutes that one training takes at most; empty means as long as the engine needs
 */
public record LearnRequest(
        Path table,
        Optional<String> engine,
        Optional<Path> out,
        Optional<String> target,
        Optional<Path> schema,
        List<String> rules,
        long seed,
        Optional<AskedPromise> promise,
        Optional<Path> second,
        Optional<String> key,
        OptionalDouble minutes) {
    public LearnRequest {
        rules = List.copyOf(rules);
    }

    /** With an engine, if none was named. */
    LearnRequest engine(String usual) {
        return new LearnRequest(
                table,
                Optional.of(engine.orElse(usual)),
                out,
                target,
                schema,
                rules,
                seed,
                promise,
                second,
                key,
                minutes);
    }

    /** The files of two tables that are joined, if two are named or a folder holds two. */
    Optional<List<Path>> twoTables() {
        return second.map(s -> List.of(table, s)).or(() -> TwoTables.in(table));
    }

    /** One table, learned in the usual way. */
    public LearnRequest(
            Path table,
            Optional<String> engine,
            Optional<Path> out,
            Optional<String> target,
            Optional<Path> schema,
            List<String> rules,
            long seed) {
        this(
                table,
                engine,
                out,
                target,
                schema,
                rules,
                seed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }
}
