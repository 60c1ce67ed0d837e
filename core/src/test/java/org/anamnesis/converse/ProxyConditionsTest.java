package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.FhirCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is chosen for a condition that the census knows by its drugs alone has it on record. */
class ProxyConditionsTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @TempDir private Path folder;

    private Path made(String words) {
        Path out = folder.resolve("made");
        anamnesis.generate(
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of("csv", "fhir")),
                        OptionalLong.of(3),
                        Optional.empty(),
                        false,
                        2,
                        false),
                (s, f) -> {});
        return out;
    }

    private static long with(Path out, String condition) throws IOException {
        CsvTable table = CsvTable.read(out.resolve("conditions.csv"));
        List<String> conditions = table.text("condition");
        List<String> patients = table.text("patient_id");
        return IntStream.range(0, table.rows())
                .filter(i -> conditions.get(i).equals(condition))
                .mapToObj(patients::get)
                .distinct()
                .count();
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 type 2 diabetics, 20 % with epilepsy | epilepsy | 80",
                "400 adults over 50, 25 % with atrial fibrillation | atrial-fibrillation | 100",
                "400 adults over 65, 10 % with dementia, over 3 years | dementia | 40",
                "200 hypertensives with osteoporosis | osteoporosis | 200"
            })
    void theAskedShareIsOnRecord(String words, String condition, int patients) throws IOException {
        Path out = made(words);

        assertEquals(patients, with(out, condition));
        assertEquals(List.of(), FhirCheck.problems(out.resolve("fhir")));
    }

    @Test
    void whatNobodyAskedForIsOnNobodysRecord() throws IOException {
        Path out = made("300 adults over 50, no epilepsy");

        assertEquals(0, with(out, "epilepsy"));
        assertTrue(with(out, "hypertension") > 0);
    }
}
