package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.ObservationChoice;

/**
 * Which observations a cohort gets: those named, then the condition's by rank, as far as anything
 * is known of them.
 */
final class Observations {
    /** Stands among the demographics already, whether it was named or not. */
    private static final String SMOKING = "smoking";

    private final ReferencePopulation people;
    private final ConditionEvidence evidence;
    private final List<Problem> problems;

    Observations(ReferencePopulation people, ConditionEvidence evidence, List<Problem> problems) {
        this.people = people;
        this.evidence = evidence;
        this.problems = problems;
    }

    List<String> choose(ObservationChoice asked) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String id : asked.named()) {
            if (known(id) && !id.equals(SMOKING)) {
                chosen.add(id);
            } else if (!known(id)) {
                problems.add(
                        new Problem(
                                "plan.observation.nofigure",
                                id,
                                "no figure of %s is known, neither in the microdata nor in the evidence of this condition"
                                        .formatted(name(id)),
                                "numbers of your own, such as \"%s mean 90%s, sd 40\" with yours, or another observation, for example "
                                                .formatted(name(id), unit(id))
                                        + String.join(", ", names(instead(id), 5))));
            }
        }
        List<String> candidates = candidates();
        candidates.removeAll(asked.dropped());
        for (String id : candidates) {
            if (chosen.size() < asked.count()) {
                chosen.add(id);
            }
        }
        // one that was added may be among the most important ones already
        int unnamed = asked.count() - asked.named().size();
        boolean every = asked.count() == ObservationChoice.EVERY;
        if (!every && chosen.size() < asked.count() && unnamed > candidates.size()) {
            problems.add(
                    new Problem(
                            "plan.observations.many",
                            asked.count() + " observations",
                            "only %d observations are known for this condition"
                                    .formatted(chosen.size()),
                            "%d observations or fewer, or name further ones"
                                    .formatted(chosen.size())));
        }
        return new ArrayList<>(chosen);
    }

    /** Those of a like name first, as high-sensitivity CRP for CRP, then by rank. */
    private List<String> instead(String id) {
        Set<String> words = words(id);
        Set<String> all = new LinkedHashSet<>();
        for (Measurand m : Measurands.bundled().all()) {
            if (known(m.id()) && words(m.id()).stream().anyMatch(words::contains)) {
                all.add(m.id());
            }
        }
        all.addAll(candidates());
        return new ArrayList<>(all);
    }

    private static Set<String> words(String id) {
        return Arrays.stream(name(id).toLowerCase(Locale.ROOT).split("[^a-z0-9-]+"))
                .filter(w -> w.length() > 4)
                .collect(Collectors.toSet());
    }

    /** By rank; smoking stands among the demographics already. */
    private List<String> candidates() {
        List<String> all = new ArrayList<>();
        for (ConditionEvidence.Ranked r : evidence.observations()) {
            if (!r.observation().equals(SMOKING) && known(r.observation())) {
                all.add(r.observation());
            }
        }
        return all;
    }

    private boolean known(String id) {
        return Measurands.bundled().find(id).isPresent()
                && (people.has(id) || lone(evidence, id).isPresent());
    }

    /** The fact that a variable without microdata is drawn from. */
    static Optional<Marginal> lone(ConditionEvidence evidence, String id) {
        return evidence.observation(id)
                .flatMap(ConditionEvidence.Ranked::overall)
                .filter(m -> m.sd().isPresent() && m.sd().getAsDouble() > 0);
    }

    private static List<String> names(List<String> ids, int most) {
        return ids.stream().limit(most).map(Observations::name).toList();
    }

    private static String unit(String id) {
        return Measurands.bundled().find(id).map(m -> " " + m.unit()).orElse("");
    }

    static String name(String id) {
        return Measurands.bundled().find(id).map(m -> m.name()).orElse(id);
    }
}
