package org.anamnesis.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The records of the patients of one block: when each was born and what happened. {@code what} of
 * an event is a position in {@link CohortHeader#described}, of a visit a {@link VisitKind}.
 */
public final class RecordBlock {
    private static final int UNKNOWN = -1;

    private final Events visits = new Events();
    private final Events conditions = new Events();
    private final Events risks = new Events();
    private final Events observations = new Events();
    private final Events medications = new Events();
    private final Events procedures = new Events();
    private final Events immunizations = new Events();
    private final Events allergies = new Events();
    private final Events habits = new Events();
    private final List<RecordedStudy> studies = new ArrayList<>();
    private int[] birth = new int[0];
    private int[] death = new int[0];
    private int[] cause = new int[0];

    /** Empties the records of so many patients. */
    public void clear(int patients) {
        if (birth.length < patients) {
            birth = new int[patients];
            death = new int[patients];
            cause = new int[patients];
        }
        Arrays.fill(birth, Events.NO_DAY);
        Arrays.fill(death, Events.NO_DAY);
        Arrays.fill(cause, UNKNOWN);
        visits.clear();
        conditions.clear();
        risks.clear();
        observations.clear();
        medications.clear();
        procedures.clear();
        immunizations.clear();
        allergies.clear();
        habits.clear();
        studies.clear();
    }

    public void copyFrom(RecordBlock other) {
        birth = Arrays.copyOf(other.birth, other.birth.length);
        death = Arrays.copyOf(other.death, other.death.length);
        cause = Arrays.copyOf(other.cause, other.cause.length);
        visits.copyFrom(other.visits);
        conditions.copyFrom(other.conditions);
        risks.copyFrom(other.risks);
        observations.copyFrom(other.observations);
        medications.copyFrom(other.medications);
        procedures.copyFrom(other.procedures);
        immunizations.copyFrom(other.immunizations);
        allergies.copyFrom(other.allergies);
        habits.copyFrom(other.habits);
        studies.clear();
        studies.addAll(other.studies);
    }

    /** Day of birth, or {@link Events#NO_DAY} where the age is missing. */
    public int birthDay(int patient) {
        return birth[patient];
    }

    public void setBirthDay(int patient, long day) {
        birth[patient] = Math.toIntExact(day);
    }

    /** Day of death, or {@link Events#NO_DAY} of whoever lives on the index date. */
    public int deathDay(int patient) {
        return death[patient];
    }

    public void setDeathDay(int patient, long day) {
        death[patient] = Math.toIntExact(day);
    }

    /** What the patient died of; empty while alive, or where nothing is known of it. */
    public Optional<DeathCause> deathCause(int patient) {
        return cause[patient] == UNKNOWN
                ? Optional.empty()
                : Optional.of(DeathCause.ALL.get(cause[patient]));
    }

    public void setDeathCause(int patient, DeathCause what) {
        cause[patient] = DeathCause.ALL.indexOf(what);
    }

    /**
     * Contacts: {@code what} is a position in {@link VisitKind#ALL}, {@code value} the field of the
     * condition that was the reason, NaN if none.
     */
    public Events visits() {
        return visits;
    }

    /**
     * Diagnoses, at the visit where they were recorded: {@code start} is the onset, {@code value}
     * has no meaning.
     */
    public Events conditions() {
        return conditions;
    }

    /**
     * What a published model says of conditions that a patient was free of when the history began:
     * from {@code start} on the patient could come to have it, until it began or, in {@code end},
     * the index visit; {@code value} is the model's chance that it begins until then. No exporter
     * writes it.
     */
    public Events risks() {
        return risks;
    }

    /** Measured values on the first day of their visit: a number in the field's unit or a level. */
    public Events observations() {
        return observations;
    }

    /**
     * Drugs taken: {@code what} is the field of the class, {@code value} the level that names the
     * ingredient, {@code start} the first day, {@link Events#NO_DAY} if it is only known that the
     * drug was taken at the visit.
     */
    public Events medications() {
        return medications;
    }

    /**
     * What was done, on the first day of its visit: {@code what} is a position in {@link
     * RecordConcepts#PROCEDURES}, {@code value} the field of the condition that was the reason, NaN
     * if none.
     */
    public Events procedures() {
        return procedures;
    }

    /**
     * Vaccines given, on the first day of their visit: {@code what} is a position in {@link
     * RecordConcepts#VACCINES}, {@code value} has no meaning.
     */
    public Events immunizations() {
        return immunizations;
    }

    /**
     * Allergies at the visit where they were recorded: {@code what} is a position in {@link
     * RecordConcepts#ALLERGENS}; since when they have been there is not known.
     */
    public Events allergies() {
        return allergies;
    }

    /** Recordings and images, in the order of patients and, for one, of kinds. */
    public List<RecordedStudy> studies() {
        return studies;
    }

    /**
     * What was said of smoking, on the first day of a visit: {@code what} is the field, {@code
     * value} its level, {@code end} the day on which it ended where it had.
     */
    public Events habits() {
        return habits;
    }
}
