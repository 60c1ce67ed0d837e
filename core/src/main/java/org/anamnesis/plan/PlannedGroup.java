package org.anamnesis.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.population.RowTest;

/**
 * One of the disjoint groups, planned.
 *
 * @param name as it stands in the column
 * @param patients how many, exactly
 * @param startWeights one weight a row learned from; 0 for rows that start nobody of this group
 * @param required tests that hold for everyone in it, beside those of the whole cohort
 * @param shares tests with the share of the group that must meet them
 * @param drugs by drug column, the one ingredient of the class that all of them take
 * @param rows of the reference population that can start its patients
 * @param effectiveRows Kish's effective number of these after targets and matching
 */
@SuppressWarnings("ArrayRecordComponent") // weights of many rows, shared and never changed
public record PlannedGroup(
        String name,
        long patients,
        double[] startWeights,
        List<RowTest> required,
        List<GenerationPlan.SharedTest> shares,
        Map<String, String> drugs,
        int rows,
        double effectiveRows) {
    public PlannedGroup {
        required = List.copyOf(required);
        shares = List.copyOf(shares);
        drugs = Map.copyOf(drugs);
    }

    PlannedGroup withStartWeights(double[] changed) {
        return new PlannedGroup(
                name, patients, changed, required, shares, drugs, rows, effectiveRows);
    }

    /** The column that says which group a patient is in. */
    static PlannedField field(List<PlannedGroup> groups) {
        return new PlannedField(
                PlannedField.Origin.GROUP,
                "",
                "group",
                "group",
                "Group",
                PlannedField.Role.DEMOGRAPHIC,
                "",
                0,
                groups.stream().map(PlannedGroup::name).toList(),
                Optional.empty(),
                true,
                Provenance.asked("asked for: the groups and their sizes"));
    }
}
