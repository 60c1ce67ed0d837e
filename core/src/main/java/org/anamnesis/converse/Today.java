package org.anamnesis.converse;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecCheck;

/**
 * Problems of a specification, among them what only a look at the calendar shows, or what only the
 * makers of recordings and images know.
 */
final class Today {
    private Today() {}

    /** Every problem; empty when there is none. */
    static List<Problem> problems(CohortSpec spec) {
        return problems(spec, LocalDate.now(ZoneOffset.UTC));
    }

    static List<Problem> problems(CohortSpec spec, LocalDate today) {
        List<Problem> all = new ArrayList<>(SpecCheck.problems(spec));
        if (spec.indexDate().isAfter(today)) {
            all.add(
                    new Problem(
                            "spec.index.future",
                            "index date " + spec.indexDate(),
                            "nothing is on record after today, " + today,
                            "let it end with the year " + (today.getYear() - 1)));
        }
        List<Problem> studied = Studied.problems(spec);
        if (studied.stream().anyMatch(p -> p.code().matches(".+[.](limits|choice)"))) {
            // Whoever makes the files says the same in better words.
            all.removeIf(p -> p.code().matches("spec[.]study[.](range|setting[.]choice)"));
        }
        all.addAll(studied);
        return List.copyOf(all);
    }
}
