package org.anamnesis.converse;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of looking at a table, and of learning it.
 *
 * @param schemaJson how the table is read, for correction
 * @param columns that are learned or kept, a line each
 * @param dropped columns that are not, each with its reason
 * @param rules of the table with their evidence; empty if it was only looked at
 * @param notes what the user should know, a sentence each
 * @param schemaFile that was written
 * @param model file that was written
 * @param engine that learned
 * @param rows that were learned; those held out for the audit are not among them
 * @param rowsInFile of the table
 * @param privacy figures of the audit, JSON values only; empty if there was none
 * @param quality figures of fidelity and utility, JSON values only
 * @param seconds it took
 * @param trainingCpuSeconds that the engine computed, all trainings together; 0 if not known
 */
public record Learned(
        String schemaJson,
        List<String> columns,
        List<String> dropped,
        List<String> rules,
        List<String> notes,
        Optional<Path> schemaFile,
        Optional<Path> model,
        String engine,
        long rows,
        long rowsInFile,
        Map<String, Object> privacy,
        Map<String, Object> quality,
        double seconds,
        double trainingCpuSeconds) {
    public Learned {
        requireNonNull(schemaJson, "schemaJson");
        columns = List.copyOf(columns);
        dropped = List.copyOf(dropped);
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
        privacy = Collections.unmodifiableMap(new LinkedHashMap<>(privacy));
        quality = Collections.unmodifiableMap(new LinkedHashMap<>(quality));
    }
}
