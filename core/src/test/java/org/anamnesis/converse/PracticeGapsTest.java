package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.CdmCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gaps by process: at the index visit by panel, before it by visits that nobody came to. */
class PracticeGapsTest {
    private static final int PEOPLE = 1500;

    /** Standard errors: a false alarm in one of a million seeds. */
    private static final double BOUND = 4.9;

    @TempDir private static Path folder;
    private static String[] header = {};
    private static CsvTable gaps;
    private static CsvTable whole;

    @BeforeAll
    static void made() throws IOException {
        String words = PEOPLE + " type 2 diabetes patients with 20 observations";
        Path file = made("gaps", words + ", gaps as in practice").resolve("cohort.csv");
        header = Files.readString(file).lines().findFirst().orElseThrow().split(",");
        gaps = CsvTable.read(file);
        whole = CsvTable.read(made("whole", words).resolve("cohort.csv"));
    }

    private static Path made(String name, String words, String... formats) {
        Path out = folder.resolve(name);
        var request =
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(formats.length == 0 ? List.of("csv") : List.of(formats)),
                        OptionalLong.of(4),
                        Optional.empty(),
                        false,
                        2,
                        false);
        Anamnesis.bundled().generate(request, (s, f) -> {});
        return out;
    }

    private static String column(String start) {
        return Stream.of(header)
                .filter(n -> n.startsWith(start + "_") || n.equals(start))
                .findFirst()
                .orElseThrow();
    }

    private static boolean[] missing(String start) {
        List<String> cells = gaps.text(column(start));
        boolean[] is = new boolean[cells.size()];
        for (int i = 0; i < is.length; i++) {
            is[i] = cells.get(i) == null || cells.get(i).isEmpty();
        }
        return is;
    }

    private static double errors(String column, double share) {
        boolean[] is = missing(column);
        int n = 0;
        for (boolean b : is) {
            n += b ? 1 : 0;
        }
        return (n - is.length * share) / Math.sqrt(is.length * share * (1 - share));
    }

    /** Seen twice a year: creatinine yearly in 89.5 %, UACR in 52.9 %, pressure at every visit. */
    @Test
    void asOftenAsOneVisitHasThem() {
        double due = 365.25 / 2 / (365.25 - 21);
        assertEquals(0, errors("creatinine", 1 - 0.895 * due), BOUND);
        assertEquals(0, errors("uacr", 1 - 0.529 * due), BOUND);
        assertTrue(Math.abs(errors("uacr", 1 - 0.529)) > BOUND, "the twin: yearly, at each visit");
        assertEquals(0, errors("hba1c", 1 - 0.82), BOUND);
        for (boolean none : missing("sbp")) {
            assertFalse(none);
        }
    }

    /** What is ordered together is there together; panels miss each by itself. */
    @Test
    void panelsAreThereAsAWhole() {
        assertArrayEquals(missing("creatinine"), missing("egfr"));
        assertArrayEquals(missing("total_chol"), missing("hdl"));
        assertFalse(Arrays.equals(missing("creatinine"), missing("uacr")));
    }

    @Test
    void whatIsThereIsWhatItWouldBeWithoutGaps() {
        List<String> with = gaps.text(column("hba1c"));
        List<String> without = whole.text(column("hba1c"));
        for (int i = 0; i < PEOPLE; i++) {
            String cell = with.get(i);
            assertTrue(cell == null || cell.isEmpty() || cell.equals(without.get(i)));
        }
        for (String cell : without) {
            assertFalse(cell == null || cell.isEmpty(), "nothing is missing unless it is asked");
        }
    }

    /** 8 % of planned visits of a rhythm that was asked; twice as many are caught. */
    @Test
    void plannedVisitsAreMissed() throws IOException {
        String words = "400 type 2 diabetes patients over 5 years with quarterly visits";
        Path all = made("all", words, "csv");
        Path some = made("some", words + ", some miss their appointments", "csv", "omop");
        double planned = 400 * 19.0; // 4 a year, the last is the index visit
        double missed = reasons(all) - reasons(some);
        double error = Math.sqrt(planned * 0.08);
        assertEquals(planned * 0.08, missed, 3 * BOUND * error, "beside what comes into free days");
        assertTrue(Math.abs(planned * 0.16 - missed) > 3 * BOUND * error);
        assertEquals(List.of(), CdmCheck.problems(some.resolve("omop")));
        assertTrue(Files.readString(some.resolve("sources.md")).contains("PMC11149957"));
    }

    /** Planned visits: ambulatory ones with a reason. */
    private static double reasons(Path of) throws IOException {
        CsvTable visits = CsvTable.read(of.resolve("encounters.csv"));
        List<String> classes = visits.text("class");
        List<String> reasons = visits.text("reason_condition");
        int n = 0;
        for (int i = 0; i < visits.rows(); i++) {
            boolean reason = reasons.get(i) != null && !reasons.get(i).isEmpty();
            n += classes.get(i).equals("AMB") && reason ? 1 : 0;
        }
        return n;
    }

    @Test
    void theyAreAskedForAndTakenBackInWords() {
        var turns =
                Anamnesis.bundled()
                        .interpret(
                                List.of(
                                        "200 type 2 diabetics with missing values as in practice",
                                        "no missing values",
                                        "realistic gaps please"))
                        .turns();
        assertTrue(turns.get(0).changes().toString().contains("gaps as in practice"));
        assertTrue(turns.get(1).changes().toString().contains("none"), turns.get(1).toString());
        assertTrue(turns.get(2).changes().toString().contains("gaps as in practice"));
        String own = Anamnesis.bundled().interpret(List.of("50 women, 5 % missing LDL")).specJson();
        assertFalse(own.contains("gaps"), "a share of one's own is another thing: " + own);
    }
}
