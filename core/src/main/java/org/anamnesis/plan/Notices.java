package org.anamnesis.plan;

import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Populations;
import org.anamnesis.spec.Regions;

/** What is said of a plan whoever its people are: what is borrowed, and what is left out. */
final class Notices {
    private static final String GAPS =
            "the index visit holds what practice measures at one visit, tests that are ordered together alike; before it planned visits are missed as in practice";

    private Notices() {}

    static void of(CohortSpec spec, List<BorrowedFacts.Moved> borrowed, Remarks remarks) {
        if (spec.beyond().gaps()) {
            remarks.explain(GAPS);
        }
        if (Regions.in(spec)) {
            remarks.explain(Regions.BORROWED);
        }
        if (Populations.borrowed(spec)) {
            remarks.explain(Populations.warning(spec.population()));
        }
        borrowed.forEach(m -> remarks.explain(m.words()));
    }
}
