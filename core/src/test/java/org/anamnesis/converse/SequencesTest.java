package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.generate.Learners;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.Permutation;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table with several rows a person is learned and made as persons with their rows. */
class SequencesTest {
    private static final int PERSONS = 400;

    /**
     * Two samples of 400 from one distribution are further apart with a chance of 1e-6: √(−ln(5e-7)
     * / 2) · √(2 / 400) (Kolmogorov–Smirnov).
     */
    private static final double FAR = 0.19;

    /**
     * Of a correlation near 0.8 with more than 900 pairs the standard error is below 0.02, also
     * with the pairs of a person counting as half; of the difference of two 0.03.
     */
    private static final double OFF = 0.12;

    @TempDir private Path folder;

    private Learned learn(Path table, String engine, Optional<ModelAudit> audit, Path... schema) {
        return new LearnDesk(Learners.installed(), audit, "2026-11-28")
                .learn(
                        new LearnRequest(
                                table,
                                Optional.of(engine),
                                Optional.of(folder.resolve("m.model")),
                                Optional.empty(),
                                schema.length > 0 ? Optional.of(schema[0]) : Optional.empty(),
                                List.of(),
                                1),
                        Progress.silent());
    }

    private RowsMade make(String out, long persons, String where, String... targets) {
        return new SampleDesk(Learners.installed())
                .sample(
                        new RowsRequest(
                                folder.resolve("m.model"),
                                persons,
                                where.isEmpty() ? Optional.empty() : Optional.of(where),
                                List.of(targets),
                                3,
                                folder.resolve(out)),
                        Progress.silent());
    }

    private Map<String, List<Map<String, String>>> persons(String file) throws IOException {
        return Visits.read(folder.resolve(file), "patient_id");
    }

    @ParameterizedTest
    @CsvSource({"1,trees", "2,trees", "3,copula"})
    void madePersonsGoOnAsRealOnesDo(long seed, String engine) throws IOException {
        Path table = Visits.write(folder.resolve("visits.csv"), seed, PERSONS);
        learn(table, engine, Optional.empty());
        RowsMade made = make("made.csv", PERSONS, "");
        var real = persons("visits.csv");
        var drawn = persons("made.csv");
        assertEquals(PERSONS, made.persons());
        assertEquals(PERSONS, drawn.size());
        assertEquals(drawn.values().stream().mapToInt(List::size).sum(), made.rows());
        assertEquals(List.of(), made.notes());
        Set<String> shared = new HashSet<>(drawn.keySet());
        shared.retainAll(real.keySet());
        assertEquals(Set.of(), shared);
        drawn.values().forEach(SequencesTest::obeys);
        assertTrue(distance(counts(real), counts(drawn)) < FAR);
        for (int lag = 1; lag <= 2; lag++) {
            double wanted = Visits.correlation(real, "hba1c", lag);
            assertEquals(wanted, Visits.correlation(drawn, "hba1c", lag), OFF);
            assertTrue(wanted > 2 * OFF);
        }
        assertEquals(
                Visits.correlation(real, "weight_kg", 1),
                Visits.correlation(drawn, "weight_kg", 1),
                0.01);
    }

    /** The twin: the same rows dealt out to the same persons by chance. */
    @Test
    void independentRowsWouldBeFound() throws IOException {
        Visits.write(folder.resolve("visits.csv"), 1, PERSONS);
        var real = persons("visits.csv");
        List<Map<String, String>> rows = new ArrayList<>();
        real.values().forEach(rows::addAll);
        var order = new Permutation(rows.size(), 7);
        var at = new int[1];
        Map<String, List<Map<String, String>>> dealt = new java.util.LinkedHashMap<>();
        real.forEach(
                (id, own) ->
                        dealt.put(
                                id,
                                own.stream()
                                        .map(r -> rows.get((int) order.place(at[0]++)))
                                        .toList()));
        double wanted = Visits.correlation(real, "hba1c", 1);
        assertTrue(Math.abs(wanted - Visits.correlation(dealt, "hba1c", 1)) > OFF);
        assertFalse(dealt.values().stream().allMatch(SequencesTest::isOrdered));
        assertTrue(distance(counts(real), new int[PERSONS]) > FAR);
    }

