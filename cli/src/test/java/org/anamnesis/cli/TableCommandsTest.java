package org.anamnesis.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.converse.Validated;
import org.anamnesis.problem.EnvironmentException;
import org.junit.jupiter.api.Test;

/** Commands about a user's table: words in, exit code and two streams out. */
class TableCommandsTest {
    private final ScriptedAnamnesis program = new ScriptedAnamnesis();

    private Ran run(String... args) {
        return Ran.of(program, args);
    }

    @Test
    void evaluateHandsOnTheThreeTablesAndSaysTheFigures() throws IOException {
        String[] asked = {
            "evaluate",
            "--real",
            "a.csv",
            "--holdout",
            "h.csv",
            "--synthetic",
            "s.csv",
            "--out",
            "o"
        };
        Ran ran = run(asked);
        assertEquals(0, ran.code());
        assertTrue(
                ran.out().contains("Told apart: AUC 0.52.") && ran.out().contains("privacy.html"));
        assertEquals(Path.of("h.csv"), program.judged.get(0).holdout());
        assertEquals(Optional.empty(), program.judged.get(0).outcome());
        Ran json = run("--json", "evaluate", "--real", "a.csv");
        assertEquals(2, json.code());
        assertTrue(json.json().containsKey("problems"), "what is missing is said");
    }

    @Test
    void aTableThatWasLearnedIsToldOf() throws IOException {
        Ran ran = run("learn", "t.csv", "--out", "m", "--target", "dm", "--schema", "s.json");
        assertEquals(0, ran.code());
        assertEquals(
                """
                Columns
                  - age: number in a, 0 decimals
                Left out
                  - mrn: It holds a number of a record, account or document.
                Rules of the table
                  - bmi = 10000 * weight / height^2
                Take care
                  - The text is read as Windows-1252.
                The schema is in s.json: correct it and learn again.
                Learned 6,400 of 6,400 rows with trees in m (1.3 s).
                """,
                ran.out());
        var asked = program.tables.get(0);
        assertEquals(Path.of("t.csv"), asked.table());
        assertEquals(Optional.of("dm"), asked.target());
        assertEquals(1, asked.seed());
        var json =
                run(
                                "learn",
                                "t.csv",
                                "--engine",
                                "gan",
                                "--out",
                                "m",
                                "--seed",
                                "7",
                                "--rule",
                                "a < b",
                                "--json")
                        .json();
        assertEquals("gan", json.get("engine"));
        assertEquals(Map.of("anamnesis_schema", 1), json.get("schema"));
        assertEquals(List.of("a < b"), program.tables.get(1).rules());
        assertEquals(7, program.tables.get(1).seed());
    }

    @Test
    void aTableMayOnlyBeLookedAt() {
        assertTrue(run("learn", "t.csv").out().endsWith("--out MODEL learns the table.\n"));
        assertEquals(2, run("learn", "t.csv", "--engine", "gan").code());
        assertEquals(2, run("learn").code());
        assertEquals(1, program.tables.size());
    }

    @Test
    void aPromiseOfPrivacyIsHandedOnInTheUsersWords() {
        assertEquals(
                0, run("learn", "t.csv", "--out", "m", "--epsilon", "1.5", "--delta", "x").code());
        var asked = program.tables.get(0).promise().orElseThrow();
        assertEquals("1.5", asked.epsilon());
        assertEquals(Optional.of("x"), asked.delta());
        assertEquals(2, run("learn", "t.csv", "--out", "m", "--delta", "1e-6").code());
        assertEquals(2, run("learn", "t.csv", "--epsilon", "1").code());
        assertEquals(1, program.tables.size());
    }

    @Test
    void plainWordsSayWhichRows() {
        assertEquals(0, run("sample", "m", "50 women, seed 3", "--out", "f").code());
        var asked = program.samples.get(0);
        assertEquals(Optional.of("50 women, seed 3"), asked.words());
        assertEquals(OptionalLong.empty(), asked.rows());
        assertEquals(OptionalLong.empty(), asked.seed());
        assertEquals(0, run("sample", "m", "women", "-n", "9", "--seed", "4", "--out", "f").code());
        assertEquals(OptionalLong.of(9), program.samples.get(1).rows());
        assertEquals(OptionalLong.of(4), program.samples.get(1).seed());
        assertEquals(2, run("interpret", "--model", "no such file", "women").code());
    }

