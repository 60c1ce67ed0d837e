package org.anamnesis.code;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Names of published cohort definitions: those that hold a plain term of one of our conditions must
 * be understood.
 */
class PhenotypeNamesTest {
    @Test
    void publishedNamesAreUnderstood() throws IOException {
        String shared = System.getProperty("anamnesis.shared", "");
        Path file = Path.of(shared, "conversation", "ohdsi-phenotypes.json");
        assumeTrue(
                !shared.isEmpty() && Files.isReadable(file),
                "set -Danamnesis.shared to the folder that holds conversation/ohdsi-phenotypes.json");
        int asked = 0;
        List<String> missed = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Object row : JSON.std.listFrom(in)) {
                String name = ((Map<?, ?>) row).get("name").toString();
                for (String condition : PhenotypeNames.conditions(name)) {
                    asked++;
                    boolean found =
                            Vocabulary.bundled().find(name).stream()
                                    .anyMatch(m -> m.concept().id().equals(condition));
                    if (!found) {
                        missed.add(name + " -> " + condition);
                    }
                }
            }
        }
        double rate = 1 - (double) missed.size() / asked;
        assertTrue(asked > 100, "only " + asked + " names");
        assertTrue(
                rate >= 0.97, "of %d names %.3f understood; not %s".formatted(asked, rate, missed));
    }
}