    private static boolean isOrdered(List<Map<String, String>> rows) {
        return IntStream.range(1, rows.size())
                .allMatch(
                        t ->
                                day(rows.get(t - 1), "visit_date")
                                        .isBefore(day(rows.get(t), "visit_date")));
    }

    private static void obeys(List<Map<String, String>> rows) {
        assertTrue(isOrdered(rows), rows.toString());
        for (String fixed : List.of("sex", "height_cm")) {
            assertEquals(1, rows.stream().map(r -> r.get(fixed)).distinct().count());
        }
        boolean ckd = false;
        for (Map<String, String> row : rows) {
            double height = Double.parseDouble(row.get("height_cm"));
            double bmi = 10_000 * Double.parseDouble(row.get("weight_kg")) / height / height;
            assertEquals(bmi, Double.parseDouble(row.get("bmi")), 0.0501);
            assertEquals(
                    day(row, "discharge"),
                    day(row, "visit_date").plusDays(Long.parseLong(row.get("los"))));
            assertFalse(ckd && row.get("ckd").equals("no"), "healed");
            ckd = row.get("ckd").equals("yes");
        }
    }

    private static LocalDate day(Map<String, String> row, String column) {
        return LocalDate.parse(row.get(column));
    }

    private static int[] counts(Map<String, List<Map<String, String>>> persons) {
        return persons.values().stream().mapToInt(List::size).toArray();
    }

    /** Largest distance of two distribution functions. */
    private static double distance(int[] a, int[] b) {
        double most = 0;
        for (int n = 0; n <= 20; n++) {
            int at = n;
            double of = IntStream.of(a).filter(v -> v <= at).count() / (double) a.length;
            double other = IntStream.of(b).filter(v -> v <= at).count() / (double) b.length;
            most = Math.max(most, Math.abs(of - other));
        }
        return most;
    }

    /** What stays the same selects persons, what changes selects by the first row. */
    @Test
    void conditionsSelectPersons() throws IOException {
        learn(Visits.write(folder.resolve("visits.csv"), 4, PERSONS), "trees", Optional.empty());
        make("some.csv", 200, "sex = 'F' and hba1c >= 9 and rows_of_person >= 3");
        var some = persons("some.csv");
        assertEquals(200, some.size());
        boolean lower = false;
        for (List<Map<String, String>> rows : some.values()) {
            assertTrue(rows.size() >= 3);
            assertTrue(rows.stream().allMatch(r -> r.get("sex").equals("F")));
            assertTrue(Double.parseDouble(rows.get(0).get("hba1c")) >= 9);
            lower |= rows.stream().anyMatch(r -> r.get("hba1c").matches("[678][.].*"));
        }
        assertTrue(lower, "later rows are free");
        RowsMade aimed = make("aimed.csv", 400, "", "share(sex = 'F') = 0.8");
        long women =
                persons("aimed.csv").values().stream()
                        .filter(rows -> rows.get(0).get("sex").equals("F"))
                        .count();
        assertEquals(320, (double) women, 1);
        assertEquals(400, aimed.persons());
    }

