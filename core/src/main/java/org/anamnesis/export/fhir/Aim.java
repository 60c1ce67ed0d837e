package org.anamnesis.export.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.anamnesis.code.CodeSystem;

/**
 * What a guideline wants adults with a condition to come to.
 *
 * @param id of the goal, part of the ids of its resources
 * @param conditions ids of the conditions; the first that a patient has is the reason
 * @param words what is wanted, and who says so
 * @param measured LOINC code of what is measured for it
 * @param targets LOINC code, value and UCUM code, with blanks between; met below the value
 */
record Aim(
        String id, List<String> conditions, String words, String measured, List<String> targets) {
    static final List<Aim> ALL = read();

    Aim {
        conditions = List.copyOf(conditions);
        targets = List.copyOf(targets);
    }

    private static List<Aim> read() {
        try (InputStream in = Aim.class.getResourceAsStream("goals.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .map(f -> new Aim(f[0], parts(f[1]), f[2], f[3], parts(f[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> parts(String cell) {
        return List.of(cell.split(","));
    }

    /** {@code Goal.target}, an array. */
    String targetJson() {
        return targets.stream()
                .map(t -> t.split(" "))
                .map(
                        t ->
                                "{\"measure\":"
                                        + Json.concept(CodeSystem.LOINC.uri(), t[0], "")
                                        + ",\"detailQuantity\":{\"value\":"
                                        + t[1]
                                        + ",\"comparator\":\"<\",\"unit\":"
                                        + Json.text(t[2])
                                        + ",\"system\":\"http://unitsofmeasure.org\",\"code\":"
                                        + Json.text(t[2])
                                        + "}}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
