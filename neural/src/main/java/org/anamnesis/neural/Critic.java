package org.anamnesis.neural;

/**
 * The critic of a WGAN with gradient penalty (Gulrajani et al. 2017, arXiv:1704.00028), which
 * judges several rows at once (PacGAN, arXiv:1712.04086).
 *
 * <p>The penalty needs the gradient of a gradient. For linear layers and rectifiers with masks m
 * the gradient at the input is itself a product of matrices: u<sub>L</sub> = m<sub>L</sub>·w,
 * u<sub>l</sub> = m<sub>l</sub>·(u<sub>l+1</sub> W<sub>l+1</sub>ᵀ), g = u<sub>1</sub>
 * W<sub>1</sub>ᵀ. With G = ∂penalty/∂g, dW<sub>1</sub> = Gᵀ u<sub>1</sub>, d<sub>1</sub> =
 * m<sub>1</sub>·(G W<sub>1</sub>), dW<sub>2</sub> = d<sub>1</sub>ᵀ u<sub>2</sub> and so on: exact
 * almost everywhere.
 */
final class Critic {
    private static final float SLOPE = 0.2f;

    final Mlp mlp;
    final int size;
    private final Kernel kernel;

    Critic(int inputs, int hidden, Kernel kernel) {
        Layout places = new Layout();
        this.mlp = new Mlp(places, new int[] {inputs, hidden, hidden, 1}, SLOPE);
        this.size = places.size();
        this.kernel = kernel;
    }

    /**
     * Adds the gradients of {@code weight} × Σ critic(x).
     *
     * @return Σ critic(x)
     */
    double score(
            float[] theta, float[] gradients, Matrix x, float weight, double drop, Draws draws) {
        Mlp.Trace trace = mlp.forward(kernel, theta, x, drop, draws);
        double sum = 0;
        for (int i = 0; i < x.rows; i++) {
            sum += trace.output.cells[i];
            trace.output.cells[i] = weight;
        }
        mlp.back(kernel, theta, gradients, trace, trace.output);
        return sum;
    }

    /** Gradients of {@code weight} × Σ critic(x) at x, and Σ critic(x) in {@code sum[0]}. */
    Matrix atInput(float[] theta, Matrix x, float weight, double drop, Draws draws, double[] sum) {
        Mlp.Trace trace = mlp.forward(kernel, theta, x, drop, draws);
        for (int i = 0; i < x.rows; i++) {
            sum[0] += trace.output.cells[i];
        }
        Matrix[] u = gradients(theta, trace, weight);
        Matrix g = Matrix.zeros(x.rows, x.columns);
        mlp.layer(0).back(kernel, theta, u[0], g);
        return g;
    }

    /** ∂(weight × output)/∂(sums of hidden layer l), by l. */
    private Matrix[] gradients(float[] theta, Mlp.Trace trace, float weight) {
        int last = mlp.depth() - 1;
        Matrix[] u = new Matrix[last];
        Matrix d = Matrix.zeros(trace.output.rows, 1);
        java.util.Arrays.fill(d.cells, weight);
        for (int l = last; l > 0; l--) {
            Matrix below = Matrix.zeros(d.rows, mlp.layer(l).in());
            mlp.layer(l).back(kernel, theta, d, below);
            Rectifier.back(below, trace.masks[l - 1]);
            u[l - 1] = below;
            d = below;
        }
        return u;
    }

    /**
     * Adds the gradients of {@code weight} × Σ (‖∂critic/∂x‖ − 1)².
     *
     * @return Σ (‖∂critic/∂x‖ − 1)²
     */
    double penalty(
            float[] theta, float[] gradients, Matrix x, float weight, double drop, Draws draws) {
        Mlp.Trace trace = mlp.forward(kernel, theta, x, drop, draws);
        Matrix[] u = gradients(theta, trace, 1);
        Matrix g = Matrix.zeros(x.rows, x.columns);
        mlp.layer(0).back(kernel, theta, u[0], g);
        double sum = 0;
        for (int i = 0; i < g.rows; i++) {
            double square = 0;
            for (int c = 0; c < g.columns; c++) {
                float v = g.cells[g.at(i, c)];
                square += v * v;
            }
            double length = Math.sqrt(square) + 1e-12;
            sum += (length - 1) * (length - 1);
            float factor = (float) (2 * weight * (length - 1) / length);
            for (int c = 0; c < g.columns; c++) {
                g.cells[g.at(i, c)] *= factor;
            }
        }
        int last = mlp.depth() - 1;
        Matrix d = g;
        for (int l = 0; l < last; l++) {
            Dense layer = mlp.layer(l);
            kernel.multiply(d.transposed(), u[l], layer.weights(gradients), true);
            Matrix up = Matrix.zeros(d.rows, layer.out());
            kernel.multiply(d, layer.weights(theta), up, false);
            Rectifier.back(up, trace.masks[l]);
            d = up;
        }
        Dense out = mlp.layer(last);
        for (int i = 0; i < d.rows; i++) {
            for (int k = 0; k < out.in(); k++) {
                gradients[out.weights() + k] += d.cells[d.at(i, k)];
            }
        }
        return sum;
    }
}
