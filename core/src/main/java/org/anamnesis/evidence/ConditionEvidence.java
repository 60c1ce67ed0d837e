package org.anamnesis.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of one condition.
 *
 * @param condition concept id
 * @param microdata which survey population its computed figures describe, if any
 * @param observations by importance, most important first
 * @param age distribution of age among those with the condition, if known
 * @param facts every other figure
 * @param guidelines definitions and targets
 */
public record ConditionEvidence(
        String condition,
        Optional<Microdata> microdata,
        List<Ranked> observations,
        Optional<Marginal> age,
        List<Fact> facts,
        List<Guideline> guidelines) {
    public ConditionEvidence {
        requireNonNull(condition, "condition");
        requireNonNull(microdata, "microdata");
        observations = List.copyOf(observations);
        requireNonNull(age, "age");
        facts = List.copyOf(facts);
        guidelines = List.copyOf(guidelines);
    }

    /** The observation of this id, if it is ranked for the condition. */
    public Optional<Ranked> observation(String id) {
        return observations.stream().filter(o -> o.observation().equals(id)).findFirst();
    }

    /** Facts of one kind. */
    public List<Fact> facts(Fact.Kind kind) {
        return facts.stream().filter(f -> f.kind() == kind).toList();
    }

    /**
     * Where the computed figures come from.
     *
     * @param population name of the survey population; {@code rx_...} are proxies by drug use
     * @param period survey years
     * @param note what the proxy means, may be empty
     */
    public record Microdata(String population, String period, String note) {
        public Microdata {
            requireNonNull(population, "population");
            requireNonNull(period, "period");
            requireNonNull(note, "note");
        }
    }

    /**
     * One observation of the condition.
     *
     * @param rank 1 is the most important
     * @param observation measurand id
     * @param overall its distribution among those with the condition; empty means no figure is
     *     known
     * @param strata the same by sex, age group, race and ethnicity
     */
    public record Ranked(
            int rank, String observation, Optional<Marginal> overall, List<Marginal> strata) {
        public Ranked {
            requireNonNull(observation, "observation");
            requireNonNull(overall, "overall");
            strata = List.copyOf(strata);
        }
    }
}
