package org.anamnesis.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        for (int k = 0; k < observations.size(); k++) {
            if (observations.get(k).rank() != k + 1) {
                throw new IllegalArgumentException(
                        "ranks of " + condition + " are not 1, 2, 3, ...");
            }
        }
    }

    /** The observation of this id, if it is ranked for the condition. */
    public Optional<Ranked> observation(String id) {
        return observations.stream().filter(o -> o.observation().equals(id)).findFirst();
    }

    /** Facts of one kind. */
    public List<Fact> facts(Fact.Kind kind) {
        return facts.stream().filter(f -> f.kind() == kind).toList();
    }

    /** Facts of one kind about one subject, best first: see {@link FactOrder}. */
    public List<Fact> facts(Fact.Kind kind, String subject) {
        return facts.stream()
                .filter(f -> f.kind() == kind && f.subject().equals(subject))
                .sorted(FactOrder.BEST_FIRST)
                .toList();
    }

    /**
     * The share of US adults with the condition who take a drug class or an ingredient: the figure
     * that describes them best, or empty when none was looked up.
     *
     * @param drug concept id, {@code class:sglt2-inhibitor} or {@code metformin}
     */
    public Optional<Fact> drugUse(String drug) {
        return Stream.of(Fact.Kind.DRUG_CLASS_USE, Fact.Kind.INGREDIENT_USE)
                .flatMap(kind -> facts(kind, drug).stream())
                .filter(f -> f.confidence() != Confidence.RECALLED)
                .min(FactOrder.BEST_FIRST);
    }

    /** The share of US adults who have the condition, all of them together; best figure. */
    public Optional<Fact> prevalence() {
        return facts(Fact.Kind.PREVALENCE, condition).stream()
                .filter(f -> f.stratum().equals("all"))
                .findFirst();
    }

    /**
     * Where the computed figures come from.
     *
     * @param population whose figures they are, in words; a proxy says so
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
     * @param strata the same by sex, age group, race and ethnicity, stage
     */
    public record Ranked(
            int rank, String observation, Optional<Marginal> overall, List<Marginal> strata) {
        public Ranked {
            requireNonNull(observation, "observation");
            requireNonNull(overall, "overall");
            strata = List.copyOf(strata);
            if (rank < 1) {
                throw new IllegalArgumentException("rank %d of %s".formatted(rank, observation));
            }
        }

        /** Its distribution in one stratum, for example {@code sex: female}; "all" is overall. */
        public Optional<Marginal> in(String stratum) {
            return stratum.equals("all")
                    ? overall
                    : strata.stream().filter(m -> m.stratum().equals(stratum)).findFirst();
        }
    }
}
