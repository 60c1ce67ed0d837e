package org.anamnesis.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * Codes of the three required value sets that US Core 6 leaves to a value set authority, which is
 * not here: without them every patient would be wrong.
 */
final class StandIns {
    private static final String AUTHORITY = "http://cts.nlm.nih.gov/";

    private StandIns() {}

    /** By value set and system. */
    static Map<String, Map<String, List<String>>> read() {
        Map<String, Map<String, List<String>>> sets = new TreeMap<>();
        try (InputStream in = StandIns.class.getResourceAsStream("value_sets.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .forEach(
                            f ->
                                    sets.computeIfAbsent(f[0], s -> new TreeMap<>())
                                            .put(f[1], List.of(f[2].split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sets;
    }

    static void complete(ValueSet set, Map<String, Map<String, List<String>>> standIns) {
        boolean open =
                set.getCompose().getInclude().stream()
                        .flatMap(i -> i.getValueSet().stream())
                        .anyMatch(v -> v.getValue().startsWith(AUTHORITY));
        Map<String, List<String>> codes = standIns.get(set.getIdElement().getIdPart());
        if (open && codes != null) {
            set.setCompose(new ValueSet.ValueSetComposeComponent());
            codes.forEach(
                    (system, all) -> {
                        var include = set.getCompose().addInclude().setSystem(system);
                        all.forEach(code -> include.addConcept().setCode(code));
                    });
        }
    }
}
