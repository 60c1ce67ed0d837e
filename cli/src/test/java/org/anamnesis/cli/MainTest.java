package org.anamnesis.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words in, exit code and two streams out. */
class MainTest {
    private final ScriptedAnamnesis program = new ScriptedAnamnesis();

    private Ran run(String... args) {
        return Ran.of(program, args);
    }

    @Test
    void sayWhatWasUnderstoodAssumedNotUsedAndWhereItIs() {
        Ran ran = run("generate", "5 purple patients", "--out", "x");
        assertEquals(0, ran.code());
        assertEquals(
                """
                Understood
                  - 5 patients ("5")
                Assumed
                  - No age was given.
                Not used
                  - "purple"
                Where the numbers come from
                  - NHANES https://www.cdc.gov/nchs/nhanes/
                Take care
                  - rare
                12,345 synthetic patients in some where (1.3 s): cohort.csv, manifest.json
                Open some where/report.html in a browser.
                """,
                ran.out());
        assertEquals("", ran.err());
    }

    @Test
    void everyOptionReachesTheProgram() {
        run(
                "generate",
                "5",
                "patients",
                "--out",
                "a b",
                "--format",
                "CSV, parquet",
                "--seed",
                "-7",
                "--engine",
                "copula",
                "--analysis-only",
                "--threads",
                "3",
                "--dry-run");
        var asked = program.requests.get(0);
        assertEquals(Optional.of("5 patients"), asked.words());
        assertEquals(Optional.of(Path.of("a b")), asked.out());
        assertEquals(Optional.of(List.of("csv", "parquet")), asked.formats());
        assertEquals(OptionalLong.of(-7), asked.seed());
        assertEquals(Optional.of("copula"), asked.engine());
        assertTrue(asked.analysisOnly());
        assertEquals(3, asked.threads());
        assertEquals(Optional.empty(), asked.vocabulary());
        assertTrue(asked.dryRun());
        assertEquals(Optional.empty(), asked.specFile());
    }

    @Test
    void aSpecificationStandsInsteadOfWords() {
        run("generate", "--spec", "spec.json");
        assertEquals(Optional.of(Path.of("spec.json")), program.requests.get(0).specFile());
        assertEquals(Optional.empty(), program.requests.get(0).words());
        assertEquals(2, run("generate", "5 patients", "--spec", "spec.json").code());
        assertEquals(1, program.requests.size());
    }

    @Test
    void sentencesMayBeginWithADashAndTurnsKeepTheirOrder() {
        run("generate", "-5 patients", "--dry-run");
        assertEquals(Optional.of("-5 patients"), program.requests.get(0).words());
        run("interpret", "-5 patients", "only women", "- no men");
        assertEquals(
                List.of("-5 patients", "only women", "- no men"), program.conversations.get(0));
    }

    @Test
    void jsonIsOneObjectAndNothingElse() throws IOException {
        Ran ran = Ran.run(true, () -> program, "generate", "5 patients", "--json");
        assertEquals(0, ran.code());
        assertEquals("", ran.err());
        Map<String, Object> m = ran.json();
        assertEquals(Map.of("count", 5), m.get("spec"));
        assertEquals(List.of("purple"), m.get("not_used"));
        assertEquals("some where", m.get("folder"));
        assertEquals(List.of("cohort.csv", "manifest.json"), m.get("files"));
        assertEquals(12_345, m.get("patients"));
        assertEquals(1.25, m.get("seconds"));
        assertFalse(run("generate", "5", "--dry-run", "--json").json().containsKey("folder"));
    }

    @Test
    void interpretAndAskSpeakJsonToo() throws IOException {
        Map<String, Object> m = run("interpret", "5 patients", "women", "--json").json();
        assertEquals(2, ((List<?>) m.get("turns")).size());
        Map<String, Object> answer = run("ask", "mean", "HbA1c?", "--json").json();
        assertEquals("7.2 %", answer.get("answer"));
        assertEquals(7.2, answer.get("value"));
        assertEquals(List.of("mean HbA1c?"), program.questions);
        assertEquals("7.2 %\n  - NHANES, n = 5\n", run("ask", "mean").out());
    }

    @Test
    void aReaderThatLeavesIsNoFailureButAFullDiskIs() {
        assertEquals(0, closed(0, true).code());
        assertEquals("", closed(0, true).err());
        assertEquals(2, closed(2, true).code());
        assertEquals(3, closed(0, false).code());
        assertTrue(closed(0, false).err().contains("could not be written"));
        assertEquals(2, closed(2, false).code());
    }

