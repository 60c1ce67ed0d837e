package org.anamnesis.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.evidence.Provenance;

/**
 * One column that the user gets.
 *
 * @param source where its values come from while generating
 * @param column name of the drawn or derived column, or of the variable that stands alone
 * @param name column name in files
 * @param id stable id
 * @param label for people
 * @param role what it is
 * @param unit UCUM code, empty for categories
 * @param decimals digits after the point
 * @param levels category levels
 * @param concept coded meaning
 * @param analysis whether it stands in the analysis table
 * @param provenance how the values were made and who says so
 */
public record PlannedField(
        Origin source,
        String column,
        String name,
        String id,
        String label,
        Role role,
        String unit,
        int decimals,
        List<String> levels,
        Optional<Concept> concept,
        boolean analysis,
        Provenance provenance) {
    /** Where values come from. */
    public enum Origin {
        /** A column of the people that an engine redraws. */
        PEOPLE,
        /** Computed from people's columns. */
        DERIVED,
        /** A column of the people whose distribution a fact replaces, ranks kept. */
        MOVED,
        /** No microdata: drawn from a fact alone, independent of the rest. */
        ALONE,
        /** Drawn by the user's own numbers. */
        OWN,
        /** Which of the groups the patient is in. */
        GROUP,
        /** Everyone: the condition that was asked for. */
        ALWAYS,
        /** Whoever the census takes for a condition that it has no column of. */
        PROXY,
        /** The ingredient of a drug class, for those who take the class. */
        INGREDIENT,
        /** Drugs of a class that are dealt at random; of a census class, what is left to others. */
        DEALT
    }

    /** What the column is. */
    public enum Role {
        DEMOGRAPHIC,
        OBSERVATION,
        CONDITION,
        DURATION,
        MEDICATION
    }

    /** A condition that stands in the record alone and in no column of people. */
    static PlannedField inRecord(Concept condition, Provenance provenance) {
        return new PlannedField(
                Origin.ALONE,
                condition.id(),
                condition.id().replace('-', '_'),
                condition.id(),
                condition.name(),
                Role.CONDITION,
                "",
                0,
                List.of(),
                Optional.of(condition),
                false,
                provenance);
    }

    PlannedField withProvenance(Provenance changed) {
        return new PlannedField(
                source, column, name, id, label, role, unit, decimals, levels, concept, analysis,
                changed);
    }

    public PlannedField {
        requireNonNull(source, "source");
        requireNonNull(role, "role");
        levels = List.copyOf(levels);
        requireNonNull(provenance, "provenance");
    }
}
