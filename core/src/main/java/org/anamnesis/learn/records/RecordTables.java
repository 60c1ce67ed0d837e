package org.anamnesis.learn.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records as they are read, written as the program's own tables: one file a table, rows in the
 * order of patients and, within one, of days. Rows are held in memory.
 */
final class RecordTables {
    private static final Map<String, String> HEADERS = new LinkedHashMap<>();

    static {
        HEADERS.put("patients", "patient_id,birth_date,death_date,sex,race_ethnicity");
        HEADERS.put("encounters", "patient_id,encounter_id,class,start_date,end_date");
        HEADERS.put("conditions", "patient_id,encounter_id,condition,display,onset_date");
        HEADERS.put(
                "observations",
                "patient_id,encounter_id,date,observation,display,value,value_text,unit");
        HEADERS.put(
                "medications",
                "patient_id,encounter_id,ingredient,display,drug_class,status,start_date,end_date");
    }

    /** A row with what it is sorted by. */
    private record Row(int patient, String day, List<String> cells) {}

    private final Map<String, Integer> patients = new HashMap<>();
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private int strangers;

    RecordTables() {
        HEADERS.keySet().forEach(t -> rows.put(t, new ArrayList<>()));
    }

    /**
     * @param birth ISO 8601, may be a part of a date or empty
     */
    void patient(String id, String birth, String death, String sex, String origin) {
        patients.putIfAbsent(id, patients.size());
        add("patients", id, "", List.of(whole(birth), whole(death), sex, origin));
    }

    void encounter(String patient, String id, String kind, String start, String end) {
        add("encounters", patient, day(start), List.of(id, kind, day(start), day(end)));
    }

    void condition(String patient, String visit, RecordCodes.Meaning what, String onset) {
        add("conditions", patient, day(onset), List.of(visit, what.id(), what.name(), day(onset)));
    }

    void observation(
            String patient,
            String visit,
            String date,
            RecordCodes.Meaning what,
            RecordCodes.Value value) {
        add(
                "observations",
                patient,
                day(date),
                List.of(
                        visit,
                        day(date),
                        what.id(),
                        what.name(),
                        value.number(),
                        value.text(),
                        value.unit()));
    }

    /**
     * @param drugClass name of the class that it is listed under
     */
    void medication(
            String patient,
            String visit,
            RecordCodes.Meaning what,
            String drugClass,
            boolean stopped,
            String start,
            String end) {
        add(
                "medications",
                patient,
                day(start),
                List.of(
                        visit,
                        what.id(),
                        what.name(),
                        drugClass,
                        stopped ? "stopped" : "active",
                        day(start),
                        day(end)));
    }

    /** Rows of persons that the records do not hold. */
    int strangers() {
        return strangers;
    }

    int patients() {
        return patients.size();
    }

    int rows(String table) {
        return rows.get(table).size();
    }

    private void add(String table, String patient, String day, List<String> cells) {
        Integer number = patients.get(patient);
        if (number == null) {
            strangers++;
            return;
        }
        List<String> all = new ArrayList<>(cells.size() + 1);
        all.add(patient);
        all.addAll(cells);
        rows.get(table).add(new Row(number, day, all));
    }

    /** The day of a time; a part of a date stays what it is. */
    private static String day(String time) {
        return time.length() > 10 ? time.substring(0, 10) : time;
    }

    /** A date of which only year or month are known lies in the middle. */
    private static String whole(String date) {
        String day = day(date);
        return switch (day.length()) {
            case 4 -> day + "-07-01";
            case 7 -> day + "-15";
            default -> day;
        };
    }

    /** Writes the tables that have rows. */
    void write(Path folder) throws IOException {
        for (var table : rows.entrySet()) {
            if (table.getValue().isEmpty()) {
                continue;
            }
            table.getValue().sort(Comparator.comparingInt(Row::patient).thenComparing(Row::day));
            try (Writer out =
                    Files.newBufferedWriter(folder.resolve(table.getKey() + ".csv"), UTF_8)) {
                out.write(HEADERS.get(table.getKey()) + "\n");
                for (Row row : table.getValue()) {
                    out.write(
                            String.join(
                                    ",", row.cells().stream().map(RecordTables::cell).toList()));
                    out.write('\n');
                }
            }
        }
    }

    private static String cell(String text) {
        boolean quote = text.chars().anyMatch(x -> x == ',' || x == '"' || x == '\n' || x == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
