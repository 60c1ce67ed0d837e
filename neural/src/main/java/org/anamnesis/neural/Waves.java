package org.anamnesis.neural;

/**
 * How near the codes of a numeric column are to one another: waves √2/m·cos(πmr) of the rank r, m =
 * 1, 2, ..., the slow ones stronger. They are not learned, so what is learned from few people is a
 * smooth dependence.
 */
final class Waves {
    /** By code: its vector; empty for a category. */
    final float[] vectors;

    /**
     * From what a head says to what it adds to the scores of codes. A head says how "missing"
     * scores first, then how strong each wave is.
     */
    final Matrix scores;

    private Waves(float[] vectors, Matrix scores) {
        this.vectors = vectors;
        this.scores = scores;
    }

    /** A category's: none. */
    static Waves none() {
        return new Waves(new float[0], Matrix.zeros(0, 0));
    }

    /**
     * @param ranks middle of each code's ranks, in (0, 1); that of code 0, "missing", is not read
     * @param width of the codes' vectors
     * @param said length of what a head says
     */
    static Waves of(double[] ranks, int width, int said) {
        float[] vectors = new float[ranks.length * width];
        Matrix scores = Matrix.zeros(said, ranks.length);
        scores.cells[0] = 1;
        for (int c = 1; c < ranks.length; c++) {
            for (int d = 0; d < width; d++) {
                vectors[c * width + d] = wave(ranks[c], d + 1);
            }
            for (int m = 1; m < said; m++) {
                scores.cells[scores.at(m, c)] = wave(ranks[c], m);
            }
        }
        return new Waves(vectors, scores);
    }

    private static float wave(double rank, int m) {
        return (float) (Math.sqrt(2) / m * Math.cos(Math.PI * m * rank));
    }
}
