package org.anamnesis.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.junit.jupiter.api.Test;

/** Men with breast cancer exist; the survey did not meet one, and this is what is said. */
class UnseenTest {
    private static final Evidence EVIDENCE = Evidence.bundled();
    private static final ReferencePopulation PEOPLE = ReferencePopulation.bundled(true, false);
    private static final CohortSpec CANCER =
            CohortSpec.DEFAULT.withCondition(Optional.of("breast-cancer"));
    private static final Criterion HAS =
            new Criterion.HasCondition("breast-cancer", Optional.empty());
    private static final Criterion MAN = new Criterion.CategoryIn("sex", List.of("male"));
    private static final Criterion WOMAN = new Criterion.CategoryIn("sex", List.of("female"));

    private static CohortSpec with(CohortSpec spec, Constraint... asked) {
        return spec.withConstraints(List.of(asked));
    }

    private static Constraint all(Criterion criterion) {
        return new Constraint.Require(criterion);
    }

    private static Constraint share(Criterion criterion, double percent) {
        return new Constraint.Share(criterion, percent);
    }

    @Test
    void menWithBreastCancerAreRefusedWithTheReason() {
        CohortSpec nobody = CohortSpec.DEFAULT;
        for (CohortSpec spec :
                List.of(
                        with(CANCER, all(MAN)),
                        with(CANCER, all(new Criterion.Not(WOMAN))),
                        with(CANCER, share(MAN, 5)),
                        with(CANCER, share(WOMAN, 99)),
                        with(nobody, all(HAS), all(MAN)),
                        with(nobody, share(HAS, 10), all(MAN)))) {
            List<Problem> problems =
                    assertThrows(RequestException.class, () -> Planner.plan(spec, EVIDENCE, PEOPLE))
                            .problems();
            assertEquals(1, problems.size(), problems.toString());
            String message = problems.get(0).message();
            assertTrue(message.contains("no man in the survey"), message);
            assertTrue(message.contains("2,790 of 313,510"), message);
        }
    }

    private static long remarks(CohortSpec spec) {
        return Planner.plan(spec, EVIDENCE, PEOPLE).explained().stream()
                .filter(e -> e.contains("men with breast cancer"))
                .count();
    }

    @Test
    void thatOnlyWomenHaveItIsSaidUnlessTheyWereAskedFor() {
        assertEquals(1, remarks(CANCER));
        assertEquals(1, remarks(with(CohortSpec.DEFAULT, share(HAS, 10), share(MAN, 50))));
        assertEquals(0, remarks(with(CANCER, all(WOMAN))));
        assertEquals(0, remarks(with(CANCER, share(WOMAN, 100))));
    }

    /** Men with any other cancer, and men without this one, are there. */
    @Test
    void otherMenAreMade() {
        assertEquals(0, remarks(with(CohortSpec.DEFAULT, all(MAN), all(new Criterion.Not(HAS)))));
        CohortSpec other = CohortSpec.DEFAULT.withCondition(Optional.of("colorectal-cancer"));
        assertEquals(0, remarks(with(other, all(MAN))));
    }
}
