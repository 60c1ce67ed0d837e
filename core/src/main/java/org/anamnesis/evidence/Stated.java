package org.anamnesis.evidence;

/** What every figure must say about itself. */
final class Stated {
    private Stated() {}

    /** Fails when a figure leaves one of them open. */
    static void all(
            String figure,
            String unit,
            String population,
            String stratum,
            String period,
            String source) {
        present(figure, "unit", unit);
        present(figure, "population", population);
        present(figure, "stratum", stratum);
        present(figure, "period", period);
        present(figure, "source", source);
    }

    private static void present(String figure, String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(figure + " does not state its " + what);
        }
    }
}
