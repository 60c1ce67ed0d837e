package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.CdmCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cohort as OMOP CDM 5.4, from the words to the tables. */
class OmopExportTest {
    private static final String ASKED =
            "400 type 2 diabetes patients, half with CKD, 12 % with long COVID of my own, as csv and omop";

    @TempDir private Path folder;

    private Path made(String name, String words, int threads) {
        Path out = folder.resolve(name);
        var request =
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of("csv", "omop")),
                        OptionalLong.of(11),
                        Optional.empty(),
                        false,
                        threads,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
        return out;
    }

    @Test
    void theTablesHoldTogetherAndSayWhatTheOthersSay() throws IOException {
        Path out = made("omop", ASKED, 2);
        Path cdm = out.resolve("omop");

        assertEquals(List.of(), CdmCheck.problems(cdm));
        assertEquals(400, rows(cdm, "person"));
        assertEquals(rows(out, "encounters"), rows(cdm, "visit_occurrence"));
        assertEquals(
                rows(out, "medications") + rows(out, "immunizations"), rows(cdm, "drug_exposure"));
        assertEquals(
                rows(out, "observations")
                        + rows(out, "conditions")
                        + rows(out, "procedures")
                        + rows(out, "allergies")
                        + rows(out, "social_history"),
                rows(cdm, "measurement")
                        + rows(cdm, "procedure_occurrence")
                        + rows(cdm, "observation")
                        + rows(cdm, "condition_occurrence"));
        assertEquals(
                column(out, "observations", "value", "observation", "hba1c"),
                column(
                        cdm,
                        "measurement",
                        "value_as_number",
                        "measurement_source_value",
                        "4548-4"));
    }

    @Test
    void whatIsWrongIsFound() throws IOException {
        Path cdm = made("omop", ASKED, 2).resolve("omop");
        Path people = cdm.resolve("person.csv");
        List<String> lines = Files.readAllLines(people);
        Files.write(people, lines.subList(0, lines.size() - 1));
        assertFalse(CdmCheck.problems(cdm).isEmpty());

        Files.write(people, lines);
        Path visits = cdm.resolve("visit_occurrence.csv");
        String text = Files.readString(visits);
        Files.writeString(visits, text.replaceFirst("\\d{4}(-\\d\\d-\\d\\d)", "1850$1"));
        assertTrue(CdmCheck.problems(cdm).contains("plausibleAfterBirth visit_occurrence"));
    }

    @Test
    void sameBytesForAnyNumberOfThreads() throws IOException {
        Path one = made("one", ASKED.replace("400", "2500"), 1).resolve("omop");
        Path five = made("five", ASKED.replace("400", "2500"), 5).resolve("omop");
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.toList()) {
                Path other = five.resolve(file.getFileName());
                assertArrayEquals(
                        Files.readAllBytes(file), Files.readAllBytes(other), file.toString());
            }
        }
    }

    /** Checks in the style of OHDSI's Data Quality Dashboard, on DuckDB. */
    @Tag("slow")
    @Test
    void aCheckerOfItsOwnFindsNothing() throws IOException, InterruptedException {
        Path checker =
                Path.of(System.getProperty("anamnesis.shared", "absent"), "omop/verify_omop.py");
        assumeTrue(Files.exists(checker), "skipped: no " + checker);
        assumeTrue(
                run(List.of("python3", "-c", "import duckdb")).startsWith("0"),
                "skipped: needs python3 with duckdb");
        for (String who : List.of("type 2 diabetes", "hypertension", "COPD", "prostate cancer")) {
            Path cdm = made(who, "1500 patients with " + who, 2).resolve("omop");
            String said =
                    run(
                            List.of(
                                    "python3",
                                    checker.toString(),
                                    cdm.toString(),
                                    "--spec",
                                    checker.getParent().toString()));
            assertTrue(said.startsWith("0"), who + ": " + said);
        }
    }

    /** What has concept id 0 is told, and nothing else is. */
    @Test
    void codesWithoutAConceptStandInTheManifest() throws IOException {
        Path out =
                made("unmapped", "200 type 2 diabetes patients, 10 % with long COVID of my own", 2);
        Map<?, ?> manifest = JSON.std.mapFrom(Files.readString(out.resolve("manifest.json")));
        List<?> told = (List<?>) ((Map<?, ?>) manifest.get("codes_without_concept")).get("omop");
        CsvTable drugs = CsvTable.read(out.resolve("omop").resolve("drug_exposure.csv"));
        for (int i = 0; i < drugs.rows(); i++) {
            String code = drugs.text("drug_source_value").get(i);
            boolean zero = drugs.text("drug_concept_id").get(i).equals("0");
            boolean named = told.stream().anyMatch(t -> t.toString().startsWith(code + " "));
            assertEquals(zero, named, code);
        }
        CsvTable values = CsvTable.read(out.resolve("omop").resolve("measurement.csv"));
        for (int i = 0; i < values.rows(); i++) {
            String code = values.text("measurement_source_value").get(i);
            boolean zero = values.text("measurement_concept_id").get(i).equals("0");
            boolean named = told.stream().anyMatch(t -> t.toString().startsWith(code + " "));
            assertEquals(zero, named, code);
        }
    }

    /** Years of visits pass the checker, too, and both scripts name every table and column. */
    @Test
    void theScriptsLoadEveryTable() throws IOException {
        Path cdm = made("scripts", "60 type 2 diabetes patients over 2 years", 2).resolve("omop");
        String duckDb = Files.readString(cdm.resolve("load_duckdb.sql"));
        String postgres = Files.readString(cdm.resolve("load_postgresql.sql"));

        try (Stream<Path> files = Files.list(cdm)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                String table = file.getFileName().toString().replace(".csv", "");
                assertTrue(duckDb.contains("COPY " + table + " FROM '" + table + ".csv'"), table);
                assertTrue(postgres.contains("\\copy " + table + " FROM"), table);
                int from = postgres.indexOf("CREATE TABLE " + table + " (");
                String made = postgres.substring(from, postgres.indexOf(");", from));
                List<String> columns =
                        made.lines().skip(1).map(l -> l.strip().split(" ")[0]).toList();
                String header = Files.readAllLines(file).get(0);
                assertEquals(List.of(header.split(",")), columns, table);
            }
        }
        assertTrue(postgres.startsWith("--") && postgres.strip().endsWith("COMMIT;"));
    }

    @Tag("slow")
    @Test
    void duckDbTakesTheScriptAndTheCheckerTheYears() throws IOException, InterruptedException {
        assumeTrue(
                run(List.of("python3", "-c", "import duckdb")).startsWith("0"),
                "skipped: needs python3 with duckdb");
        Path cdm = made("years", "700 type 2 diabetes patients over 5 years", 2).resolve("omop");
        String loaded =
                run(
                        List.of(
                                "python3",
                                "-c",
                                "import os,duckdb;os.chdir('"
                                        + cdm
                                        + "');c=duckdb.connect();c.execute(open('load_duckdb.sql').read());"
                                        + "print(c.execute('select count(*) from measurement').fetchone()[0])"));
        assertEquals("0 " + rows(cdm, "measurement"), loaded);

        Path checker =
                Path.of(System.getProperty("anamnesis.shared", "absent"), "omop/verify_omop.py");
        assumeTrue(Files.exists(checker), "skipped: no " + checker);
        String said =
                run(
                        List.of(
                                "python3",
                                checker.toString(),
                                cdm.toString(),
                                "--spec",
                                checker.getParent().toString()));
        assertTrue(said.startsWith("0"), said);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        int code = process.waitFor();
        return code + " " + Files.readString(output, StandardCharsets.UTF_8).strip();
    }

    private static long rows(Path folder, String table) throws IOException {
        return CsvTable.read(folder.resolve(table + ".csv")).rows();
    }

    private static List<String> column(
            Path folder, String table, String value, String selector, String selected)
            throws IOException {
        CsvTable read = CsvTable.read(folder.resolve(table + ".csv"));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < read.rows(); i++) {
            if (selected.equals(read.text(selector).get(i))) {
                values.add(read.text(value).get(i));
            }
        }
        return values;
    }
}
