package org.anamnesis.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.converse.Learned;
import org.anamnesis.converse.RowsMade;

/** What is said of a table that was learned and of rows that were made from it. */
final class LearnedWords {
    private LearnedWords() {}

    static void speak(Learned done, Voice voice) {
        voice.list("Columns", done.columns());
        voice.list("Left out", done.dropped());
        voice.list("Rules of the table", done.rules());
        voice.list("Take care", done.notes());
        done.schemaFile()
                .ifPresent(
                        f -> voice.line("The schema is in " + f + ": correct it and learn again."));
        if (done.model().isEmpty()) {
            voice.line("Nothing was learned; --out MODEL learns the table.");
            return;
        }
        voice.line(
                String.format(
                        Locale.ROOT,
                        "Learned %,d of %,d rows with %s in %s (%.1f s).",
                        done.rows(),
                        done.rowsInFile(),
                        done.engine(),
                        done.model().get(),
                        done.seconds()));
    }

    static Map<String, Object> object(Learned done) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("schema", Voice.parsed(done.schemaJson()));
        m.put("columns", done.columns());
        m.put("dropped", done.dropped());
        m.put("rules", done.rules());
        m.put("notes", done.notes());
        done.schemaFile().ifPresent(f -> m.put("schema_file", f.toString()));
        done.model().ifPresent(f -> m.put("model", f.toString()));
        m.put("engine", done.engine());
        m.put("rows", done.rows());
        m.put("rows_in_file", done.rowsInFile());
        m.put("privacy", done.privacy());
        m.put("quality", done.quality());
        m.put("seconds", done.seconds());
        if (done.trainingCpuSeconds() > 0) {
            m.put("training_cpu_seconds", done.trainingCpuSeconds());
        }
        return m;
    }

    static void speak(RowsMade done, Voice voice) {
        voice.list("Understood", done.understood());
        voice.list("Take care", done.notes());
        String persons =
                done.persons() > 0
                        ? String.format(Locale.ROOT, " of %,d persons", done.persons())
                        : "";
        voice.line(
                String.format(
                        Locale.ROOT,
                        "%,d synthetic rows%s in %s (%.1f s).",
                        done.rows(),
                        persons,
                        done.out(),
                        done.seconds()));
    }

    static Map<String, Object> object(RowsMade done) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("out", done.out().toString());
        m.put("rows", done.rows());
        if (done.persons() > 0) {
            m.put("persons", done.persons());
        }
        m.put("understood", done.understood());
        m.put("notes", done.notes());
        m.put("yield", done.yield());
        m.put("engine", done.engine());
        m.put("seconds", done.seconds());
        return m;
    }
}
