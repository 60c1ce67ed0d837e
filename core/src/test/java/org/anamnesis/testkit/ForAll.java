package org.anamnesis.testkit;

import java.util.function.LongConsumer;

/** A property over seeds, in plain JUnit: the seed is the counterexample. */
public final class ForAll {
    private ForAll() {}

    /** Checks the property for seeds 0 to {@code cases - 1} and names the first that fails. */
    public static void seeds(int cases, LongConsumer property) {
        for (long seed = 0; seed < cases; seed++) {
            try {
                property.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "property fails for seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
