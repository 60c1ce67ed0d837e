package org.anamnesis.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.evaluate.Evaluation;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Source;
import org.anamnesis.spec.CohortSpec;

/**
 * Everything that a report is written from.
 *
 * @param understanding how the user's words were taken
 * @param conditionName the asked condition for people; empty for the general population
 * @param spec what was asked
 * @param header what the columns are and where they come from
 * @param evaluation what was found out
 * @param condition the evidence of the asked condition
 * @param sources a source by its id
 * @param baseline what was found out about the cohort that a what-if is held against
 * @param history who says how the histories run, one sentence a process; empty without a history
 * @param care who says what else stands in the records, one sentence a process
 * @param version number of the program's version, as it should be cited after its name
 */
public record Dossier(
        Understanding understanding,
        Optional<String> conditionName,
        CohortSpec spec,
        CohortHeader header,
        Evaluation evaluation,
        Optional<ConditionEvidence> condition,
        Function<String, Optional<Source>> sources,
        Optional<Evaluation> baseline,
        List<String> history,
        List<String> care,
        String version) {
    public Dossier {
        requireNonNull(understanding, "understanding");
        requireNonNull(conditionName, "conditionName");
        requireNonNull(spec, "spec");
        requireNonNull(header, "header");
        requireNonNull(evaluation, "evaluation");
        requireNonNull(condition, "condition");
        requireNonNull(sources, "sources");
        requireNonNull(baseline, "baseline");
        history = List.copyOf(history);
        care = List.copyOf(care);
        requireNonNull(version, "version");
    }
}
