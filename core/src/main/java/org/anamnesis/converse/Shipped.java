package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.plan.Planner;
import org.anamnesis.population.Census;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;

/** Evidence and population that ship, read when first needed and then kept, for all threads. */
final class Shipped {
    private final Evidence evidence = Evidence.bundled();
    private final Supplier<Census> adults = Once.of(() -> Census.bundled("adults"));
    private final Supplier<Census> children = Once.of(() -> Census.bundled("children"));
    private final ReferencePopulation[] people = new ReferencePopulation[4];
    private final World world = new Surroundings(this);

    Evidence evidence() {
        return evidence;
    }

    /** Where people of conversations come from. */
    World world() {
        return world;
    }

    /** The people that a request is about. */
    ReferencePopulation people(CohortSpec spec) {
        boolean[] who = Planner.adultsAndChildren(spec);
        return people(who[0], who[1]);
    }

    synchronized ReferencePopulation people(boolean adults, boolean children) {
        int at = (adults ? 1 : 0) + (children ? 2 : 0);
        if (people[at] == null) {
            List<Census> parts = new ArrayList<>();
            if (adults) {
                parts.add(this.adults.get());
            }
            if (children) {
                parts.add(this.children.get());
            }
            people[at] = ReferencePopulation.of(parts.toArray(Census[]::new));
        }
        return people[at];
    }
}
