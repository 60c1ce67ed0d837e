package org.anamnesis.neural;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One batch through all columns of an {@link OrderedNet}, in one order of the columns. */
final class OrderedStep {
    /** Columns whose networks run at once; their gradients are added up in the order. */
    private static final int ABREAST = 8;

    private final OrderedNet net;
    private final Kernel kernel;

    OrderedStep(OrderedNet net, Kernel kernel) {
        this.net = net;
        this.kernel = kernel;
    }

    /**
     * Gradients of the mean loss of a batch; they replace what {@code gradients} holds. The same
     * whatever the number of threads.
     *
     * @param batch p × rows codes
     * @param order of the columns
     * @param key of the draws of dropout
     * @return mean over the rows of the sum over the columns, in nats
     */
    double gradients(
            float[] theta, float[] gradients, int[][] batch, int[] order, double drop, long key) {
        Arrays.fill(gradients, 0f);
        int rows = batch[0].length;
        int[] position = positions(order);
        float scale = 1f / rows;
        double loss = 0;
        for (int from = 0; from < order.length; from += ABREAST) {
            int first = from;
            int count = Math.min(ABREAST, order.length - from);
            Matrix[] dx = new Matrix[count];
            double[] losses = new double[count];
            IntStream.range(0, count)
                    .parallel()
                    .forEach(
                            g -> {
                                int column = order[first + g];
                                Matrix x = input(theta, batch, order, first + g);
                                dx[g] = Matrix.zeros(rows, net.input);
                                losses[g] =
                                        net.learn(
                                                kernel,
                                                theta,
                                                gradients,
                                                column,
                                                x,
                                                batch[column],
                                                scale,
                                                drop,
                                                new Draws(key + column),
                                                dx[g]);
                            });
            IntStream.range(0, net.columns)
                    .parallel()
                    .forEach(
                            j -> {
                                for (int g = 0; g < count; g++) {
                                    boolean known = position[j] < first + g;
                                    net.vectors(gradients, j, dx[g], known, batch[j]);
                                }
                            });
            for (double part : losses) {
                loss += part;
            }
        }
        return loss / rows;
    }

    /** Mean over the rows of the sum over the columns, in nats. */
    double loss(float[] theta, int[][] batch, int[] order) {
        double[] losses =
                IntStream.range(0, order.length)
                        .parallel()
                        .mapToDouble(
                                k ->
                                        net.loss(
                                                kernel,
                                                theta,
                                                order[k],
                                                input(theta, batch, order, k),
                                                batch[order[k]]))
                        .toArray();
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum / batch[0].length;
    }

    /** The input of the column at place k: those before it are known. */
    private Matrix input(float[] theta, int[][] batch, int[] order, int k) {
        int rows = batch[0].length;
        Matrix x = Matrix.zeros(rows, net.input);
        for (int q = 0; q < order.length; q++) {
            int j = order[q];
            for (int i = 0; i < rows; i++) {
                net.put(theta, j, q < k ? batch[j][i] : -1, x, i);
            }
        }
        return x;
    }

    private static int[] positions(int[] order) {
        int[] position = new int[order.length];
        for (int q = 0; q < order.length; q++) {
            position[order[q]] = q;
        }
        return position;
    }
}
