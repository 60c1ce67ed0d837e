package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.evaluate.JudgedTables;
import org.anamnesis.generate.Learners;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a stranger's table to a model and back to rows in his spelling. */
class LearnDeskTest {
    private static final int ROWS = 400;

    @TempDir private Path folder;
    private Path table;

    @BeforeEach
    void prepare() throws IOException {
        var text = new StringBuilder("MRN;sex;Weight (kg);Height (cm);BMI;a1c;visit;dm;comment\n");
        long key = new SeedTree(5).purpose("people");
        for (int i = 0; i < ROWS; i++) {
            double u = SeedTree.uniform(key, 4 * i);
            double weight = Math.rint(10 * (55 + 50 * u)) / 10;
            double height = Math.rint(150 + 40 * SeedTree.uniform(key, 4 * i + 1));
            double a1c = Math.rint(10 * (5 + 2 * u + 3 * SeedTree.uniform(key, 4 * i + 2))) / 10;
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d;%s;%.1f;%.0f;%.1f;%s;%02d/%02d/2021;%s;seen by Dr. No %d\n",
                            700_000 + 13 * i,
                            SeedTree.uniform(key, 4 * i + 3) < 0.5 ? "F" : "M",
                            weight,
                            height,
                            10_000 * weight / height / height,
                            i % 20 == 0 ? "NA" : String.format(Locale.ROOT, "%.1f", a1c),
                            1 + i % 28,
                            1 + i % 12,
                            a1c >= 6.5 ? "yes" : "no",
                            i));
        }
        table = Files.writeString(folder.resolve("people.csv"), text.toString().replace('.', ','));
    }

    private LearnRequest request(Path out) {
        return new LearnRequest(
                table,
                Optional.empty(),
                Optional.of(out),
                Optional.of("dm"),
                Optional.empty(),
                List.of(),
                1);
    }

    private static LearnDesk desk(Optional<ModelAudit> audit) {
        return new LearnDesk(Learners.installed(), audit, "2026-11-28");
    }

    private static Learned learn(LearnRequest request) {
        return desk(Optional.empty()).learn(request, Progress.silent());
    }

    private RowsMade make(Path model, int rows, String out, String where, String... targets) {
        return new SampleDesk(Learners.installed())
                .sample(
                        new RowsRequest(
                                model,
                                rows,
                                where.isEmpty() ? Optional.empty() : Optional.of(where),
                                List.of(targets),
                                3,
                                folder.resolve(out)),
                        Progress.silent());
    }

    private List<String[]> cells(String file) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(file))) {
            return lines.map(l -> l.split(";", -1)).toList();
        }
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.replace(',', '.'));
    }

    private static List<String> codes(Runnable work) {
        return assertThrows(RequestException.class, work::run).problems().stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void aTableIsLearnedAndItsRowsAreMadeInItsSpelling() throws IOException {
        Path model = folder.resolve("m.model");
        Learned learned = learn(request(model));
        assertEquals(Optional.of(model), learned.model());
        assertEquals(ROWS, learned.rows());
        assertEquals(
                List.of("MRN", "comment"),
                learned.dropped().stream().map(d -> d.substring(0, d.indexOf(':'))).toList());
        make(model, 500, "made.csv", "");
        List<String[]> made = cells("made.csv");
        assertArrayEquals(
                new String[] {"sex", "Weight (kg)", "Height (cm)", "BMI", "a1c", "visit", "dm"},
                made.get(0));
        assertEquals(501, made.size());
        for (String[] row : made.subList(1, made.size())) {
            assertTrue(row[0].matches("[FM]"), row[0]);
            assertTrue(row[1].matches("\\d+,\\d"), row[1]);
            assertTrue(row[4].matches("NA|\\d+,\\d"), row[4]);
            assertTrue(row[5].matches("\\d\\d/\\d\\d/2021"), row[5]);
            double bmi = 10_000 * number(row[1]) / number(row[2]) / number(row[2]);
            assertEquals(bmi, number(row[3]), 0.0501);
        }
    }

    @Test
    void conditionsAndTargetsAreInTheWordsOfMedicine() throws IOException {
        Path model = folder.resolve("m.model");
        learn(request(model));
        RowsMade some = make(model, 300, "some.csv", "hba1c >= 7.5 and sex = 'F'");
        assertEquals(List.of("hba1c is the column a1c, in %."), some.understood());
        assertTrue(some.yield() > 0 && some.yield() < 0.5, "" + some.yield());
        for (String[] row : cells("some.csv").subList(1, 301)) {
            assertEquals("F", row[0]);
            assertTrue(number(row[4]) >= 7.5, row[4]);
        }
        RowsMade aimed = make(model, 1000, "aimed.csv", "", "mean(hba1c) = 7.2");
        double mean =
                cells("aimed.csv").stream()
                        .skip(1)
                        .filter(r -> !r[4].equals("NA"))
                        .mapToDouble(r -> number(r[4]))
                        .average()
                        .orElseThrow();
        assertEquals(7.2, mean, 0.05);
        assertTrue(
                aimed.understood().toString().contains("reached"), aimed.understood().toString());
        assertEquals(2, codes(() -> make(model, 5, "x.csv", "nonsense > 5", "mean(")).size());
        var unknown =
                assertThrows(
                        RequestException.class,
                        () -> make(model, 5, "x.csv", "HbA1c above 7 and dm is perhaps"));
        assertEquals(
                "HbA1c above 7 and dm is perhaps, read as \"a1c\" above 7 and dm is perhaps",
                unknown.problems().get(0).where());
        assertFalse(Files.exists(folder.resolve("x.csv")));
    }

    /** Nothing of what was dropped, and no row, can be read from the file. */
    @Test
    void theModelHoldsNoRowAndNoDroppedValue() throws IOException {
        Path model = folder.resolve("m.model");
        learn(request(model));
        String bytes = new String(Files.readAllBytes(model), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < ROWS; i++) {
            assertFalse(bytes.contains("" + (700_000 + 13 * i)));
            assertFalse(bytes.contains("No " + i));
        }
        assertTrue(bytes.contains("people.csv"));
        assertFalse(bytes.contains(folder.getFileName().toString()));
    }

    @Test
    void theSameTableAndSeedGiveTheSameBytes() throws IOException {
        learn(request(folder.resolve("a.model")));
        learn(request(folder.resolve("b.model")));
        assertEquals(-1, Files.mismatch(folder.resolve("a.model"), folder.resolve("b.model")));
        make(folder.resolve("a.model"), 200, "a.csv", "");
        make(folder.resolve("b.model"), 200, "b.csv", "");
        assertEquals(-1, Files.mismatch(folder.resolve("a.csv"), folder.resolve("b.csv")));
    }

    @Test
    void aTableCanBeLookedAtAndItsSchemaCorrected() throws IOException {
        Path schema = folder.resolve("schema.json");
        var look =
                new LearnRequest(
                        table,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(schema),
                        List.of(),
                        1);
        Learned seen = learn(look);
        assertEquals(Optional.empty(), seen.model());
        assertEquals(Optional.of(schema), seen.schemaFile());
        assertEquals(seen.schemaJson(), Files.readString(schema));
        Files.writeString(
                schema,
                Files.readString(schema)
                        .replace(
                                "\"name\" : \"a1c\",\n    \"kind\" : \"number\",\n    \"keep\" : true",
                                "\"name\" : \"a1c\",\n    \"kind\" : \"number\",\n    \"keep\" : false"));
        Learned corrected = learn(look);
        assertEquals(Optional.empty(), corrected.schemaFile());
        assertTrue(
                corrected.dropped().stream().anyMatch(d -> d.startsWith("a1c")),
                corrected.dropped().toString());
        Files.writeString(schema, "{\"anamnesis_schema\": 1, \"columns\": [{\"name\": \"zz\"}]}");
        assertTrue(codes(() -> learn(look)).contains("schema.column.missing"));
    }

    @Test
    void everyProblemOfTheRequestIsSaidAtOnceAndNothingIsWritten() throws IOException {
        Path thesis = Files.writeString(folder.resolve("thesis.txt"), "ten years of work");
        var wrong =
                new LearnRequest(
                        table,
                        Optional.of("wizard"),
                        Optional.of(thesis),
                        Optional.of("nowhere"),
                        Optional.of(folder.resolve("s.json")),
                        List.of(),
                        1);
        assertEquals(
                List.of("learn.engine.unknown", "learn.target", "model.out.not-ours"),
                codes(() -> learn(wrong)));
        assertEquals("ten years of work", Files.readString(thesis));
        assertFalse(Files.exists(folder.resolve("s.json")));
    }

    /** A file that is there may be the table of real people itself. */
    @Test
    void noFileIsReplacedByRows() throws IOException {
        Path model = folder.resolve("m.model");
        learn(request(model));
        byte[] before = Files.readAllBytes(table);
        assertEquals(List.of("sample.out.there"), codes(() -> make(model, 5, "people.csv", "")));
        assertArrayEquals(before, Files.readAllBytes(table));
        assertEquals(List.of("sample.out.parent"), codes(() -> make(model, 5, "no/x.csv", "")));
        assertEquals(List.of("model.kind"), codes(() -> make(table, 5, "x.csv", "")));
    }

    @Test
    void anAuditRaisesTheSmoothingUntilItPasses() {
        List<Integer> seen = new ArrayList<>();
        ModelAudit strict =
                (splits, keys, target, seed) -> {
                    seen.add(splits.size());
                    assertEquals(5, splits.size(), "so few people are all held out once");
                    var out = new HashSet<Long>();
                    for (JudgedTables t : splits) {
                        assertEquals(ROWS / 5, t.holdout().rows());
                        assertEquals(ROWS - ROWS / 5, t.train().rows());
                        assertEquals(t.train().variables(), t.synthetic().variables());
                        apart(t.train(), t.holdout());
                        for (int i = 0; i < t.holdout().rows(); i++) {
                            out.add(SeedTree.key(row(t.holdout(), i), 0));
                        }
                    }
                    assertTrue(out.size() > 0.99 * ROWS, "held out again");
                    assertEquals(List.of("sex"), keys);
                    assertEquals("dm", target);
                    return new ModelAudit.Verdict(
                            seen.size() == 3, List.of("judged"), Map.of("auc", 0.5), Map.of());
                };
        Learned kept =
                desk(Optional.of(strict))
                        .learn(request(folder.resolve("m.model")), Progress.silent());
        assertEquals(3, seen.size());
        assertEquals(Map.of("auc", 0.5), kept.privacy());
        assertEquals(2, kept.notes().stream().filter(n -> n.startsWith("With smoothing")).count());
        assertTrue(kept.notes().stream().anyMatch(n -> n.contains("--engine copula")));
    }

    private static long row(Table table, int row) {
        return IntStream.range(0, table.variables().size())
                .mapToLong(k -> Double.doubleToLongBits(table.column(k)[row]))
                .reduce(0, SeedTree::key);
    }

    private static void apart(Table train, Table holdout) {
        for (int i = 0; i < holdout.rows(); i++) {
            for (int j = 0; j < train.rows(); j++) {
                boolean same = true;
                for (int k = 0; k < train.variables().size(); k++) {
                    same &= Double.compare(holdout.column(k)[i], train.column(k)[j]) == 0;
                }
                assertFalse(same, "a held-out person was learned");
            }
        }
    }

    @Test
    void aModelThatGivesPeopleAwayIsNotKept() {
        ModelAudit never =
                (splits, keys, target, seed) ->
                        new ModelAudit.Verdict(
                                false, List.of("membership AUC 0.71"), Map.of(), Map.of());
        var e =
                assertThrows(
                        RequestException.class,
                        () ->
                                desk(Optional.of(never))
                                        .learn(
                                                request(folder.resolve("m.model")),
                                                Progress.silent()));
        assertEquals("learn.privacy", e.problems().get(0).code());
        assertTrue(e.problems().get(0).message().contains("0.71"), e.getMessage());
        assertFalse(Files.exists(folder.resolve("m.model")));
    }
}