    private static Ran closed(int code, boolean piped) {
        var full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("no room");
                    }
                };
        var out = new PrintStream(full, true, StandardCharsets.UTF_8);
        out.println("a line");
        var err = new ByteArrayOutputStream();
        int ended =
                Main.closed(out, new PrintStream(err, true, StandardCharsets.UTF_8), code, piped);
        return new Ran(ended, "", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everyProblemIsToldWithItsSuggestion() throws IOException {
        program.failure =
                Optional.of(
                        new RequestException(
                                List.of(
                                        new Problem("a.b", "90 to 20", "ages run backwards.", "20"),
                                        new Problem("c.d", "", "nothing was asked", "say it"))));
        Ran ran = run("generate", "x");
        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        assertEquals(
                """
                Ages run backwards ("90 to 20") [a.b]
                  Try: 20
                Nothing was asked [c.d]
                  Try: say it
                """,
                ran.err());
        Ran json = run("generate", "x", "--json");
        assertEquals(2, json.code());
        assertEquals("", json.err());
        assertEquals(
                Map.of(
                        "code", "a.b",
                        "where", "90 to 20",
                        "message", "ages run backwards.",
                        "suggestion", "20"),
                ((List<?>) json.json().get("problems")).get(0));
    }

    @Test
    void aTurnThatCouldNotBeMetFailsTheCommand() throws IOException {
        program.turnProblems = List.of(new Problem("a.b", "w", "wrong", "right"));
        Ran ran = run("interpret", "w");
        assertEquals(2, ran.code());
        assertEquals("Wrong (\"w\") [a.b]\n  Try: right\n", ran.err());
        Ran json = run("interpret", "w", "--json");
        assertEquals(2, json.code());
        assertTrue(json.json().containsKey("turns"));
    }

    @ParameterizedTest
    @CsvSource({
        "generate --fromat csv x, there is no such option, Try: --format",
        "generte x, there is no such command, Try: generate",
        "generate --xyzzyx 1, there is no such option, ./anamnesis generate --help",
        "generate x --seed abc, --seed takes a whole number, ./anamnesis generate --help",
        "generate x --threads 0, at least one thread, --threads",
        "evidence build, --nhanes DIR is missing, ./anamnesis evidence build --help",
        "evidence build --nhanes d --keep-apart 9, folds are numbered 0 to 4, --keep-apart",
        "evidence, a command is missing, build",
        "ask, QUESTION is missing, ./anamnesis ask --help"
    })
    void aCommandLineThatIsWrongIsExplained(String line, String message, String suggestion)
            throws IOException {
        Ran ran = run(line.split(" "));
        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        String said = ran.err().toLowerCase(Locale.ROOT);
        assertTrue(said.contains(message.toLowerCase(Locale.ROOT)), ran.err());
        assertTrue(ran.err().contains(suggestion), ran.err());
        assertFalse(said.contains("java") || said.contains("exception"), ran.err());
        Ran json = run((line + " --json").split(" "));
        assertEquals(2, json.code());
        assertFalse(((List<?>) json.json().get("problems")).isEmpty());
        assertTrue(program.requests.isEmpty() && program.builds.isEmpty());
    }

    @Test
    void noCommandIsAProblemToo() {
        assertEquals(2, run().code());
    }

    @Test
    void whatTheUserCannotMendIsOneSentenceAndExitThree() throws IOException {
        for (Throwable t :
                List.of(
                        new EnvironmentException("The disk is full.", new IOException("x")),
                        new IllegalStateException("odd"),
                        new OutOfMemoryError("heap"),
                        new ExceptionInInitializerError(new IOException("resource gone")))) {
            program.failure = Optional.of(t);
            Ran ran = run("generate", "x");
            assertEquals(3, ran.code());
            assertEquals("", ran.out());
            assertEquals(1, ran.err().lines().count(), ran.err());
            Ran json = run("generate", "x", "--json");
            assertEquals(3, json.code());
            var problem = (Map<?, ?>) ((List<?>) json.json().get("problems")).get(0);
            assertEquals(
                    List.of("code", "where", "message", "suggestion"),
                    List.copyOf(problem.keySet()));
        }
        Ran broken =
                Ran.run(
                        false,
                        () -> {
                            throw new IllegalStateException("no evidence");
                        },
                        "ask",
                        "x");
        assertEquals(3, broken.code());
        assertTrue(broken.err().contains("no evidence"));
    }

    @Test
    void aStrangersWordsCannotSteerTheTerminal() {
        program.notUsed = "a\u001b[2Jb\u009b31mc\rd\u202Ee\nUnderstood\u2066f";
        String out = run("generate", "x").out();
        assertTrue(out.contains("\"a [2Jb 31mc d e Understood f\""), out);
        assertTrue(out.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), out);
        program.failure =
                Optional.of(
                        new RequestException(
                                List.of(new Problem("a", "\u001b]0;x\u0007\n0", "no", "\u001b"))));
        String err = run("generate", "x").err();
        assertEquals("No (\" ]0;x  0\") [a]\n  Try:  \n", err);
    }

    @Test
    void progressIsOnlyForAPersonAndLeavesNoTrace() {
        Ran seen = Ran.run(true, () -> program, "generate", "x");
        assertEquals("\r\u001b[K 50 %  making patients\r\u001b[K", seen.err());
        program.failure = Optional.of(new EnvironmentException("The disk is full.", null));
        Ran failed = Ran.run(true, () -> program, "generate", "x");
        assertTrue(failed.err().endsWith("\r\u001b[KThe disk is full.\n"), failed.err());
    }

    @Test
    void figuresObeyNoLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Ran ran = Ran.run(true, () -> program, "generate", "x");
            assertTrue(ran.out().contains("12,345 synthetic patients"), ran.out());
            assertTrue(ran.err().contains("50 %"), ran.err());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void helpAndVersion() {
        Ran help = run("--help");
        assertEquals(0, help.code());
        assertEquals("", help.err());
        for (String command : List.of("generate", "interpret", "ask", "evidence")) {
            assertTrue(help.out().contains(command), help.out());
        }
        assertTrue(help.out().replaceAll("\\s+", " ").contains("not for clinical decisions"));
        assertTrue(run("generate", "--help").out().contains("--analysis-only"));
        assertTrue(run("evidence", "build", "--help").out().contains("--keep-apart"));
        assertTrue(run("--version").out().startsWith("anamnesis "));
    }

    @Test
    void censusIsBuiltFromTheFolderGiven() {
        Ran ran = run("evidence", "build", "--nhanes", "n", "--out", "o", "--keep-apart", "2");
        assertEquals(0, ran.code());
        assertEquals(List.of("n o OptionalInt[2]"), program.builds);
    }
}
