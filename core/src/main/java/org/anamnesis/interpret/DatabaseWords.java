package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * "OMOP as DuckDB", "loaded into PostgreSQL": a cohort is files, which a command of its own loads.
 */
final class DatabaseWords {
    private static final String BASES = "duckdb|postgresql|postgres|postgre";
    private static final String LED = "as|in|into|to|for|on|a|an|the|my|our|loaded|load|and";
    private static final String NOUNS = "database|databases|db|file|files|server|tables?";
    private static final String OMOP = "omop";

    private DatabaseWords() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, BASES) && s.free(i)) {
                at(draft, i, current);
            }
        }
    }

    private static void at(Draft draft, int i, CohortSpec current) {
        Sentence s = draft.sentence;
        int from = i;
        while (s.free(from - 1) && s.like(from - 1, LED)) {
            from--;
        }
        int to = s.like(i + 1, NOUNS) ? i + 2 : i + 1;
        boolean denied = s.like(from - 1, "no|not|without");
        boolean written =
                current.formats().stream().anyMatch(f -> f.startsWith(OMOP))
                        || draft.has(Edit.SetFormats.class);
        if (denied) {
            return;
        }
        if (written) {
            s.use(from, to);
        } else {
            List<String> formats = new ArrayList<>(current.formats());
            formats.add(OMOP);
            draft.edit(new Edit.SetFormats(formats), from, to);
        }
        boolean duck = s.word(i).toLowerCase(Locale.ROOT).startsWith("duck");
        draft.assume(
                duck
                        ? "OMOP tables are written as files; ./anamnesis load FOLDER --to NAME.duckdb makes a DuckDB file of them"
                        : "OMOP tables are written as files; ./anamnesis load FOLDER --to postgresql://USER@HOST/DATABASE loads them into PostgreSQL");
    }
}
