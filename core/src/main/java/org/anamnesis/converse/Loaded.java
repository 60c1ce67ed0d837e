package org.anamnesis.converse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was loaded into a database.
 *
 * @param into the database, without secrets
 * @param rows of each table, in the order in which they were loaded
 * @param notes what the user should know, a sentence each
 * @param seconds it took
 */
public record Loaded(String into, Map<String, Long> rows, List<String> notes, double seconds) {
    public Loaded {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        notes = List.copyOf(notes);
    }
}
