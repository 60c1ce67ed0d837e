package org.anamnesis.converse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Baseline;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecFile;

/** A look at a cohort before it is made: fewer patients, no history, no recordings, no files. */
final class PreviewDesk {
    private PreviewDesk() {}

    /**
     * @param settled the whole request, open questions settled
     * @param patients at most so many are made
     * @param rows at most so many are shown
     * @param progress what it throws ends the look
     * @throws RequestException with every problem of the request
     */
    static Previewed of(
            SpecFile settled, int patients, int rows, Shipped shipped, Progress progress) {
        long start = System.nanoTime();
        var smaller = new SpecFile(smaller(settled.spec(), patients), settled.said());
        List<Problem> problems = Today.problems(smaller.spec());
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        try {
            Run.Sampled made = GenerateDesk.run(smaller, shipped).sampled(rows, progress);
            return new Previewed(
                    smaller.spec().count(),
                    made.columns(),
                    made.rows(),
                    made.found(),
                    (System.nanoTime() - start) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written
        }
    }

    /** Of a what-if, the baseline too. */
    private static CohortSpec smaller(CohortSpec spec, int patients) {
        CohortSpec few = spec.withCount(Math.min(spec.count(), patients));
        Optional<Baseline> baseline =
                spec.beyond()
                        .baseline()
                        .map(b -> new Baseline(smaller(b.spec(), patients), b.said()));
        return few.withBeyond(
                spec.beyond().withoutTimeline().withoutStudies().withBaseline(baseline));
    }
}
