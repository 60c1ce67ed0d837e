package org.anamnesis.converse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.plan.DealtWords;
import org.anamnesis.plan.Reach;
import org.anamnesis.problem.Problem;

/** What the user should know of a request that few people meet. */
final class Warnings {
    /** Less than this share of the population is worth a warning. */
    static final double RARE = 0.001;

    static final String EXTRAPOLATED =
            "few people in the reference population are like this: how values go together is extrapolated";

    /** Divergence, in nats, from which the weights of few people carry the cohort. */
    private static final double FAR = 0.5;

    private Warnings() {}

    /** Whom a request leaves, before anything is made of them. */
    static List<String> of(Reach r) {
        List<String> warnings =
                new ArrayList<>(of(r.share(), r.divergence(), r.effectiveRows(), r.rows()));
        for (Problem p : r.unmet()) {
            warnings.add(
                    "kept, but no files can be made of it yet: %s (\"%s\"); try %s"
                            .formatted(p.message(), p.where(), p.suggestion()));
        }
        if (r.extrapolated()) {
            warnings.add(EXTRAPOLATED);
        }
        r.explained().stream()
                .filter(e -> e.startsWith("no survey tells") || DealtWords.told(e))
                .forEach(warnings::add);
        return warnings;
    }

    static List<String> of(double share, double divergence, double effectiveRows, int rows) {
        List<String> warnings = new ArrayList<>();
        if (share < RARE) {
            warnings.add(
                    "rare: %s %% of the population meets the request, %s"
                            .formatted(rounded(100 * share), rows == 1 ? "1 row" : rows + " rows"));
        }
        if (divergence > FAR) {
            warnings.add(
                    "far from reality: the targets change people's weights by %s nats; as good as %d of %d rows carry the cohort"
                            .formatted(rounded(divergence), Math.round(effectiveRows), rows));
        }
        return warnings;
    }

    /** Two significant digits, never in powers of ten. */
    static String rounded(double value) {
        return new BigDecimal(value).round(new MathContext(2)).toPlainString();
    }
}
