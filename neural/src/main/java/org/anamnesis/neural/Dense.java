package org.anamnesis.neural;

/**
 * A linear layer Y = X·W + b with its parameters inside the network's array.
 *
 * @param in columns of X
 * @param out columns of Y
 * @param weights place of W, in × out, row by row
 * @param bias place of b
 */
record Dense(int in, int out, int weights, int bias) {
    static Dense take(Layout layout, int in, int out) {
        return new Dense(in, out, layout.take(Math.multiplyExact(in, out)), layout.take(out));
    }

    /**
     * Normal weights with variance {@code gain}² / in, bias 0; gain √2 keeps the variance through a
     * rectifier (He et al. 2015, arXiv:1502.01852).
     */
    void start(float[] parameters, Draws draws, double gain) {
        double scale = gain / Math.sqrt(in);
        for (int i = 0; i < in * out; i++) {
            parameters[weights + i] = (float) (scale * draws.normal());
        }
        java.util.Arrays.fill(parameters, bias, bias + out, 0f);
    }

    /** Sets the weights to 0 and leaves the bias. */
    void forget(float[] parameters) {
        java.util.Arrays.fill(parameters, weights, weights + in * out, 0f);
    }

    Matrix weights(float[] parameters) {
        return Matrix.in(parameters, weights, in, out);
    }

    /** Y from X. */
    void forward(Kernel kernel, float[] parameters, Matrix x, Matrix y) {
        for (int i = 0; i < y.rows; i++) {
            System.arraycopy(parameters, bias, y.cells, y.at(i, 0), out);
        }
        kernel.multiply(x, weights(parameters), y, true);
    }

    /** Adds ∂L/∂W = Xᵀ·dY and ∂L/∂b = column sums of dY to the gradients. */
    void learn(Kernel kernel, float[] gradients, Matrix x, Matrix dy) {
        kernel.multiply(x.transposed(), dy, weights(gradients), true);
        for (int i = 0; i < dy.rows; i++) {
            int at = dy.at(i, 0);
            for (int j = 0; j < out; j++) {
                gradients[bias + j] += dy.cells[at + j];
            }
        }
    }

    /** ∂L/∂X = dY·Wᵀ. */
    void back(Kernel kernel, float[] parameters, Matrix dy, Matrix dx) {
        kernel.multiply(dy, weights(parameters).transposed(), dx, false);
    }
}
