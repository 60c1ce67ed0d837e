package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anamnesis.generate.CopulaLearner;
import org.anamnesis.generate.MadeSurvey;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.learn.sample.Sampler;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code evidence pretrain} from microdata to model file, by the engine that learns fastest; the
 * networks take the same way.
 */
class PretrainTest {
    private static final int PERSONS = 500;

    @TempDir private Path folder;

    private byte[] trained(String out, long seed) throws IOException {
        List<String> said =
                PretrainDesk.train(
                        folder,
                        List.of("copula"),
                        folder.resolve(out),
                        seed,
                        "2026-11-29",
                        Progress.silent());
        assertTrue(said.stream().allMatch(s -> s.startsWith("copula: ")), said.toString());
        return Files.readAllBytes(folder.resolve(out).resolve(Pretrained.file("copula")));
    }

    @Test
    void theSameMicrodataAndSeedGiveTheSameModel() throws IOException {
        MadeSurvey.write(folder, PERSONS, 7);
        byte[] first = trained("first", 1);
        assertArrayEquals(first, trained("again", 1));

        ModelFile model = ModelFile.read("m", first, name -> Optional.of(new CopulaLearner()));
        assertEquals("copula", model.engine());
        assertEquals("2026-11-29", model.provenance().date());
        // four of five cycles are in the pool; of their persons those of fold 2 of five are apart
        assertEquals(PERSONS * 4 / 5, model.provenance().rowsInFile());
        assertEquals(PERSONS * 16 / 25, model.provenance().rowsLearned());
        assertEquals(
                model.provenance().rowsInFile() - model.provenance().rowsLearned(),
                ((Number) model.parameters().get("judged_apart")).longValue());
        assertFalse(model.privacy().isEmpty());

        Table made = Sampler.free(model.rows(), 300, 1);
        double[] diabetes = made.column("diabetes");
        double[] duration = made.column("diabetes_duration");
        for (int i = 0; i < made.rows(); i++) {
            assertTrue(diabetes[i] > 0 || Double.isNaN(duration[i]), "row " + i);
        }
        assertTrue(made.variables().size() > 70, made.variables().size() + " columns");
    }

    @Test
    void withoutMicrodataNothingIsMade() {
        Path out = folder.resolve("out");
        var e =
                assertThrows(
                        RequestException.class,
                        () ->
                                PretrainDesk.train(
                                        folder,
                                        List.of("copula"),
                                        out,
                                        1,
                                        "2026-11-29",
                                        Progress.silent()));
        assertEquals("census.microdata", e.problems().get(0).code());
        assertFalse(Files.exists(out));
    }
}
