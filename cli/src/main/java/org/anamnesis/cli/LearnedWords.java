package org.anamnesis.cli;

import java.util.Locale;
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
}
