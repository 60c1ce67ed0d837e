package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of making rows.
 *
 * @param out file that was written
 * @param rows in it
 * @param persons whose rows they are; 0 where each row is a person
 * @param engine of the model
 * @param understood conditions and aims, a sentence each
 * @param notes what the user should know, a sentence each
 * @param yield share of drawn rows that meet the conditions, 0 to 1
 * @param seconds it took
 */
public record RowsMade(
        Path out,
        long rows,
        long persons,
        String engine,
        List<String> understood,
        List<String> notes,
        double yield,
        double seconds) {
    public RowsMade {
        understood = List.copyOf(understood);
        notes = List.copyOf(notes);
    }

    /** With one more note. */
    RowsMade noted(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new RowsMade(out, rows, persons, engine, understood, all, yield, seconds);
    }
}
