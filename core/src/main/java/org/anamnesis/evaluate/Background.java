package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.measure.Measurand;
import org.anamnesis.table.Table;

/**
 * What a cohort is compared with.
 *
 * @param reference weighted people of the reference population who meet the request's selections,
 *     before targets; columns named by {@link org.anamnesis.cohort.Field#id} where they exist
 * @param everyone the whole adult reference population, if at hand
 * @param condition what is known of the asked condition
 * @param measurands by id
 */
public record Background(
        Table reference,
        Optional<Table> everyone,
        Optional<ConditionEvidence> condition,
        Map<String, Measurand> measurands) {
    public Background {
        requireNonNull(reference, "reference");
        requireNonNull(everyone, "everyone");
        requireNonNull(condition, "condition");
        measurands = Map.copyOf(measurands);
    }
}
