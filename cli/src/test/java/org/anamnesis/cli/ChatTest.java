package org.anamnesis.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.anamnesis.testkit.SmallAthena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation of lines from standard input. */
class ChatTest {
    @TempDir Path folder;

    private static Ran chat(String lines, String... options) {
        InputStream before = System.in;
        String[] args = new String[options.length + 1];
        args[0] = "chat";
        System.arraycopy(options, 0, args, 1, options.length);
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        try {
            return Ran.run(args);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void wordsBecomeFilesAndGoOnAfterwards() throws IOException {
        Path out = folder.resolve("cohort");
        Ran ran =
                chat(
                        "40 patients with diabetes\n\ntype 1\nonly women\nmake it\nhow rare is this?\nquit\nundo\n",
                        "--out",
                        out.toString());

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("Which diabetes?"), ran.out());
        assertTrue(ran.out().contains("+ sex female"), ran.out());
        assertTrue(ran.out().contains("40 synthetic patients in "), ran.out());
        assertTrue(ran.out().contains("million people in the United States"), ran.out());
        assertFalse(ran.out().contains("taken back"), "nothing is heard after the end");
        List<String> rows = Files.readAllLines(out.resolve("cohort.csv"));
        assertEquals(41, rows.size());
        assertTrue(Files.readString(out.resolve("spec.json")).contains("type-1-diabetes"));
    }

    @Test
    void aConversationGoesOnFromItsFile() throws IOException {
        Path file = folder.resolve("talk.json");
        chat("500 asthma patients\nsave this as A\nonly men\n", "--conversation", file.toString());
        Ran ran = chat("go back to A\nundo\nredo\n", "--conversation", file.toString());

        assertEquals(0, ran.code());
        assertTrue(ran.out().contains("Back to A"), ran.out());
        assertTrue(ran.out().contains("- sex male"), ran.out());
        assertFalse(Files.exists(folder.resolve("talk.json.partial")));
    }

    @Test
    void aDamagedFileIsLeftAsItIs() throws IOException {
        Path file = folder.resolve("talk.json");
        Files.writeString(file, "{\"anamnesis_conversation\": 1, \"mess");
        Ran ran = chat("500 asthma patients\n", "--conversation", file.toString());

        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("cannot be read as a conversation"), ran.err());
        assertEquals("{\"anamnesis_conversation\": 1, \"mess", Files.readString(file));
    }

    @Test
    void jsonIsOneObjectWithEveryTurnTyped() throws IOException {
        Ran ran = chat("300 patients with diabetes\ntype 2\nwhat did you assume?\n", "--json");
        Map<String, Object> all = JSON.std.mapFrom(ran.out());

        List<?> turns = (List<?>) all.get("turns");
        assertEquals(
                List.of("asked", "changed", "answered"),
                turns.stream().map(t -> ((Map<?, ?>) t).get("kind")).toList());
        Map<?, ?> first = (Map<?, ?>) turns.get(0);
        assertEquals(
                List.of("type 2 diabetes", "type 1 diabetes"),
                ((Map<?, ?>) first.get("question")).get("choices"));
        assertTrue(((Map<?, ?>) turns.get(1)).containsKey("population"));
    }

    @Test
    void whatCannotBeMadeIsSaidAndTheTalkGoesOn() {
        Ran ran = chat("90 patients aged 90 to 20\n50 asthma patients\nhelp\n");

        assertEquals(0, ran.code());
        assertTrue(ran.out().contains("Nothing was changed."), ran.out());
        assertTrue(ran.out().contains("patients: 1,000 -> 50"), ran.out());
    }

    /** Beside files of other formats, which it leaves alone. */
    @Test
    void aVocabularyCompletesWhatIsMadeAsOmop() throws IOException {
        Path athena = SmallAthena.in(folder.resolve("athena"));
        Path out = folder.resolve("cohort");
        String lines = "20 type 2 diabetes patients with C-peptide\nas CSV and OMOP\nmake it\n";
        Ran ran = chat(lines, "--vocabulary", athena.toString(), "--out", out.toString());
        assertEquals(0, ran.code(), ran.err());
        String measured = Files.readString(out.resolve("omop").resolve("measurement.csv"));
        assertTrue(measured.contains("," + SmallAthena.ID + ","));
        Files.delete(athena.resolve("VOCABULARY.csv"));
        Ran spoilt = chat("20 patients\n", "--vocabulary", athena.toString());
        assertEquals(2, spoilt.code());
        assertTrue(spoilt.err().contains("vocabulary.file.absent"), spoilt.err());
        assertEquals("", spoilt.out(), "said before the first message");
    }
}
