package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.anamnesis.generate.Learners;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table learned under a promise: what is in the file, what is said, what is refused. */
class PrivateDeskTest {
    private static final int ROWS = 1200;

    @TempDir private Path folder;
    private Path table;

    /** Six people answer "zebra": enough for the usual engines, too few for any noise. */
    @BeforeEach
    void prepare() throws IOException {
        var text = new StringBuilder("MRN,sex,ward,height,weight,bmi,site\n");
        long key = new SeedTree(5).purpose("people");
        for (int i = 0; i < ROWS; i++) {
            double height = 150 + 40 * SeedTree.uniform(key, 3 * i);
            double weight = 50 + 50 * SeedTree.uniform(key, 3 * i + 1);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%s,%s,%.0f,%.1f,%.1f,only\n",
                            700_000 + 13 * i,
                            SeedTree.uniform(key, 3 * i + 2) < 0.5 ? "F" : "M",
                            i % 200 == 7 ? "zebra" : i % 3 == 0 ? "north" : "south",
                            height,
                            weight,
                            10_000 * weight / height / height));
        }
        table = Files.writeString(folder.resolve("people.csv"), text);
    }

    private LearnRequest request(
            String epsilon, String delta, String engine, String schema, String... rules) {
        return new LearnRequest(
                table,
                Optional.of(engine).filter(e -> !e.isEmpty()),
                Optional.of(folder.resolve("m.model")),
                Optional.empty(),
                Optional.of(schema).filter(s -> !s.isEmpty()).map(folder::resolve),
                List.of(rules),
                424_242,
                Optional.of(epsilon)
                        .filter(e -> !e.isEmpty())
                        .map(
                                e ->
                                        new AskedPromise(
                                                e, Optional.of(delta).filter(d -> !d.isEmpty()))),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    private Learned learn(String epsilon, String delta, String engine, String... rules) {
        return learn(request(epsilon, delta, engine, "", rules));
    }

    private static Learned learn(LearnRequest request) {
        return new LearnDesk(Learners.installed(), Optional.of(new LearningAudit()), "2026-11-28")
                .learn(request, Progress.silent());
    }

    private List<String[]> made(int rows, String where) throws IOException {
        Path out = folder.resolve("made" + where.length() + ".csv");
        new SampleDesk(Learners.installed())
                .sample(
                        new RowsRequest(
                                folder.resolve("m.model"),
                                rows,
                                Optional.of(where).filter(w -> !w.isEmpty()),
                                List.of(),
                                3,
                                out),
                        Progress.silent());
        try (Stream<String> lines = Files.lines(out)) {
            return lines.skip(1).map(l -> l.split(",", -1)).toList();
        }
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("m.model"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theFileSaysThePromiseAndNothingThatWasNotCovered() throws IOException {
        Learned learned = learn("3", "", "");
        assertEquals("mst", learned.engine());
        assertEquals(3.0, learned.privacy().get("epsilon"));
        assertEquals(1e-6, learned.privacy().get("delta"));
        double rho = (double) learned.privacy().get("rho");
        assertTrue(rho > 0.14 && rho < 0.1851, "rho of (3, 1e-6) is below 0.185: " + rho);
        assertTrue(learned.privacy().get("split") instanceof Map<?, ?> m && m.size() == 4);
        String file = file();
        assertTrue(file.contains("\"epsilon\" : 3.0"));
        for (String secret : List.of("zebra", "424242", "700013", "c2st", "membership")) {
            assertFalse(file.contains(secret), secret);
        }
        assertTrue(file.contains("\"sha256\" : \"\""), "a digest tells whether one row is there");
        assertTrue(file.contains("\"rows_learned\" : 0"), "so does their number");
        assertTrue(learned.quality().isEmpty());
        String said = String.join(" ", learned.notes());
        assertTrue(said.contains("Not covered are names, kinds and spelling"), said);
        assertTrue(said.contains("not in the model, not covered by the promise"), said);
        assertTrue(
                String.join(" ", learned.columns())
                        .contains("ward: category of north, south, other (rare)"));
    }

    @Test
    void rowsAreMadeWithinConditionsAndStatedRules() throws IOException {
        learn(
                "10",
                "",
                "mst",
                "bmi = 10000 * weight / height ^ 2",
                "weight >= 40",
                "weight <= 120");
        List<String[]> free = made(400, "");
        assertEquals(400, free.size());
        int only = 0;
        for (String[] row : made(200, "height >= 170 and sex = 'F'")) {
            assertEquals("F", row[0]);
            assertTrue(Double.parseDouble(row[2]) >= 170);
            only += row[5].equals("only") ? 1 : 0; // what else there is, noise may make
            if (row[3].isEmpty() || row[4].isEmpty()) {
                continue; // noise has a few missing values where the table has none
            }
            double weight = Double.parseDouble(row[3]);
            assertTrue(weight >= 40 && weight <= 120);
            double bmi = 10_000 * weight / Math.pow(Double.parseDouble(row[2]), 2);
            assertEquals(bmi, Double.parseDouble(row[4]), 0.0501);
        }
        assertTrue(only >= 180, only + " of 200 have the only level");
        double women = free.stream().filter(r -> r[0].equals("F")).count() / 400.0;
        assertEquals(0.5, women, 0.15);
    }

    /** The page for whoever decides whether rows may leave. */
    @Test
    void thePrivacyPageSaysThePromise() throws IOException {
        learn("3", "1e-7", "");
        List<String> lines = Files.readAllLines(table);
        Path half = Files.write(folder.resolve("half.csv"), lines.subList(0, ROWS / 2));
        List<String> others = new java.util.ArrayList<>(lines.subList(0, 1));
        others.addAll(lines.subList(ROWS / 2, ROWS));
        Path holdout = Files.write(folder.resolve("holdout.csv"), others);
        Path synthetic = folder.resolve("synthetic.csv");
        new SampleDesk(Learners.installed())
                .sample(
                        new RowsRequest(
                                folder.resolve("m.model"),
                                400,
                                Optional.empty(),
                                List.of(),
                                3,
                                synthetic),
                        Progress.silent());
        Path out = folder.resolve("judged");
        EvaluateDesk.evaluate(
                new EvaluateRequest(
                        half,
                        holdout,
                        synthetic,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        out,
                        1,
                        Optional.of(folder.resolve("m.model"))),
                Progress.silent());
        String page = Files.readString(out.resolve("privacy.html"));
        for (String part :
                List.of("epsilon 3.0 and delta 1.0E-7", "MST", "Not covered:", "chosen pairs")) {
            assertTrue(page.contains(part), part);
        }
    }

    /** Levels that the user lists are known to everybody, seldom ones too. */
    @Test
    void aSchemaThatIsGivenStatesTheLevels() throws IOException {
        learn(
                new LearnRequest(
                        table,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(folder.resolve("s.json")),
                        List.of(),
                        1));
        Path schema = folder.resolve("s.json");
        Files.writeString(
                schema, Files.readString(schema).replace("\"zebra\"", "\"west\", \"zebra\""));
        Learned learned = learn(request("1", "1e-7", "", "s.json"));
        assertTrue(file().contains("west") && file().contains("zebra"));
        assertTrue(String.join(" ", learned.notes()).contains("count as known to everybody"));
        assertFalse(learned.privacy().get("spent").toString().contains("levels of ward"));
    }

    /** Of several rows of a person one is learned; so many at most as there are persons. */
    @Test
    void thePromiseIsMadeToPersons() throws IOException {
        var text = new StringBuilder("patient_id,value,kind\n");
        for (int i = 0; i < 900; i++) {
            text.append("p%d,%d,%s\n".formatted(i % 300, i % 50, i % 2 == 0 ? "a" : "b"));
        }
        table = Files.writeString(folder.resolve("visits.csv"), text);
        Learned learned = learn("5", "", "");
        assertTrue(learned.rows() <= 300 && learned.rows() >= 180, "rows " + learned.rows());
        assertTrue(String.join(" ", learned.notes()).contains("the promise is made to persons"));
    }

    @Test
    void whatCannotBePromisedIsRefused() {
        for (String bad : List.of("0", "-1", "abc", "NaN", "Infinity", "1e9", " ")) {
            assertEquals(List.of("learn.epsilon"), codes(() -> learn(bad, "", "")), bad);
        }
        for (String bad : List.of("0", "1", "-1e-6", "abc", "0.001", "NaN")) {
            assertEquals(List.of("learn.delta"), codes(() -> learn("1", bad, "")), bad);
        }
        assertEquals(
                List.of("learn.epsilon", "learn.delta", "learn.epsilon.engine"),
                codes(() -> learn("x", "y", "trees")));
        assertEquals(List.of("learn.epsilon"), codes(() -> learn("", "", "mst")));
        assertEquals(
                List.of("learn.rule.private"),
                codes(() -> learn("1", "", "", "ward follows from sex")));
        assertFalse(Files.exists(folder.resolve("m.model")));
    }

    private static List<String> codes(Runnable work) {
        return assertThrows(RequestException.class, work::run).problems().stream()
                .map(Problem::code)
                .toList();
    }
}
