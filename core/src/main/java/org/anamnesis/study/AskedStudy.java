package org.anamnesis.study;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the user asked of the studies of one kind, or of one patient's study.
 *
 * @param kind {@code ecg}, {@code eeg} or {@code ct}
 * @param settings by id of the catalogue ({@code rate_hz} 500); what is absent is the catalogue's
 *     default
 * @param measurements asked by id of the catalogue in its unit ({@code qtc_ms} 480); they win over
 *     the record's and what is drawn
 * @param findings that the study must show beside what the record implies
 * @param without ids of findings that it must not show, for they were asked of others; what a value
 *     of the record implies, it shows
 */
public record AskedStudy(
        String kind,
        Map<String, String> settings,
        Map<String, Double> measurements,
        List<Finding> findings,
        Set<String> without) {
    /** Nothing is kept out. */
    public AskedStudy(
            String kind,
            Map<String, String> settings,
            Map<String, Double> measurements,
            List<Finding> findings) {
        this(kind, settings, measurements, findings, Set.of());
    }

    public AskedStudy {
        requireNonNull(kind, "kind");
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        measurements = Collections.unmodifiableMap(new TreeMap<>(measurements));
        findings = List.copyOf(findings);
        without = Set.copyOf(without);
    }
}
