package org.anamnesis.signals.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Time-stamped annotation lists: {@code +onset[\x15duration]\x14text\x14...\x00}. The empty text
 * that starts each record says when the record starts and is no annotation.
 */
final class EdfNotes {
    private EdfNotes() {}

    static List<EdfAnnotation> parse(byte[] record, int from, int length, String file) {
        var all = new ArrayList<EdfAnnotation>();
        int end = from + length;
        for (int at = from; at < end; ) {
            int stop = at;
            while (stop < end && record[stop] != 0) {
                stop++;
            }
            if (stop > at) {
                list(new String(record, at, stop - at, StandardCharsets.UTF_8), file, all);
            }
            at = stop + 1;
        }
        return all;
    }

    private static void list(String text, String file, List<EdfAnnotation> all) {
        String[] parts = text.split("\u0014", -1);
        String[] time = parts[0].split("\u0015", -1);
        try {
            if (parts.length < 2 || !time[0].matches("[+-][0-9.]{1,24}") || time.length > 2) {
                throw new NumberFormatException();
            }
            double onset = Double.parseDouble(time[0]);
            boolean lasts = time.length == 2 && !time[1].isEmpty();
            double duration = lasts ? Double.parseDouble(time[1]) : 0;
            for (int i = 1; i < parts.length; i++) {
                if (!parts[i].isEmpty()) {
                    all.add(new EdfAnnotation(onset, duration, parts[i]));
                }
            }
        } catch (IllegalArgumentException e) {
            throw EdfLayout.refused(
                    file,
                    "edf.annotation",
                    "An annotation cannot be read.",
                    "write the file again with EDF+ software");
        }
    }
}
