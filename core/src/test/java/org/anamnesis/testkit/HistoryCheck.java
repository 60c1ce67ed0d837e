package org.anamnesis.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.table.CsvTable;

/**
 * Whether the histories in a folder of EHR tables can be: visits one after the other, what happened
 * within the visit that claims it, nothing before birth or after death, no metformin where eGFR was
 * measured below 30; complications of diabetes not before it, infarctions not before coronary
 * artery disease, no more than one of each.
 */
public final class HistoryCheck {
    /** One visit. */
    private record Visit(String patient, LocalDate start, LocalDate end) {}

    private static final List<String> DIABETIC =
            List.of(
                    "diabetic-retinopathy",
                    "diabetic-blindness",
                    "diabetic-foot-ulcer",
                    "lower-limb-amputation");

    private final Path folder;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Visit> visits = new HashMap<>();
    private final Map<String, LocalDate> births = new HashMap<>();
    private final Map<String, LocalDate> deaths = new HashMap<>();

    private HistoryCheck(Path folder) {
        this.folder = folder;
    }

    /** One line a case. */
    public static List<String> problems(Path folder) throws IOException {
        var check = new HistoryCheck(folder);
        check.people();
        check.visits();
        check.atVisits("observations");
        check.atVisits("procedures");
        check.atVisits("immunizations");
        check.atVisits("social_history");
        check.within("allergies", "recorded_date");
        check.within("conditions", "onset_date");
        check.within("medications", "start_date");
        check.metformin();
        check.complications();
        return check.problems;
    }

    private CsvTable table(String name) throws IOException {
        return CsvTable.read(folder.resolve(name + ".csv"));
    }

    private static LocalDate day(String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    private void people() throws IOException {
        CsvTable t = table("patients");
        List<String> ids = t.text("patient_id");
        for (int i = 0; i < t.rows(); i++) {
            births.put(ids.get(i), day(t.text("birth_date").get(i)));
            deaths.put(ids.get(i), day(t.text("death_date").get(i)));
        }
    }

    private void visits() throws IOException {
        CsvTable t = table("encounters");
        List<String> patients = t.text("patient_id");
        List<String> ids = t.text("encounter_id");
        List<String> starts = t.text("start_date");
        List<String> ends = t.text("end_date");
        for (int i = 0; i < t.rows(); i++) {
            var visit = new Visit(patients.get(i), day(starts.get(i)), day(ends.get(i)));
            boolean follows = i > 0 && patients.get(i - 1).equals(visit.patient());
            if (follows && !visit.start().isAfter(day(ends.get(i - 1)))) {
                problems.add(ids.get(i) + " begins before the visit before it has ended");
            }
            if (visit.end().isBefore(visit.start())) {
                problems.add(ids.get(i) + " ends before it begins");
            }
            alive(visit.patient(), visit.start(), ids.get(i));
            alive(visit.patient(), visit.end(), ids.get(i));
            if (visits.put(ids.get(i), visit) != null) {
                problems.add(ids.get(i) + " stands there twice");
            }
        }
    }

    private void alive(String patient, LocalDate day, String what) {
        LocalDate birth = births.get(patient);
        LocalDate death = deaths.get(patient);
        if (birth != null && day.isBefore(birth)) {
            problems.add(what + " lies before birth");
        }
        if (death != null && day.isAfter(death)) {
            problems.add(what + " lies after death");
        }
    }

    private void atVisits(String table) throws IOException {
        CsvTable t = table(table);
        List<String> patients = t.text("patient_id");
        List<String> of = t.text("encounter_id");
        List<String> days = t.text("date");
        for (int i = 0; i < t.rows(); i++) {
            Visit visit = visits.get(of.get(i));
            LocalDate day = day(days.get(i));
            if (visit == null || !visit.patient().equals(patients.get(i))) {
                problems.add(table + " of " + patients.get(i) + " name no visit of theirs");
            } else if (day.isBefore(visit.start()) || day.isAfter(visit.end())) {
                problems.add(table + " lie outside " + of.get(i));
            }
        }
    }

    private void within(String table, String column) throws IOException {
        CsvTable t = table(table);
        List<String> patients = t.text("patient_id");
        for (int i = 0; i < t.rows(); i++) {
            LocalDate day = day(t.text(column).get(i));
            if (day != null) {
                alive(patients.get(i), day, table + " of " + patients.get(i));
            }
            Visit visit = visits.get(t.text("encounter_id").get(i));
            if (visit == null || !visit.patient().equals(patients.get(i))) {
                problems.add(table + " of " + patients.get(i) + " name no visit of theirs");
            }
        }
    }

    private void complications() throws IOException {
        CsvTable t = table("conditions");
        Map<String, Map<String, LocalDate>> onsets = new HashMap<>();
        for (int i = 0; i < t.rows(); i++) {
            String patient = t.text("patient_id").get(i);
            String condition = t.text("condition").get(i);
            LocalDate day = day(t.text("onset_date").get(i));
            Map<String, LocalDate> of = onsets.computeIfAbsent(patient, p -> new HashMap<>());
            if (of.containsKey(condition)) {
                problems.add(patient + " has " + condition + " twice");
            }
            of.put(condition, day);
        }
        onsets.forEach(
                (patient, of) -> {
                    for (String id : DIABETIC) {
                        follows(patient, of, id, "type-2-diabetes");
                    }
                    follows(patient, of, "myocardial-infarction", "coronary-artery-disease");
                    follows(patient, of, "diabetic-blindness", "diabetic-retinopathy");
                });
    }

    private void follows(String patient, Map<String, LocalDate> of, String later, String earlier) {
        LocalDate day = of.get(later);
        if (of.containsKey(later)
                && (of.get(earlier) == null || (day != null && day.isBefore(of.get(earlier))))) {
            problems.add("%s has %s before %s".formatted(patient, later, earlier));
        }
    }

    private void metformin() throws IOException {
        Map<String, List<LocalDate>> low = new HashMap<>();
        CsvTable o = table("observations");
        double[] values = o.numbers("value");
        for (int i = 0; i < o.rows(); i++) {
            if (o.text("observation").get(i).equals("egfr") && values[i] < 30) {
                low.computeIfAbsent(o.text("patient_id").get(i), p -> new ArrayList<>())
                        .add(day(o.text("date").get(i)));
            }
        }
        CsvTable m = table("medications");
        for (int i = 0; i < m.rows(); i++) {
            String patient = m.text("patient_id").get(i);
            LocalDate start = day(m.text("start_date").get(i));
            LocalDate end = day(m.text("end_date").get(i));
            boolean against =
                    m.text("ingredient").get(i).equals("metformin")
                            && low.getOrDefault(patient, List.of()).stream()
                                    .anyMatch(
                                            d ->
                                                    !d.isBefore(start)
                                                            && (end == null || d.isBefore(end)));
            if (against) {
                problems.add(patient + " takes metformin at an eGFR below 30");
            }
        }
    }
}
