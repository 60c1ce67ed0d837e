package org.anamnesis.llm.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.anamnesis.code.Concept;

/**
 * A phrase and what it means, to find thresholds by or to measure them with.
 *
 * @param kinds what it can be by its place
 * @param concepts any of these is right; none for what the catalogue lacks
 */
record Example(Set<Concept.Kind> kinds, Set<String> concepts, String phrase) {
    Example {
        kinds = Set.copyOf(kinds);
        concepts = Set.copyOf(concepts);
    }

    boolean foreign() {
        return concepts.isEmpty();
    }

    /** The half to find thresholds by. */
    static List<Example> toCalibrate() {
        return read("calibration.tsv");
    }

    /** The half kept apart. */
    static List<Example> toMeasure() {
        return read("measurement.tsv");
    }

    private static List<Example> read(String resource) {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(Example.class.getResourceAsStream(resource)),
                                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(Example::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example of(String line) {
        String[] cells = line.split("\t", -1);
        Set<Concept.Kind> kinds =
                cells[0].equals("DRUG")
                        ? EnumSet.of(Concept.Kind.INGREDIENT, Concept.Kind.DRUG_CLASS)
                        : EnumSet.of(Concept.Kind.valueOf(cells[0]));
        Set<String> concepts = cells[1].isEmpty() ? Set.of() : Set.of(cells[1].split("\\|"));
        return new Example(kinds, concepts, cells[2]);
    }
}
