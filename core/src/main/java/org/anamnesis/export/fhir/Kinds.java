package org.anamnesis.export.fhir;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.anamnesis.code.CodeSystem;

/**
 * What sort of observation a LOINC code is: its category and the profile of US Core that it must
 * meet. What is not listed is a laboratory result; what has no code is a plain observation.
 */
record Kinds(String category, String profile, String also) {
    private static final Kinds LABORATORY = new Kinds("laboratory", "us-core-observation-lab", "");
    private static final Kinds PLAIN = new Kinds("exam", "us-core-simple-observation", "");
    private static final Map<String, Kinds> LISTED = read();

    static Kinds of(String loinc) {
        return loinc.isEmpty() ? PLAIN : LISTED.getOrDefault(loinc, LABORATORY);
    }

    private static Map<String, Kinds> read() {
        try (InputStream in = Kinds.class.getResourceAsStream("profiles.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .collect(
                            toMap(f -> f[0], f -> new Kinds(f[1], f[2], f.length > 3 ? f[3] : "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codings of a code under this profile. */
    String codings(String loinc) {
        String system = CodeSystem.LOINC.uri();
        return Json.coding(system, loinc, "")
                + (also.isEmpty() ? "" : "," + Json.coding(system, also, ""));
    }

    /** {@code meta} and {@code category}, each with its comma. */
    String json() {
        String system = "http://terminology.hl7.org/CodeSystem/observation-category";
        return Names.meta(profile)
                + ",\"status\":\"final\",\"category\":["
                + Json.concept(system, category, "")
                + "]";
    }
}
