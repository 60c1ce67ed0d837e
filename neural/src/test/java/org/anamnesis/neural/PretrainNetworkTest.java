package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Progress;
import org.anamnesis.generate.MadeSurvey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The networks that ship are made by one command, which gives the same bytes each time. */
@Tag("slow")
final class PretrainNetworkTest {
    @TempDir Path folder;

    private byte[] trained(String engine, String out) throws IOException {
        List<String> said =
                Anamnesis.bundled()
                        .pretrain(
                                folder, List.of(engine), folder.resolve(out), 1, Progress.silent());
        assertTrue(said.stream().allMatch(s -> s.startsWith(engine + ": ")), said.toString());
        return Files.readAllBytes(folder.resolve(out).resolve("us-adults-" + engine + ".model"));
    }

    @Test
    void autoregressionIsTheSameEachTime() throws IOException {
        twice("autoregressive");
    }

    @Test
    void soAreTheSlowerNetworks() throws IOException {
        twice("gan");
        twice("diffusion");
    }

    private void twice(String engine) throws IOException {
        MadeSurvey.write(folder, 500, 11);
        byte[] one = trained(engine, "one-" + engine);
        byte[] two = trained(engine, "two-" + engine);
        assertEquals(one.length, two.length);
        assertArrayEquals(one, two);
    }
}
