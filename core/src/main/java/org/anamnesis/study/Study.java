package org.anamnesis.study;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One patient's study before its files are made: all that the record says of it, and all that the
 * files must show.
 *
 * @param person whose it is
 * @param kind {@code ecg}, {@code eeg} or {@code ct}
 * @param settings complete, by id of the catalogue
 * @param measurements by id of the catalogue in its unit, as a reader of the files finds them
 * @param findings all that the files show, most telling first
 * @param reading the written report, plain sentences
 * @param key of all random draws of the files
 */
public record Study(
        Person person,
        String kind,
        Map<String, String> settings,
        Map<String, Double> measurements,
        List<Finding> findings,
        String reading,
        long key) {
    public Study {
        requireNonNull(person, "person");
        requireNonNull(kind, "kind");
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        measurements = Collections.unmodifiableMap(new TreeMap<>(measurements));
        findings = List.copyOf(findings);
        requireNonNull(reading, "reading");
    }

    /** The same under the ids of an export. */
    public Study as(String patient, String encounter) {
        return new Study(
                person.as(patient, encounter),
                kind,
                settings,
                measurements,
                findings,
                reading,
                key);
    }
}
