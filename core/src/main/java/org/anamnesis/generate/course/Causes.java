package org.anamnesis.generate.course;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.DeathCause;
import org.anamnesis.random.SeedTree;

/**
 * What people die of, by age and the condition that everyone has, as often as linked mortality has
 * it (see {@code causes.tsv}); the rest of a record does not choose it, but that nobody without
 * diabetes dies of it. Of a condition that the files do not tell of, nothing is told.
 */
final class Causes {
    private static final String ANYBODY = "-";
    private static final Map<String, double[][]> SHARES = new HashMap<>();

    static {
        for (String[] r : Practice.rows("causes.tsv")) {
            int age = Integer.parseInt(r[1]);
            double[] of =
                    Arrays.stream(r, 2, r.length)
                            .mapToDouble(s -> Double.parseDouble(s) / 100)
                            .toArray();
            SHARES.computeIfAbsent(r[0], c -> new double[3][])[band(age)] = of;
        }
    }

    private final Optional<double[][]> shares;
    private final Draws draws;

    /**
     * @param condition that everyone has, empty if anybody is meant
     */
    Causes(String condition, SeedTree seeds) {
        shares = Optional.ofNullable(SHARES.get(condition.isEmpty() ? ANYBODY : condition));
        draws = new Draws(seeds, "cause of death");
    }

    private static int band(double age) {
        return age < 45 ? 0 : age < 65 ? 1 : 2;
    }

    /** What a patient dies of at an age in years; empty if nothing is known. */
    Optional<DeathCause> of(Life life, boolean diabetes, double age) {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        double left = draws.of(life.patient).uniform();
        double[] of = shares.get()[band(age)];
        for (int c = 0; c < of.length; c++) {
            left -= of[c];
            if (left < 0) {
                DeathCause cause = DeathCause.ALL.get(c);
                boolean without = cause == DeathCause.DIABETES && !diabetes;
                return Optional.of(without ? DeathCause.OTHER : cause);
            }
        }
        return Optional.of(DeathCause.OTHER);
    }
}
