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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own numbers and units in the files of a run. */
class OwnExportTest {
    private static final String PLAIN =
            "300 type 2 diabetes patients with only HbA1c, glucose and LDL";
    private static final String OWN =
            PLAIN
                    + "; serum copper mean 40 µg/dL, sd 12; 10 % with long COVID; HbA1c in mmol/mol and glucose in mmol/L";

    @TempDir private Path folder;

    private static GenerateRequest request(Optional<String> words, Optional<Path> spec, Path out) {
        return request(words, spec, out, 2);
    }

    private static GenerateRequest request(
            Optional<String> words, Optional<Path> spec, Path out, int threads) {
        Optional<List<String>> formats =
                spec.isPresent() || words.orElse("").contains("FHIR")
                        ? Optional.empty()
                        : Optional.of(List.of("csv"));
        return new GenerateRequest(
                words,
                spec,
                Optional.of(out),
                formats,
                OptionalLong.empty(),
                Optional.empty(),
                false,
                threads,
                false);
    }

    private Path made(String name, String words) {
        Path out = folder.resolve(name);
        Anamnesis.bundled()
                .generate(request(Optional.of(words), Optional.empty(), out), (s, f) -> {});
        return out;
    }

    private static String[] column(Path file, String name) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int at = Arrays.asList(lines.get(0).split(",")).indexOf(name);
        assertTrue(at >= 0, name + " in " + lines.get(0));
        return lines.stream().skip(1).map(l -> l.split(",", -1)[at]).toArray(String[]::new);
    }

    @Test
    void filesCarryThemUnderTheirNamesAndUnits() throws IOException {
        Path own = made("own", OWN);
        Path plain = made("plain", PLAIN);
        double[] copper =
                Arrays.stream(column(own.resolve("cohort.csv"), "serum_copper_ug_dl"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        String[] covid = column(own.resolve("cohort.csv"), "has_long_covid");
        String[] shown = column(own.resolve("cohort.csv"), "hba1c_mmol_mol");
        String[] percent = column(plain.resolve("cohort.csv"), "hba1c_pct");

        assertEquals(40, Arrays.stream(copper).average().orElseThrow(), 0.36);
        assertEquals(30, Arrays.stream(covid).filter("yes"::equals).count());
        for (int i = 0; i < shown.length; i++) {
            double ifcc = (Double.parseDouble(percent[i]) - 2.152) / 0.09148;
            assertEquals(
                    Math.rint(ifcc), Double.parseDouble(shown[i]), 0.5, "NGSP master equation");
        }
        String conditions = Files.readString(own.resolve("conditions.csv"));
        assertEquals(30, conditions.lines().filter(l -> l.contains(",long_covid,")).count());
        String observations = Files.readString(own.resolve("observations.csv"));
        assertEquals(300, observations.lines().filter(l -> l.contains(",serum_copper,")).count());
        assertTrue(observations.contains(",mmol/mol,20,38"), "the reference range in the unit");
        for (String file : List.of("dictionary.csv", "sources.md", "sources.json", "report.html")) {
            String text = Files.readString(own.resolve(file));
            assertTrue(text.contains("stated by you"), file);
            assertTrue(text.contains("mmol/mol"), file);
            assertFalse(Files.readString(plain.resolve(file)).contains("stated by you"), file);
        }
    }

    @Test
    void theSpecificationMakesTheSameBytes() throws IOException {
        Path own = made("first", OWN);
        Path again = folder.resolve("again");
        Anamnesis.bundled()
                .generate(
                        request(Optional.empty(), Optional.of(own.resolve("spec.json")), again, 5),
                        (s, f) -> {});

        for (String file :
                List.of("cohort.csv", "observations.csv", "conditions.csv", "spec.json")) {
            assertArrayEquals(
                    Files.readAllBytes(own.resolve(file)),
                    Files.readAllBytes(again.resolve(file)),
                    file);
        }
    }
}
