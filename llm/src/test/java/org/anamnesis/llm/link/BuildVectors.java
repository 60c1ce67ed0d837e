package org.anamnesis.llm.link;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the vectors of all names and the thresholds of the model that ships; CONTRIBUTING.md says
 * when.
 */
final class BuildVectors {
    private BuildVectors() {}

    public static void main(String[] args) throws IOException {
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            Model.calibrated(Encoder.bundled()).known().write(out);
        }
    }
}
