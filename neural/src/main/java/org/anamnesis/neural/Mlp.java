package org.anamnesis.neural;

import java.util.Arrays;

/** Linear layers with a leaky rectifier and dropout between them; the last one is linear. */
final class Mlp {
    private final Dense[] layers;
    private final float slope;

    /**
     * @param widths of input, hidden layers and output
     * @param slope of the rectifier below 0
     */
    Mlp(Layout layout, int[] widths, float slope) {
        this.slope = slope;
        this.layers = new Dense[widths.length - 1];
        Arrays.setAll(layers, l -> Dense.take(layout, widths[l], widths[l + 1]));
    }

    /**
     * @param last gain of the last layer's weights; small, so that a network starts near zero
     */
    void start(float[] parameters, Draws draws, double last) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].start(parameters, draws, l == layers.length - 1 ? last : Math.sqrt(2));
        }
    }

    Dense layer(int l) {
        return layers[l];
    }

    int depth() {
        return layers.length;
    }

    int outputs() {
        return layers[layers.length - 1].out();
    }

    /** What a pass leaves for the way back: each layer's input, and the masks of hidden layers. */
    static final class Trace {
        final Matrix[] inputs;
        final Matrix[] masks;
        final Matrix output;

        private Trace(Matrix[] inputs, Matrix[] masks, Matrix output) {
            this.inputs = inputs;
            this.masks = masks;
            this.output = output;
        }
    }

    /**
     * @param drop chance that a hidden cell is dropped
     */
    Trace forward(Kernel kernel, float[] parameters, Matrix x, double drop, Draws draws) {
        Matrix[] inputs = new Matrix[layers.length];
        Matrix[] masks = new Matrix[layers.length - 1];
        Matrix at = x;
        for (int l = 0; l < layers.length; l++) {
            inputs[l] = at;
            Matrix y = Matrix.zeros(x.rows, layers[l].out());
            layers[l].forward(kernel, parameters, at, y);
            if (l < masks.length) {
                masks[l] = Matrix.zeros(y.rows, y.columns);
                Rectifier.apply(y, masks[l], slope);
                Rectifier.drop(y, masks[l], drop, draws);
            }
            at = y;
        }
        return new Trace(inputs, masks, at);
    }

    /**
     * The hidden layers after the first and the output, from the first one's sums.
     *
     * @param sums of the first layer, before the rectifier; overwritten
     */
    Matrix finish(Kernel kernel, float[] parameters, Matrix sums) {
        Matrix at = sums;
        for (int l = 1; l < layers.length; l++) {
            Rectifier.apply(at, slope);
            Matrix y = Matrix.zeros(at.rows, layers[l].out());
            layers[l].forward(kernel, parameters, at, y);
            at = y;
        }
        return at;
    }

    /**
     * Adds the gradients of the parameters.
     *
     * @param dy ∂L/∂output
     * @return ∂L/∂(sums of the first layer), from which {@link Dense#back} goes on to the input
     */
    Matrix back(Kernel kernel, float[] parameters, float[] gradients, Trace trace, Matrix dy) {
        Matrix d = dy;
        for (int l = layers.length - 1; l > 0; l--) {
            layers[l].learn(kernel, gradients, trace.inputs[l], d);
            Matrix dx = Matrix.zeros(d.rows, layers[l].in());
            layers[l].back(kernel, parameters, d, dx);
            Rectifier.back(dx, trace.masks[l - 1]);
            d = dx;
        }
        layers[0].learn(kernel, gradients, trace.inputs[0], d);
        return d;
    }
}
