package org.anamnesis.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.population.ConditionRows;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.StudyGroup;

/**
 * Conditions that a request asks of some patients and that the census knows by what people take
 * alone: whoever was chosen for them has them on record.
 */
final class ProxyConditions {
    private ProxyConditions() {}

    static List<String> of(CohortSpec spec, ReferencePopulation people) {
        Set<String> asked = new LinkedHashSet<>();
        Stream<Constraint> constraints =
                Stream.concat(
                        spec.constraints().stream(),
                        spec.beyond().groups().all().stream()
                                .map(StudyGroup::constraints)
                                .flatMap(List::stream));
        constraints.forEach(
                c -> {
                    if (c instanceof Constraint.Require r) {
                        add(r.criterion(), asked);
                    } else if (c instanceof Constraint.Share s) {
                        add(s.criterion(), asked);
                    }
                });
        spec.beyond().studies().forEach(s -> s.among().forEach(c -> add(c, asked)));
        spec.condition().ifPresent(asked::remove);
        return asked.stream().filter(id -> known(id, people)).toList();
    }

    private static boolean known(String id, ReferencePopulation people) {
        return !people.has(id)
                && ConditionRows.of(id)
                        .filter(ConditionRows::isProxy)
                        .filter(r -> r.test().columns().stream().allMatch(people::has))
                        .isPresent();
    }

    private static void add(Criterion c, Set<String> asked) {
        if (c instanceof Criterion.HasCondition h && h.stage().isEmpty()) {
            asked.add(h.condition());
        } else if (c instanceof Criterion.AtLeast some) {
            some.of().forEach(x -> add(x, asked));
        }
    }
}