    @Test
    void theModelIsTheSameForTheSameAndHoldsNoRow() throws IOException {
        Path table = Visits.write(folder.resolve("visits.csv"), 5, PERSONS);
        learn(table, "trees", Optional.empty());
        byte[] bytes = Files.readAllBytes(folder.resolve("m.model"));
        make("a.csv", 50, "");
        learn(table, "trees", Optional.empty());
        assertEquals(-1, Files.mismatch(folder.resolve("m.model"), write(bytes)));
        make("b.csv", 50, "");
        assertEquals(-1, Files.mismatch(folder.resolve("a.csv"), folder.resolve("b.csv")));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String id : persons("visits.csv").keySet()) {
            assertFalse(text.contains("\"" + id + "\""), id);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("first.model"), bytes);
    }

    /** Each person is on one side only, with all rows. */
    @Test
    void wholePersonsAreHeldOut() throws IOException {
        Path table = Visits.write(folder.resolve("visits.csv"), 6, PERSONS);
        List<Table> seen = new ArrayList<>();
        ModelAudit watch =
                (splits, keys, target, seed) -> {
                    JudgedTables t = splits.get(0);
                    seen.addAll(List.of(t.train(), t.holdout(), t.synthetic()));
                    return new ModelAudit.Verdict(true, List.of(), Map.of(), Map.of());
                };
        learn(table, "trees", Optional.of(watch));
        assertEquals(PERSONS - PERSONS / 5, seen.get(0).rows());
        assertEquals(PERSONS / 5, seen.get(1).rows());
        assertEquals(seen.get(0).rows(), seen.get(2).rows());
        double rows = 0;
        for (Table side : seen.subList(0, 2)) {
            for (double n : side.column("rows_of_person")) {
                rows += n;
            }
        }
        assertEquals(Files.readAllLines(table).size() - 1, rows);
        assertNotEquals(List.of(), seen.get(0).variables());
        assertTrue(seen.get(0).has("hba1c (mean step)"), seen.get(0).variables().toString());
    }

    private Map<String, Object> judged(String holdout, String synthetic, String out) {
        return EvaluateDesk.evaluate(
                        new EvaluateRequest(
                                folder.resolve("visits.csv"),
                                folder.resolve(holdout),
                                folder.resolve(synthetic),
                                Optional.of("ckd"),
                                Optional.empty(),
                                Optional.empty(),
                                folder.resolve(out),
                                1,
                                Optional.empty()),
                        Progress.silent())
                .json();
    }

    private static double figure(Map<String, Object> json, String... path) {
        Object at = json;
        for (String key : path) {
            at = ((Map<?, ?>) at).get(key);
        }
        return ((Number) at).doubleValue();
    }

    /** Persons are judged where people are meant; rows dealt out by chance are found. */
    @Test
    void aJudgementIsOfPersons() throws IOException {
        Path table = Visits.write(folder.resolve("visits.csv"), 8, 120);
        learn(table, "trees", Optional.empty());
        make("made.csv", 120, "");
        Path holdout = Visits.write(folder.resolve("holdout.csv"), 9, 120);
        List<String> own = Files.readAllLines(table);
        Files.write(
                holdout,
                own.subList(1, 1 + persons("visits.csv").values().iterator().next().size()),
                java.nio.file.StandardOpenOption.APPEND);
        Map<String, Object> json = judged("holdout.csv", "made.csv", "a");
        assertEquals(120, figure(json, "row_to_row", "synthetic_persons"));
        assertEquals(120, figure(json, "privacy", "membership_auc", "people"));
        double apart = figure(json, "fidelity", "two_sample_auc", "against_holdout", "value");
        List<String> ids = own.subList(1, own.size()).stream().map(l -> l.split(",")[0]).toList();
        var order = new Permutation(ids.size(), 3);
        List<String> dealt = new ArrayList<>(List.of(own.get(0)));
        for (int i = 0; i < ids.size(); i++) {
            String row = own.get(1 + (int) order.place(i));
            dealt.add("77" + ids.get(i) + row.substring(row.indexOf(',')));
        }
        Files.write(folder.resolve("dealt.csv"), dealt);
        Map<String, Object> twin = judged("holdout.csv", "dealt.csv", "b");
        assertTrue(apart < 0.75, "" + apart);
        assertTrue(figure(twin, "fidelity", "two_sample_auc", "against_holdout", "value") > 0.95);
        Files.copy(table, folder.resolve("same.csv"));
        var refused =
                assertThrows(RequestException.class, () -> judged("same.csv", "made.csv", "c"));
        assertEquals("evaluate.persons", refused.problems().get(0).code());
    }

    /** Key and order are shown and may be corrected. */
    @Test
    void theSchemaShowsKeyAndOrder() throws IOException {
        Path table = Visits.write(folder.resolve("visits.csv"), 7, 60);
        Path schema = folder.resolve("schema.json");
        Learned found = learn(table, "trees", Optional.empty(), schema);
        String text = Files.readString(schema);
        assertTrue(
                text.startsWith(
                        """
                        {
                          "anamnesis_schema" : 1,
                          "separator" : ",",
                          "order" : "visit_date",
                          "columns" : [ {
                            "name" : "patient_id",
                            "kind" : "key",
                            "keep" : true,
                        """),
                text);
        assertTrue(
                found.notes()
                        .get(0)
                        .contains(
                                "by visit_date. The same in all rows of a person: sex, height_cm."),
                found.notes().toString());
        Files.writeString(
                schema, text.replace("\"order\" : \"visit_date\"", "\"order\" : \"los\""));
        Learned corrected = learn(table, "trees", Optional.empty(), schema);
        assertTrue(corrected.notes().get(0).contains("by los."), corrected.notes().toString());
    }

    /** The difference is learned and the larger number computed where the other stays the same. */
    @Test
    void smallDifferencesWithinAPersonStaySmall() throws IOException {
        var text = new StringBuilder("id,visit,before,after,lost\n");
        long key = new SeedTree(8).purpose("dialysis");
        for (int p = 0; p < 120; p++) {
            double dry = 50 + Math.rint(500 * SeedTree.uniform(key, 100 * p)) / 10;
            for (int v = 1; v <= 8; v++) {
                double lost = 1 + Math.rint(20 * SeedTree.uniform(key, 100 * p + v)) / 10;
                text.append(
                        String.format(
                                java.util.Locale.ROOT,
                                "%d,%d,%.1f,%.1f,%.1f\n",
                                p,
                                v,
                                dry + lost,
                                dry,
                                lost));
            }
        }
        Path table = Files.writeString(folder.resolve("dialysis.csv"), text);
        Learned learned = learn(table, "trees", Optional.empty());
        assertTrue(
                learned.rules().toString().contains("before is computed: before = lost + after"),
                learned.rules().toString());
        make("made.csv", 200, "");
        Visits.read(folder.resolve("made.csv"), "id")
                .values()
                .forEach(
                        rows ->
                                rows.forEach(
                                        r -> {
                                            double lost = Double.parseDouble(r.get("lost"));
                                            double off =
                                                    Double.parseDouble(r.get("before"))
                                                            - Double.parseDouble(r.get("after"));
                                            assertEquals(off, lost, 1e-6);
                                            assertTrue(lost >= 0.9 && lost <= 3.1, r.toString());
                                        }));
    }

    /** Stays of up to six days; one in five ends in death, on the last day. */
    private Path stays() throws IOException {
        var text = new StringBuilder("id,day,crp,ward,died\n");
        long key = new SeedTree(2).purpose("stays");
        for (int p = 0; p < 300; p++) {
            int days = 1 + (int) (6 * SeedTree.uniform(key, 10 * p));
            boolean dies = days > 1 && SeedTree.uniform(key, 10 * p + 1) < 0.25;
            for (int d = 0; d < days; d++) {
                double u = SeedTree.uniform(key, 10 * p + 2 + d);
                text.append(p).append(',').append(d).append(',').append((int) (100 * u));
                text.append(u > 0.5 ? ",ICU" : ",General");
                text.append(dies && d == days - 1 ? ",yes\n" : ",no\n");
            }
        }
        return Files.writeString(folder.resolve("stays.csv"), text);
    }

    private static List<Map<String, String>> lasts(Map<String, List<Map<String, String>>> of) {
        return of.values().stream().map(rows -> rows.get(rows.size() - 1)).toList();
    }

    /** Death is in nobody's first row: what is asked of it is asked of the last. */
    @Test
    void endsAreAskedOfTheLastRow() throws IOException {
        learn(stays(), "trees", Optional.empty());
        RowsMade made = make("dead.csv", 120, "died = 'yes' and crp < 50");
        var dead = Visits.read(folder.resolve("dead.csv"), "id");
        assertEquals(120, made.persons());
        assertEquals(120, dead.size());
        assertTrue(lasts(dead).stream().allMatch(r -> r.get("died").equals("yes")));
        assertTrue(
                dead.values().stream()
                        .allMatch(rows -> Integer.parseInt(rows.get(0).get("crp")) < 50));
        make("alive.csv", 120, "died = 'no'");
        var alive = Visits.read(folder.resolve("alive.csv"), "id");
        assertEquals(120, alive.size());
        assertTrue(lasts(alive).stream().allMatch(r -> r.get("died").equals("no")));
        make("some.csv", 200, "ward = 'ICU'", "share(died = 'yes')=0.3");
        var some = Visits.read(folder.resolve("some.csv"), "id");
        assertEquals(200, some.size());
        assertEquals(60, lasts(some).stream().filter(r -> r.get("died").equals("yes")).count());
        assertTrue(some.values().stream().allMatch(r -> r.get(0).get("ward").equals("ICU")));
        byte[] once = Files.readAllBytes(folder.resolve("some.csv"));
        Files.delete(folder.resolve("some.csv"));
        make("some.csv", 200, "ward = 'ICU'", "share(died = 'yes')=0.3");
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                once, Files.readAllBytes(folder.resolve("some.csv")));
        var rare =
                assertThrows(
                        RequestException.class,
                        () -> make("no.csv", 20, "died = 'yes' and rows_of_person = 1"));
        assertEquals("sample.rare", rare.problems().get(0).code());
        assertFalse(Files.exists(folder.resolve("no.csv")));
    }

    /** What persons with an end come to together is met by taking among several times as many. */
    @Test
    void meansAndSharesAreMetBesideEnds() throws IOException {
        learn(stays(), "trees", Optional.empty());
        make("dead.csv", 150, "died = 'yes'", "mean(crp)=60", "share(ward = 'ICU')=0.4");
        var dead = Visits.read(folder.resolve("dead.csv"), "id");
        assertEquals(150, dead.size());
        assertTrue(lasts(dead).stream().allMatch(r -> r.get("died").equals("yes")));
        assertEquals(60, meanOfFirst(dead, "crp"), 0.3);
        assertEquals(60, dead.values().stream().filter(ofFirst("ward", "ICU")).count());
        make("both.csv", 200, "day = 0", "share(died = 'yes')=0.5", "mean(crp)=40");
        var both = Visits.read(folder.resolve("both.csv"), "id");
        assertEquals(100, lasts(both).stream().filter(r -> r.get("died").equals("yes")).count());
        assertEquals(40, meanOfFirst(both, "crp"), 0.3);
        var far =
                assertThrows(
                        RequestException.class,
                        () -> make("no.csv", 20, "died = 'yes'", "mean(crp)=600"));
        assertEquals("sample.target.unreachable", far.problems().get(0).code());
        assertFalse(Files.exists(folder.resolve("no.csv")));
    }

    private static double meanOfFirst(Map<String, List<Map<String, String>>> of, String column) {
        return of.values().stream()
                .mapToDouble(rows -> Double.parseDouble(rows.get(0).get(column)))
                .average()
                .orElseThrow();
    }

    private static Predicate<List<Map<String, String>>> ofFirst(String column, String answer) {
        return rows -> rows.get(0).get(column).equals(answer);
    }

    @Test
    void aTalkTellsHowManyEndSo() throws IOException {
        learn(stays(), "trees", Optional.empty());
        var turns =
                Anamnesis.bundled()
                        .on(folder.resolve("m.model"))
                        .interpret(List.of("200 people, died = yes", "died = no instead"))
                        .turns();
        for (Turn t : turns) {
            assertEquals(Turn.Kind.CHANGED, t.kind(), t.reply());
            assertTrue(t.warnings().toString().contains("% are like this"), t.toString());
        }
    }
}
