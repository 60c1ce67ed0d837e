package org.anamnesis.study;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One patient at the time of a study, as the record has it.
 *
 * @param number in the cohort, from 0
 * @param patientId as every other file names the patient
 * @param encounterId of the visit at which the study is made
 * @param start of the study
 * @param age in years
 * @param female sex at birth
 * @param values observations of the record by id ({@code pulse}, {@code potassium}, {@code
 *     body-height}, ...) in their canonical units; what was not measured is absent
 * @param conditions ids of the conditions that the patient has then
 * @param drugs ids of the ingredients and classes that the patient takes then
 */
public record Person(
        long number,
        String patientId,
        String encounterId,
        LocalDateTime start,
        double age,
        boolean female,
        Map<String, Double> values,
        Set<String> conditions,
        Set<String> drugs) {
    /** Taken of whoever has no age in the record. */
    public static final double UNKNOWN_AGE = 50;

    public Person {
        requireNonNull(patientId, "patientId");
        requireNonNull(encounterId, "encounterId");
        requireNonNull(start, "start");
        values = Map.copyOf(values);
        conditions = Set.copyOf(conditions);
        drugs = Set.copyOf(drugs);
    }

    /** The same under the ids of an export. */
    public Person as(String patient, String encounter) {
        return new Person(
                number, patient, encounter, start, age, female, values, conditions, drugs);
    }

    /** An observation in its canonical unit. */
    public OptionalDouble value(String id) {
        Double value = values.get(id);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
