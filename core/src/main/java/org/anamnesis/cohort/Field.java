package org.anamnesis.cohort;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Provenance;

/**
 * One column of a cohort and where its values come from.
 *
 * @param name column name in files, unit included: {@code hba1c_pct}
 * @param id stable id: the measurand or concept id, or the demographic's name
 * @param label for people
 * @param role what the column is
 * @param unit UCUM code, empty for categories
 * @param decimals digits after the point in files
 * @param levels names of the categories, empty for numbers
 * @param concept the coded meaning, if it has one
 * @param analysis whether the column stands in the analysis table; the others feed the EHR tables
 *     only
 * @param provenance how the values were made and who says so
 */
public record Field(
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
    /** What the evidence calls the source of a figure that nobody has looked up. */
    private static final String RECALLED = "recalled";

    /** What a column is, which decides the EHR table it goes to. */
    public enum Role {
        /** Age, sex, race or ethnicity, education, income, insurance, habits. */
        DEMOGRAPHIC,
        /** A measured value; goes to observations. */
        OBSERVATION,
        /** A diagnosis, level 1 = present; goes to conditions. */
        CONDITION,
        /**
         * Years between the diagnosis of {@link #id} and the index date, NaN when unknown or
         * absent.
         */
        DURATION,
        /**
         * The ingredient taken within one drug class: level names are ingredient concept ids; NaN =
         * none.
         */
        MEDICATION
    }

    public Field {
        requireNonNull(name, "name");
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        requireNonNull(role, "role");
        requireNonNull(unit, "unit");
        levels = List.copyOf(levels);
        requireNonNull(concept, "concept");
        requireNonNull(provenance, "provenance");
    }

    /** How the values were made, in words, with what is unverified or assumed about it. */
    public String howMade() {
        boolean recalled =
                provenance.confidence().filter(c -> c == Confidence.RECALLED).isPresent();
        String assumed = provenance.assumed();
        return provenance.how()
                + (recalled ? "; unverified" : "")
                + (assumed.isEmpty() || assumed.equals(provenance.how())
                        ? ""
                        : "; assumed: " + assumed);
    }

    /** Ids of the sources; general knowledge that nobody looked up is none. */
    public List<String> sources() {
        return provenance.sources().stream().filter(id -> !id.equals(RECALLED)).toList();
    }

    public boolean isCategory() {
        return !levels.isEmpty();
    }
}
