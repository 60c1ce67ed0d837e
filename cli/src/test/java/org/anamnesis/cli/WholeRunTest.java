package org.anamnesis.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as it ships, from words to folder: nothing is scripted here. */
class WholeRunTest {
    private static final String MAIN =
            "generate 2000 Type 2 diabetes patients EHR data with 20 important diabetes observations"
                    + " based on the US population";

    @TempDir private Path dir;

    private static Path made(Path folder, String... args) {
        List<String> all = new ArrayList<>(List.of("generate", "--out", folder.toString()));
        all.addAll(List.of(args));
        Ran ran = Ran.run(all.toArray(String[]::new));
        assertEquals(0, ran.code(), ran.err());
        return folder;
    }

    /** Checksum by file, as the manifest of a folder says. */
    private static Map<String, String> checksums(Path folder) throws IOException {
        Map<String, Object> manifest =
                JSON.std.mapFrom(Files.readString(folder.resolve("manifest.json")));
        Map<String, String> sums = new TreeMap<>();
        for (Object file : (List<?>) manifest.get("files")) {
            Map<?, ?> f = (Map<?, ?>) file;
            sums.put((String) f.get("name"), (String) f.get("sha256"));
        }
        return sums;
    }

    @Test
    void theMainCommandLeavesTheFolderOfTheDesign() throws IOException {
        Path folder = made(dir.resolve("t2dm"), MAIN);

        Set<String> wanted = new TreeSet<>();
        for (String table :
                List.of(
                        "cohort",
                        "patients",
                        "conditions",
                        "observations",
                        "medications",
                        "procedures",
                        "immunizations",
                        "allergies",
                        "social_history",
                        "encounters")) {
            wanted.add(table + ".csv");
            wanted.add(table + ".parquet");
        }
        wanted.addAll(
                List.of(
                        "spec.json",
                        "dictionary.csv",
                        "sources.md",
                        "sources.json",
                        "report.html"));
        assertEquals(wanted, checksums(folder).keySet());
        assertEquals(2001, Files.readAllLines(folder.resolve("cohort.csv")).size());
        assertEquals(2001, Files.readAllLines(folder.resolve("encounters.csv")).size());
        long observations =
                Files.readAllLines(folder.resolve("dictionary.csv")).stream()
                        .filter(l -> l.startsWith("cohort,") && l.contains(",observation,"))
                        .count();
        assertEquals(20, observations);
        String page = Files.readString(folder.resolve("report.html"));
        assertFalse(page.contains("src=\"http") || page.contains("url(http"), "needs the network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MAIN,
                "700 hypertensive patients, 60 % women, mean age 60, 20 % with CKD stage 3",
                "300 children with asthma",
                "500 people of the general population with the copula engine",
                "5 Black women with stroke aged 40 to 60, seed 77"
            })
    void theSameSpecificationMakesTheSameBytesWithAnyNumberOfThreads(String words)
            throws IOException {
        Path first = made(dir.resolve("one"), words, "--threads", "1");
        String spec = first.resolve("spec.json").toString();
        Map<String, String> sums = checksums(first);
        Path two = made(dir.resolve("two"), words, "--threads", "2");
        Path seven = made(dir.resolve("seven"), "--spec", spec, "--threads", "7");

        assertEquals(sums, checksums(two));
        assertEquals(sums, checksums(seven));
        Path other = made(dir.resolve("other"), "--spec", spec, "--seed", "78");
        assertNotEquals(sums.get("cohort.csv"), checksums(other).get("cohort.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0 patients with asthma|request.count.zero
            -5 patients with asthma|request.count.zero
            2.5 patients with asthma|request.count.fraction
            1000000000000000000 patients with asthma|request.count.disk
            100 patients with zorbitis|request.condition.unknown
            100 T2DM patients with 500 observations|plan.observations.many
            100 T2DM patients aged 90 to 20|request.age.reversed
            100 T2DM patients with HbA1c above 40 %|request.limit.implausible
            100 T2DM patients with mean above 10 mmol/L|request.unit.unknown
            100 T2DM patients, 120 % female|request.share.range
            100 pregnant men|spec.contradiction
            99999999999999999999999 patients with asthma|request.count.huge
            what is the mean HbA1c in US adults?|request.question
            """)
    void badRequestsAreRefusedInWordsAndLeaveNothing(String words, String code) throws IOException {
        Ran ran = Ran.run("generate", words, "--json", "--out", dir.resolve("x").toString());

        assertEquals(2, ran.code(), ran.err());
        assertTrue((ran.out() + ran.err()).contains(code), ran.out() + ran.err());
        try (Stream<Path> left = Files.list(dir)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void moreThanTheDiskHoldsIsRefusedWithWhatItHolds() {
        for (String count : List.of("1000000000000000000", "99999999999999999999999")) {
            Ran ran =
                    Ran.run(
                            "generate",
                            count + " asthma patients",
                            "--out",
                            dir.resolve("x").toString());

            assertTrue(ran.err().matches("(?s).*at most about [0-9,]+ here.*"), ran.err());
        }
    }

    @Test
    void anEmptyRequestIsRefused() {
        assertEquals(2, Ran.run("generate", "", "--out", dir.resolve("x").toString()).code());
        assertEquals(2, Ran.run("generate", " \t ", "--out", dir.resolve("x").toString()).code());
        assertFalse(Files.exists(dir.resolve("x")));
    }

    @Test
    void whatTheEvidenceForbidsIsSaidBesideWhatTheWordsForbid() {
        Ran ran =
                Ran.run(
                        "generate",
                        "0 T2DM patients with 500 observations",
                        "--out",
                        dir.resolve("x").toString());

        assertTrue(ran.err().contains("request.count.zero"), ran.err());
        assertTrue(ran.err().contains("Only 27 observations"), ran.err());
    }

    @Test
    void allProblemsComeAtOnce() {
        Ran ran =
                Ran.run(
                        "generate",
                        "0 patients with zorbitis aged 90 to 20, 120 % female",
                        "--format",
                        "xlsx",
                        "--out",
                        dir.resolve("x").toString());

        assertEquals(2, ran.code());
        for (String word : List.of("0 patients", "zorbitis", "90 to 20", "120 %", "xlsx")) {
            assertTrue(ran.err().contains(word), word + " is not in " + ran.err());
        }
        assertEquals(ran.err().indexOf("xlsx"), ran.err().lastIndexOf("xlsx"), "said twice: xlsx");
    }

    static Stream<String> specs() {
        return Stream.of(
                "{\"version\": 99, \"count\": 5}",
                "{\"version\": 1, \"count\": 5, \"colour\": \"red\"}",
                "{\"version\": 1, \"count\": 5, \"con",
                "",
                "\u0000\u0001");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void badSpecificationsAreRefused(String text) throws IOException {
        Path spec = Files.writeString(dir.resolve("spec.json"), text);
        Ran ran =
                Ran.run(
                        "generate",
                        "--spec",
                        spec.toString(),
                        "--out",
                        dir.resolve("x").toString());

        assertEquals(2, ran.code(), ran.err());
        assertFalse(Files.exists(dir.resolve("x")));
    }

    @Test
    void formulasAndControlCharactersStayText() throws IOException {
        Path folder =
                made(
                        dir.resolve("x"),
                        "20 asthma patients called =cmd()\u001b[31m and +1-1 \u0007 @SUM(A1)");

        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    for (String cell : line.split(",")) {
                        String bare = cell.replaceFirst("^\"", "");
                        boolean number = bare.matches("-?[0-9.]+(\"|)");
                        assertFalse(!number && bare.matches("[=+@\\-\t].*"), file + ": " + cell);
                    }
                }
            }
        }
        assertFalse(Files.readString(folder.resolve("sources.md")).contains("\u001b"));
        assertFalse(Files.readString(folder.resolve("report.html")).contains("\u001b"));
    }

    @Test
    void aFileIsNotOverwrittenByAFolder() throws IOException {
        Path file = Files.writeString(dir.resolve("mine"), "precious");
        Ran ran = Ran.run("generate", "5 asthma patients", "--out", file.toString());

        assertEquals(2, ran.code(), ran.err());
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void noiseIsRefusedQuickly() {
        Ran ran = Ran.run("generate", "zx9 ".repeat(25_000), "--out", dir.resolve("x").toString());

        assertEquals(2, ran.code());
        assertTrue(ran.err().length() < 2000, "says more than a person reads");
        assertFalse(Files.exists(dir.resolve("x")));
    }
}
