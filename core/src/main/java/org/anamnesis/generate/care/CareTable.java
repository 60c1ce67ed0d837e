package org.anamnesis.generate.care;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.problem.EnvironmentException;

/** The lines of a table beside this class; the last comment names its columns. */
final class CareTable {
    static final List<Map<String, String>> PROCEDURES = read("procedures.tsv");
    static final List<Map<String, String>> VACCINES = read("vaccines.tsv");
    static final List<Map<String, String>> SCHEDULE = read("schedule.tsv");
    static final List<Map<String, String>> ALLERGIES = read("allergies.tsv");

    private CareTable() {}

    private static List<Map<String, String>> read(String name) {
        try (InputStream in = CareTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            List<String> lines =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            String[] columns = {};
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines) {
                if (line.startsWith("# ")) {
                    columns = line.substring(2).split("\t");
                } else {
                    String[] cells = line.split("\t", -1);
                    Map<String, String> row = new HashMap<>();
                    for (int k = 0; k < columns.length; k++) {
                        row.put(columns[k], cells[k]);
                    }
                    rows.add(Map.copyOf(row));
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the tables of care are missing; build the program again", e);
        }
    }
}
