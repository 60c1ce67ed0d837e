package org.anamnesis.neural;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Splits a batch between threads. The number of parts is fixed and their gradients are added in one
 * order, so that the sum does not depend on how many threads there are.
 */
final class Shards {
    /** Two parts: each still fills the kernel's tiles, and a notebook has two cores to spare. */
    static final int PARTS = 2;

    private final float[][] gradients;

    Shards(int size, int parts) {
        this.gradients = new float[parts][size];
    }

    /** Works on some rows of a batch: adds gradients, returns the loss. */
    interface Work {
        double run(int part, int from, int to, float[] gradients);
    }

    /**
     * Runs the parts and leaves the sum of their gradients in {@link #sum}.
     *
     * @param rows of the batch
     * @return sum of the losses
     */
    double run(int rows, Work work) {
        int parts = gradients.length;
        double[] losses = new double[parts];
        IntStream.range(0, parts)
                .parallel()
                .forEach(
                        part -> {
                            Arrays.fill(gradients[part], 0f);
                            int from = rows * part / parts;
                            int to = rows * (part + 1) / parts;
                            if (from < to) {
                                losses[part] = work.run(part, from, to, gradients[part]);
                            }
                        });
        double loss = losses[0];
        for (int part = 1; part < parts; part++) {
            for (int i = 0; i < gradients[0].length; i++) {
                gradients[0][i] += gradients[part][i];
            }
            loss += losses[part];
        }
        return loss;
    }

    /** Gradients of the last run. */
    float[] sum() {
        return gradients[0];
    }
}
