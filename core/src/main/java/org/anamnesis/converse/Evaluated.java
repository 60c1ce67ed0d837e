package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of judging a synthetic table.
 *
 * @param lines the main figures, a sentence each
 * @param notes what the user should know of the files
 * @param json the whole judgement
 * @param passes whether the limits of privacy are kept
 * @param folder where pages and figures lie
 * @param files their names
 */
public record Evaluated(
        List<String> lines,
        List<String> notes,
        Map<String, Object> json,
        boolean passes,
        Path folder,
        List<String> files) {
    public Evaluated {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }
}
