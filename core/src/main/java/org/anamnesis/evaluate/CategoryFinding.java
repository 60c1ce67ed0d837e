package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.Field;

/**
 * One category of the cohort beside the reference population.
 *
 * @param field the column
 * @param n patients with a value
 * @param missing patients without; of a medication: who take none
 * @param counts patients by level, in the field's order
 * @param reference weighted share of the reference population by level, 0 to 1, of those with a
 *     value (of a medication: of all); empty if it has no such column
 */
public record CategoryFinding(
        Field field, long n, long missing, List<Long> counts, Optional<List<Double>> reference) {
    public CategoryFinding {
        requireNonNull(field, "field");
        counts = List.copyOf(counts);
        reference = reference.map(List::copyOf);
    }

    /** Share of level k among those with a value; of a medication: among all patients. */
    public double share(int k) {
        long all = field.role() == Field.Role.MEDICATION ? n + missing : n;
        return all == 0 ? Double.NaN : (double) counts.get(k) / all;
    }
}
