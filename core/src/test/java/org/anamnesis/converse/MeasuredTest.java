package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.HistoryCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is said of a history and is no rhythm of visits: how often a value is measured, since when.
 */
class MeasuredTest {
    private static final Anamnesis ANAMNESIS = Anamnesis.bundled();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'HbA1c every 3 months over 5 years', measured hba1c 4 a year",
        "'over 5 years, quarterly HbA1c tests', measured hba1c 4 a year",
        "'over 5 years with UACR yearly and visits twice a year', measured uacr 1 a year",
        "'over 5 years with UACR yearly and visits twice a year', visits 2 a year",
        "'over 5 years, blood pressure checked monthly', measured dbp 12 a year",
        "'blood pressure every month for 2 years', timeline 2 years",
        "'over 5 years with quarterly visits including HbA1c', visits 4 a year",
        "'from diagnosis for 10 years', timeline since diagnosis",
        "'from diagnosis for 10 years', require duration 10..10",
        "'followed for 10 years from diagnosis', require duration 10..10",
        "'diagnosed 4 years ago', require duration 4..4",
        "'with a diabetes duration of 10 years', mean diabetes_duration 10",
        "'from birth until today', timeline since birth",
        "'with lifelong records', timeline since birth"
    })
    void isUnderstood(String words, String fact) {
        String message = "30 type 2 diabetics " + words;
        Set<String> facts = Facts.of(ANAMNESIS.turn(Conversation.EMPTY, message).after().spec());
        assertTrue(facts.contains(fact), facts.toString());
    }

    /** What no history can be asked is told, with what could be, and does not become an age. */
    @ParameterizedTest
    @CsvSource({
        "'over 5 years, 20 % with myocardial infarction during follow-up', 'begin within the years cannot be asked'",
        "'over 5 years, 20 % of whom have a stroke in the 5 years', 'begin within the years cannot be asked'",
        "'over 10 years with three myocardial infarctions', 'there are no third ones'",
        "'over 5 years with metformin started in 2021', 'its dates cannot be asked'",
        "'from 1 year before diagnosis to 3 years after', 'A history ends in the index visit'"
    })
    void isTold(String words, String told) {
        Step step = ANAMNESIS.turn(Conversation.EMPTY, "30 type 2 diabetics " + words);
        List<String> assumed = step.turn().assumed();
        assertTrue(assumed.stream().anyMatch(a -> a.contains(told)), assumed.toString());
        Set<String> facts = Facts.of(step.after().spec());
        assertTrue(facts.stream().noneMatch(f -> f.contains("require age")), facts.toString());
    }

    /** HbA1c in each quarter and no more, UACR in each year, whatever the visits do. */
    @Test
    void comesAsOftenAsItWasAsked() throws IOException {
        Path out = folder.resolve("made");
        var request =
                new GenerateRequest(
                        Optional.of(
                                "100 type 2 diabetics aged 40 to 80 over 5 years, HbA1c every 3 months, UACR yearly,"
                                        + " visits twice a year"),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of("csv")),
                        OptionalLong.of(3),
                        Optional.empty(),
                        false,
                        2,
                        false);
        ANAMNESIS.generate(request, (s, f) -> {});

        assertEquals(List.of(), HistoryCheck.problems(out));
        CsvTable seen = CsvTable.read(out.resolve("observations.csv"));
        assertEquals(List.of(20, 20), counts(seen, "hba1c"));
        assertEquals(List.of(5, 5), counts(seen, "uacr"));
        days(seen, "hba1c").values().forEach(d -> apart(d, 60, 122));
    }

    private static void apart(List<Long> days, long least, long most) {
        for (int k = 1; k < days.size(); k++) {
            long between = days.get(k) - days.get(k - 1);
            assertTrue(between >= least && between <= most, between + " days");
        }
    }

    /** Fewest and most. */
    private static List<Integer> counts(CsvTable seen, String observation) {
        List<Integer> all =
                days(seen, observation).values().stream().map(List::size).sorted().toList();
        return List.of(all.get(0), all.get(all.size() - 1));
    }

    private static Map<String, List<Long>> days(CsvTable seen, String observation) {
        Map<String, List<Long>> all = new HashMap<>();
        for (int i = 0; i < seen.rows(); i++) {
            if (seen.text("observation").get(i).equals(observation)) {
                long day = LocalDate.parse(seen.text("date").get(i)).toEpochDay();
                all.computeIfAbsent(seen.text("patient_id").get(i), p -> new ArrayList<>())
                        .add(day);
            }
        }
        return all;
    }
}
