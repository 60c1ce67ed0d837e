package org.anamnesis.interpret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sentences with what must come of them, from a resource: "> said" and then "= expected". */
final class Sentences {
    /**
     * One sentence.
     *
     * @param expected in the notation of {@link SpecText}
     */
    record Case(String said, String expected) {}

    private Sentences() {}

    static List<Case> of(String resource) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = Sentences.class.getResourceAsStream(resource)) {
            String said = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("> ")) {
                    said = line.substring(2);
                } else if (line.startsWith("= ")) {
                    cases.add(new Case(said, line.substring(2)));
                }
            }
        }
        return cases;
    }
}