    @Test
    void rowsThatWereMadeAreToldOf() throws IOException {
        Ran ran =
                run(
                        "sample",
                        "m",
                        "-n",
                        "1200",
                        "--where",
                        "hba1c >= 8",
                        "--target",
                        "mean(hba1c)=9",
                        "--out",
                        "f.csv");
        assertEquals(
                """
                Understood
                  - hba1c from 8 up
                1,200 synthetic rows in f.csv (1.3 s).
                """,
                ran.out());
        var asked = program.samples.get(0);
        assertEquals(Optional.of("hba1c >= 8"), asked.where());
        assertEquals(List.of("mean(hba1c)=9"), asked.targets());
        assertEquals(
                0.125, run("sample", "m", "-n", "5", "--out", "f", "--json").json().get("yield"));
        assertEquals(2, run("sample", "m", "-n", "0", "--out", "f").code());
        assertEquals(2, run("sample", "m", "--out", "f").code());
        assertEquals(2, run("sample", "m", "-n", "5").code());
        program.failure = Optional.of(new EnvironmentException("The disk is full.", null));
        assertEquals(3, run("sample", "m", "-n", "5", "--out", "f").code());
    }

    @Test
    void tablesThatWereLoadedAreCounted() throws IOException {
        Ran ran = run("load", "made", "--to", "postgresql://ann@db/cdm", "--schema", "cdm");
        assertEquals(0, ran.code());
        assertEquals(
                """
                database cdm at db:5432: 400 rows in 1 tables, 1.3 s.
                         400  person
                About the tables
                  - No foreign keys.
                """,
                ran.out());
        var asked = program.loads.get(0);
        assertEquals(Path.of("made"), asked.folder());
        assertEquals("postgresql://ann@db/cdm", asked.into());
        assertEquals(Optional.of("cdm"), asked.schema());
        assertEquals(
                Map.of("person", 400),
                run("load", "made", "--to", "x.duckdb", "--json").json().get("rows"));
        assertEquals(2, run("load", "made").code());
        assertEquals(2, run("load", "--to", "x.duckdb").code());
    }

    @Test
    void aDatabaseThatFailsIsTheEnvironment() {
        program.failure =
                Optional.of(
                        new EnvironmentException(
                                "PostgreSQL does not answer.", new IOException("down")));
        Ran ran = run("load", "made", "--to", "postgresql://ann@db/cdm");
        assertEquals(3, ran.code());
        assertEquals("PostgreSQL does not answer.\n", ran.err());
    }

    @Test
    void errorsThatAreFoundAreAnExitCodeOfTheirOwn() throws IOException {
        Ran clean = run("validate", "made");
        assertEquals(0, clean.code());
        assertEquals(
                """
                FHIR R4
                           3  Patient
                About this check
                  - No codes were looked up.
                No errors (2.0 s).
                """,
                clean.out());
        assertEquals(Path.of("made"), program.checks.get(0).folder());
        program.faults =
                List.of(
                        new Validated.Fault(
                                "per-1", "Encounter.period", 1, 3, "e-1", "per-1 at Encounter"));
        Ran found = run("validate", "made", "--packages", "p", "--sample", "0");
        assertEquals(1, found.code());
        assertTrue(found.out().contains("  - per-1 at Encounter\n"), found.out());
        assertTrue(found.out().endsWith("One kind of error (2.0 s).\n"), found.out());
        assertEquals(Optional.of(Path.of("p")), program.checks.get(1).packages());
        assertEquals(0, program.checks.get(1).sample());
        Ran json = run("validate", "made", "--json");
        assertEquals(1, json.code());
        assertEquals(false, json.json().get("ok"));
        assertEquals(2, run("validate", "made", "--sample", "-1").code());
    }
}
