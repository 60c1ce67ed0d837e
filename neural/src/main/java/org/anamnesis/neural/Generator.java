package org.anamnesis.neural;

/**
 * The generator of a GAN: noise and a condition vector to a row. Places end in tanh, options in a
 * softmax with Gumbel noise (Jang et al. 2017, arXiv:1611.01144), so that a gradient can pass.
 */
final class Generator {
    /** Dimensions of the noise. */
    static final int NOISE = 32;

    /** Temperature of options, as in CTGAN. */
    private static final float HEAT = 0.2f;

    final ModeLayout layout;
    final int hidden;
    final Mlp mlp;
    final int size;

    Generator(ModeLayout layout, int hidden) {
        this.layout = layout;
        this.hidden = hidden;
        Layout places = new Layout();
        this.mlp =
                new Mlp(
                        places,
                        new int[] {NOISE + layout.condition, hidden, hidden, layout.width},
                        0f);
        this.size = places.size();
    }

    /** Scores to a soft row in place. */
    void soften(Matrix y, Draws draws) {
        for (int i = 0; i < y.rows; i++) {
            for (int j = 0; j < layout.size(); j++) {
                if (layout.place[j] >= 0) {
                    int at = y.at(i, layout.place[j]);
                    y.cells[at] = (float) Math.tanh(y.cells[at]);
                }
                int at = y.at(i, layout.choice[j]);
                int options = layout.options(j);
                for (int o = 0; o < options; o++) {
                    double u = Math.max(draws.uniform(), 1e-12);
                    double gumbel = -Math.log(-Math.log(u) + 1e-12);
                    y.cells[at + o] = (float) ((y.cells[at + o] + gumbel) / HEAT);
                }
                Softmax.apply(y.cells, at, options);
            }
        }
    }

    /** From the gradient at a soft row to that at its scores, in place. */
    void back(Matrix soft, Matrix d) {
        for (int i = 0; i < soft.rows; i++) {
            for (int j = 0; j < layout.size(); j++) {
                if (layout.place[j] >= 0) {
                    float t = soft.cells[soft.at(i, layout.place[j])];
                    d.cells[d.at(i, layout.place[j])] *= 1 - t * t;
                }
                int at = soft.at(i, layout.choice[j]);
                int to = d.at(i, layout.choice[j]);
                float mean = 0;
                for (int o = 0; o < layout.options(j); o++) {
                    mean += d.cells[to + o] * soft.cells[at + o];
                }
                for (int o = 0; o < layout.options(j); o++) {
                    d.cells[to + o] = soft.cells[at + o] * (d.cells[to + o] - mean) / HEAT;
                }
            }
        }
    }
}
