package org.anamnesis.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.CodeSystem;

/**
 * All that a record can hold beside the fields of its cohort; events name them by their position.
 * No code is recalled: each says where it was seen.
 */
public final class RecordConcepts {
    public static final List<RecordConcept> PROCEDURES = read("procedures.tsv");
    public static final List<RecordConcept> VACCINES = read("vaccines.tsv");

    /** Allergies; the first says that none is known. */
    public static final List<RecordConcept> ALLERGENS = read("allergens.tsv");

    private RecordConcepts() {}

    /** Position of the one with this id. */
    public static int indexOf(List<RecordConcept> among, String id) {
        for (int k = 0; k < among.size(); k++) {
            if (among.get(k).id().equals(id)) {
                return k;
            }
        }
        throw new IllegalArgumentException("no " + id);
    }

    private static List<RecordConcept> read(String resource) {
        try (InputStream in = RecordConcepts.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> of(l.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordConcept of(String[] f) {
        Optional<CodeSystem> system =
                f[2].isEmpty() ? Optional.empty() : Optional.of(CodeSystem.valueOf(f[2]));
        return new RecordConcept(f[0], f[1], system, f[3], f[4]);
    }
}
