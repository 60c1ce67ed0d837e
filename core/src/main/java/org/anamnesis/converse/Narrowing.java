package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.plan.Reach;
import org.anamnesis.plan.Words;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;

/** The requirements of a request looked at one after the other. */
final class Narrowing {
    private Narrowing() {}

    /** Ends before a requirement that leaves nobody. */
    static List<Narrowed> of(CohortSpec spec, World world) {
        List<Narrowed> all = new ArrayList<>();
        CohortSpec so =
                CohortSpec.DEFAULT
                        .withPopulation(spec.population())
                        .withCondition(spec.condition());
        spec.condition().ifPresent(c -> add(all, Words.named(c), world, so));
        List<Constraint> asked = new ArrayList<>();
        for (Constraint c : spec.constraints()) {
            if (c instanceof Constraint.Require) {
                asked.add(c);
                if (!add(all, Words.of(c), world, so.withConstraints(asked))) {
                    return all;
                }
            }
        }
        return all;
    }

    private static boolean add(List<Narrowed> all, String text, World world, CohortSpec spec) {
        try {
            Optional<Reach> reach = world.look(spec).reach();
            reach.map(Replies::reach)
                    .ifPresent(r -> all.add(new Narrowed(text, r.rows(), r.share(), r.people())));
            return reach.isPresent();
        } catch (RequestException e) { // nobody is left
            return false;
        }
    }
}
