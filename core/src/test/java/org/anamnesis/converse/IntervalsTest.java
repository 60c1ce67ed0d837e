package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.generate.Learners;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start-stop rows of survival analysis, and stays with gaps between them. */
class IntervalsTest {
    private static final int PERSONS = 250;

    @TempDir private Path folder;

    /**
     * @param gap whether there is time between two rows
     */
    private Path write(long seed, boolean gap) throws IOException {
        var text = new StringBuilder("id,tstart,tstop,event,sex,dose\n");
        long key = new SeedTree(seed).purpose("intervals");
        int at = 0;
        for (int i = 0; i < PERSONS; i++) {
            int start = 0;
            String sex = SeedTree.uniform(key, at++) < 0.5 ? "F" : "M";
            for (boolean on = true; on; ) {
                int stop = start + 1 + (int) (-60 * Math.log(1 - SeedTree.uniform(key, at++)));
                boolean event = SeedTree.uniform(key, at++) < 0.15;
                boolean left = SeedTree.uniform(key, at++) < 0.1 || stop >= 730;
                text.append(
                        "S%d,%d,%d,%d,%s,%d\n"
                                .formatted(
                                        i,
                                        start,
                                        Math.min(730, stop),
                                        event ? 1 : 0,
                                        sex,
                                        10 * (int) (3 * SeedTree.uniform(key, at++))));
                start = stop + (gap ? (int) (20 * SeedTree.uniform(key, at++)) : 0);
                on = !event && !left && start < 729;
            }
        }
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    private Map<String, List<Map<String, String>>> made(Path table) throws IOException {
        Path model = folder.resolve("m.model");
        Learned learned = SmallModels.learned(table, model);
        assertTrue(
                learned.notes().stream()
                        .anyMatch(
                                n ->
                                        n.startsWith(
                                                "Each row of a person is an interval from tstart to tstop")),
                learned.notes().toString());
        assertTrue(learned.notes().contains("No row of a person follows one with event 1."));
        Path out = folder.resolve("made.csv");
        new SampleDesk(Learners.installed())
                .sample(
                        new RowsRequest(model, PERSONS, Optional.empty(), List.of(), 1, out),
                        Progress.silent());
        return Visits.read(out, "id");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void intervalsFollowEachOtherWithoutGapAndEndWithTheEvent() throws IOException {
        var persons = made(write(1, false));
        int steps = 0;
        int events = 0;
        for (List<Map<String, String>> rows : persons.values()) {
            assertEquals(0, number(rows.get(0), "tstart"));
            for (int i = 0; i < rows.size(); i++) {
                assertTrue(number(rows.get(i), "tstart") < number(rows.get(i), "tstop"));
                if (i > 0) {
                    assertEquals(rows.get(i - 1).get("tstop"), rows.get(i).get("tstart"));
                    assertEquals("0", rows.get(i - 1).get("event"));
                    steps++;
                }
                events += rows.get(i).get("event").equals("1") ? 1 : 0;
            }
        }
        assertTrue(steps > PERSONS, steps + " steps");
        assertTrue(events > PERSONS / 4, events + " events");
    }

    @Test
    void withGapsTheyDoNotOverlap() throws IOException {
        double gaps = 0;
        int steps = 0;
        for (List<Map<String, String>> rows : made(write(2, true)).values()) {
            for (int i = 1; i < rows.size(); i++) {
                double gap = number(rows.get(i), "tstart") - number(rows.get(i - 1), "tstop");
                assertTrue(gap >= 0, gap + " days");
                gaps += gap;
                steps++;
            }
        }
        // uniform from 0 to 19: mean 9.5, SD 5.8, of the mean of 500 steps 0.26, in both tables
        assertEquals(9.5, gaps / steps, 2);
    }
}
