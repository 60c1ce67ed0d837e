package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.generate.Learners;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of persons and one of their visits are learned together, and made ones join. */
class TwoTablesTest {
    private static final int WITH = 320;
    private static final int WITHOUT = 80;

    @TempDir private Path folder;

    /** Patients, one in five without a visit, and visits in no order, in a folder of two files. */
    private Path tables(String name, long seed) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        Path all = Visits.write(folder.resolve(name + ".all"), seed, WITH);
        List<String> patients = new ArrayList<>(List.of("patient_id,sex,height_cm,bmi"));
        List<String> visits = new ArrayList<>();
        Visits.read(all, "patient_id")
                .forEach(
                        (id, rows) -> {
                            Map<String, String> first = rows.get(0);
                            patients.add(
                                    String.join(
                                            ",",
                                            id,
                                            first.get("sex"),
                                            first.get("height_cm"),
                                            first.get("bmi")));
                            rows.forEach(
                                    r ->
                                            visits.add(
                                                    String.join(
                                                            ",",
                                                            id,
                                                            r.get("visit_date"),
                                                            r.get("sex"),
                                                            r.get("bmi"),
                                                            r.get("hba1c"),
                                                            r.get("ckd"))));
                        });
        for (int i = 0; i < WITHOUT; i++) {
            patients.add(seed + "000" + i + (i % 2 == 0 ? ",F,165," : ",M,178,") + (20 + i % 9));
        }
        java.util.Collections.reverse(visits);
        visits.add(0, "patient_id,visit_date,sex,bmi,hba1c,ckd");
        Files.write(made.resolve("patients.csv"), patients);
        Files.write(made.resolve("visits.csv"), visits);
        return made;
    }

    private LearnRequest request(Path first, Optional<Path> second, Optional<String> key) {
        return new LearnRequest(
                first,
                Optional.empty(),
                Optional.of(folder.resolve("m.model")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                1,
                Optional.empty(),
                second,
                key,
                OptionalDouble.empty());
    }

    private static Learned learn(LearnRequest request) {
        return new LearnDesk(Learners.installed(), Optional.empty(), "2026-11-28")
                .learn(request, Progress.silent());
    }

    private RowsMade make(String out, long persons, String where) {
        return new SampleDesk(Learners.installed())
                .sample(
                        new RowsRequest(
                                folder.resolve("m.model"),
                                persons,
                                where.isEmpty() ? Optional.empty() : Optional.of(where),
                                List.of(),
                                3,
                                folder.resolve(out)),
                        Progress.silent());
    }

    private Map<String, List<Map<String, String>>> read(String file) throws IOException {
        return Visits.read(folder.resolve(file), "patient_id");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void madeTablesJoin(long seed) throws IOException {
        learn(request(tables("real", seed), Optional.empty(), Optional.empty()));
        RowsMade made = make("made", 1000, "");
        var persons = read("made/patients.csv");
        var visits = read("made/visits.csv");
        assertEquals(1000, made.persons());
        assertEquals(1000, persons.size());
        assertEquals(visits.values().stream().mapToInt(List::size).sum(), made.rows());
        assertTrue(persons.keySet().containsAll(visits.keySet()));
        assertTrue(persons.values().stream().allMatch(rows -> rows.size() == 1));
        Set<String> shared = new HashSet<>(persons.keySet());
        shared.retainAll(read("real/patients.csv").keySet());
        assertEquals(Set.of(), shared);
        // a fifth of 400 learned and of 1,000 made: standard error 0.024, five of them
        assertEquals(0.2, 1 - visits.size() / 1000.0, 0.12);
        var real = read("real/visits.csv");
        double each = real.values().stream().mapToInt(List::size).average().orElseThrow();
        double own = visits.values().stream().mapToInt(List::size).average().orElseThrow();
        // 1 to 12 visits, standard deviation 3.2, of 320 and of 800 persons: error 0.21, five
        assertEquals(each, own, 1.05);
        visits.forEach(
                (id, rows) -> {
                    String sex = persons.get(id).get(0).get("sex");
                    assertTrue(rows.stream().allMatch(r -> r.get("sex").equals(sex)));
                    assertTrue(rows.stream().noneMatch(r -> r.get("visit_date").isEmpty()));
                });
        double wanted = Visits.correlation(reversed(real), "hba1c", 1);
        assertEquals(wanted, Visits.correlation(visits, "hba1c", 1), 0.12);
    }

    /** The table's visits stand backwards. */
    private static Map<String, List<Map<String, String>>> reversed(
            Map<String, List<Map<String, String>>> visits) {
        Map<String, List<Map<String, String>>> out = new LinkedHashMap<>();
        visits.forEach(
                (id, rows) -> {
                    List<Map<String, String>> turned = new ArrayList<>(rows);
                    java.util.Collections.reverse(turned);
                    out.put(id, turned);
                });
        return out;
    }

    @Test
    void conditionsOnBothTablesSelectPersons() throws IOException {
        Path real = tables("real", 4);
        Learned learned =
                learn(
                        request(
                                real.resolve("visits.csv"),
                                Optional.of(real.resolve("patients.csv")),
                                Optional.of("patient_id")));
        assertTrue(
                learned.notes().toString().contains("80 of 400 persons have none"),
                learned.notes().toString());
        RowsMade made = make("some", 150, "sex = 'F' and a1c >= 9 and \"visits.bmi\" < 40");
        assertTrue(made.understood().toString().contains("hba1c"), made.understood().toString());
        assertTrue(
                read("some/patients.csv").values().stream()
                        .allMatch(rows -> rows.get(0).get("sex").equals("F")));
        var visits = read("some/visits.csv");
        assertEquals(150, visits.size());
        for (List<Map<String, String>> rows : visits.values()) {
            assertTrue(Double.parseDouble(rows.get(0).get("hba1c")) >= 9);
        }
        make("none", 20, "rows_of_person = 0");
        assertEquals(20, read("none/patients.csv").size());
        assertEquals(0, read("none/visits.csv").size());
        assertFalse(Files.exists(folder.resolve("none").resolve("visits.csv.partial")));
    }

    /**
     * The arm follows from the dose, but persons without a visit have an arm too; and the first
     * visit is on the day of inclusion.
     */
    @Test
    void whatStaysTheSameNeedsNoRows() throws IOException {
        Path made = Files.createDirectory(folder.resolve("trial"));
        List<String> patients = new ArrayList<>(List.of("pid,arm,included"));
        List<String> visits = new ArrayList<>(List.of("pid,seen,dose,ldl"));
        long key = new SeedTree(9).purpose("trial");
        for (int i = 0; i < 300; i++) {
            boolean drug = i % 2 == 0;
            var day = LocalDate.of(2020, 1, 1).plusDays((int) (600 * SeedTree.uniform(key, i)));
            patients.add("s" + i + (drug ? ",drug," : ",placebo,") + day);
            for (int v = 0; v < (i % 10 < 2 ? 0 : 4); v++) {
                double u = SeedTree.uniform(key, 1000 + 10 * i + v);
                int dose = drug ? 10 * (1 + (int) (3 * u)) : 0;
                visits.add(
                        "s%d,%s,%d,%d"
                                .formatted(i, day.plusDays(30L * v), dose, 100 + (int) (40 * u)));
            }
        }
        Files.write(made.resolve("patients.csv"), patients);
        Files.write(made.resolve("visits.csv"), visits);
        learn(request(made, Optional.empty(), Optional.empty()));
        groupsHaveAllTheirRows();
        make("made", 400, "");
        var persons = Visits.read(folder.resolve("made/patients.csv"), "pid");
        var rows = Visits.read(folder.resolve("made/visits.csv"), "pid");
        assertTrue(persons.keySet().stream().allMatch(id -> id.matches("s1\\d{3}")));
        assertTrue(persons.keySet().containsAll(rows.keySet()));
        assertTrue(persons.size() - rows.size() > 40);
        persons.forEach(
                (id, one) -> {
                    Map<String, String> p = one.get(0);
                    assertTrue(Set.of("drug", "placebo").contains(p.get("arm")), p.toString());
                    List<Map<String, String>> own = rows.getOrDefault(id, List.of());
                    own.forEach(
                            r ->
                                    assertEquals(
                                            p.get("arm").equals("placebo"),
                                            r.get("dose").equals("0")));
                    if (!own.isEmpty()) {
                        assertEquals(p.get("included"), own.get(0).get("seen"));
                    }
                });
    }

    /** Each person of a group has all her rows, and her group beside her. */
    private void groupsHaveAllTheirRows() throws IOException {
        Path model = folder.resolve("m.model");
        RowsMade made =
                Anamnesis.bundled()
                        .on(model)
                        .sample(
                                new RowsRequest(
                                        model,
                                        Optional.of(
                                                "200 people, half drug, half placebo, same ldl, mean ldl 118"),
                                        Optional.empty(),
                                        java.util.OptionalLong.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        java.util.OptionalLong.empty(),
                                        folder.resolve("groups")),
                                Progress.silent());
        var persons = Visits.read(folder.resolve("groups/patients.csv"), "pid");
        assertEquals(200, made.persons());
        assertEquals(
                100,
                persons.values().stream()
                        .filter(p -> p.get(0).get("arm").equals("drug"))
                        .filter(p -> p.get(0).get("group").equals("drug"))
                        .count());
        assertTrue(made.rows() > 400, made.toString());
        String told = made.understood().toString();
        assertTrue(told.contains("mean(\"ldl\") in persons' first rows: 118.0 asked"), told);
        assertTrue(told.contains("in all their rows"), told);
    }

    /** Folders of two tables are judged by persons, also by those who have no visit. */
    @Test
    void foldersAreJudged() throws IOException {
        Path real = tables("real", 7);
        learn(request(real, Optional.empty(), Optional.empty()));
        make("made", 400, "");
        Evaluated judged =
                EvaluateDesk.evaluate(
                        new EvaluateRequest(
                                real,
                                tables("holdout", 8),
                                folder.resolve("made"),
                                Optional.of("ckd"),
                                Optional.empty(),
                                Optional.empty(),
                                folder.resolve("page"),
                                1,
                                Optional.empty()),
                        Progress.silent());
        Map<?, ?> courses = (Map<?, ?>) judged.json().get("row_to_row");
        assertEquals(400, courses.get("synthetic_persons"));
        Map<?, ?> lengths = (Map<?, ?>) courses.get("rows_a_person");
        assertTrue(((Number) lengths.get("distance")).doubleValue() < 0.19, lengths.toString());
        assertTrue(Files.exists(folder.resolve("page").resolve("evaluation.html")));
    }

    @Test
    void theSchemaOfBothMayBeCorrected() throws IOException {
        Path real = tables("real", 5);
        Path schema = folder.resolve("schema.json");
        var look =
                new LearnRequest(
                        real,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(schema),
                        List.of(),
                        1);
        Learned seen = learn(look);
        assertEquals(Optional.of(schema), seen.schemaFile());
        String text = Files.readString(schema);
        assertEquals(seen.schemaJson(), text);
        Files.writeString(
                schema,
                text.replace(
                        "\"name\" : \"ckd\",\n      \"kind\" : \"category\",\n      \"keep\" : true",
                        "\"name\" : \"ckd\",\n      \"kind\" : \"category\",\n      \"keep\" : false"));
        Learned corrected = learn(look);
        assertTrue(corrected.dropped().toString().contains("visits.csv, ckd"), text);
        Files.writeString(schema, "{\"tables\": [{}]}");
        assertEquals(List.of("schema.tables"), codes(() -> learn(look)));
    }

    private static List<String> codes(Runnable work) {
        return assertThrows(RequestException.class, work::run).problems().stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void whatDoesNotJoinIsSaid() throws IOException {
        Path real = tables("real", 6);
        Path other = Files.writeString(folder.resolve("other.csv"), "x,y\n1,2\n3,4\n");
        assertEquals(
                List.of("tables.key"),
                codes(
                        () ->
                                learn(
                                        request(
                                                real.resolve("patients.csv"),
                                                Optional.of(other),
                                                Optional.empty()))));
        assertEquals(
                List.of("tables.key"),
                codes(() -> learn(request(real, Optional.empty(), Optional.of("nowhere")))));
        assertEquals(
                List.of("tables.key"),
                codes(() -> learn(request(real, Optional.empty(), Optional.of("sex")))));
        assertFalse(Files.exists(folder.resolve("m.model")));
    }

    @Test
    void aKeyOfTwoNamesIsPointedOut() throws IOException {
        Path real = tables("real", 6);
        Path patients = real.resolve("patients.csv");
        Files.writeString(
                patients, Files.readString(patients).replaceFirst("patient_id,sex", "id,sex"));
        for (Optional<String> key : List.of(Optional.<String>empty(), Optional.of("patient_id"))) {
            Problem said =
                    assertThrows(
                                    RequestException.class,
                                    () -> learn(request(real, Optional.empty(), key)))
                            .problems()
                            .get(0);
            assertEquals("tables.key", said.code());
            assertEquals(
                    "the column id of patients.csv called patient_id, as in visits.csv: its entries are there",
                    said.suggestion());
        }
    }
}
