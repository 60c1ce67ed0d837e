package org.anamnesis.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final Evidence EVIDENCE = Evidence.bundled();
    private static final Constraint OLD = new Constraint.Require(new Criterion.AgeBetween(70, 80));
    private static final Constraint HEAVY = new Constraint.Mean("bmi", 33);

    /** Few rows and many, weighted and not, with columns that some of them lack. */
    @Test
    void aFigureAloneIsTheOneAmongAll() {
        for (boolean children : new boolean[] {false, true}) {
            var people = ReferencePopulation.bundled(true, children);
            for (List<Constraint> asked :
                    List.<List<Constraint>>of(List.of(), List.of(OLD), List.of(HEAVY))) {
                CohortSpec spec =
                        CohortSpec.DEFAULT
                                .withCondition(Optional.of("general-population"))
                                .withConstraints(asked);
                Look look =
                        Planner.look(
                                spec,
                                EVIDENCE,
                                people,
                                other -> {
                                    throw new AssertionError("no other request is needed");
                                });
                assertTrue(look.statistics().size() > 40);
                for (Statistic one : look.statistics()) {
                    Statistic alone = look.statistic(one.id(), one.share()).orElseThrow();
                    assertEquals(one.rows(), alone.rows(), one.what());
                    assertEquals(one.value(), alone.value(), 1e-9 * one.value(), one.what());
                    assertEquals(one.sd(), alone.sd(), 1e-7 * one.sd(), one.what());
                }
            }
        }
    }
}
