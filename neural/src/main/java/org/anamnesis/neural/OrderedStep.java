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
        Matrix before = unknown(theta, rows);
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
                                Matrix x = input(theta, batch, order, first, g, before);
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
            know(theta, batch, order, first, count, before);
        }
        return loss / rows;
    }

    /** Mean over the rows of the sum over the columns, in nats. */
    double loss(float[] theta, int[][] batch, int[] order) {
        int rows = batch[0].length;
        double[] losses = new double[order.length];
        Matrix before = unknown(theta, rows);
        for (int from = 0; from < order.length; from += ABREAST) {
            int first = from;
            int count = Math.min(ABREAST, order.length - from);
            IntStream.range(0, count)
                    .parallel()
                    .forEach(
                            g -> {
                                int column = order[first + g];
                                Matrix x = input(theta, batch, order, first, g, before);
                                losses[first + g] =
                                        net.loss(kernel, theta, column, x, batch[column]);
                            });
            know(theta, batch, order, first, count, before);
        }
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum / rows;
    }

    /** An input of which nothing is known. */
    private Matrix unknown(float[] theta, int rows) {
        Matrix x = Matrix.zeros(rows, net.input);
        for (int j = 0; j < net.columns; j++) {
            for (int i = 0; i < rows; i++) {
                net.put(theta, j, -1, x, i);
            }
        }
        return x;
    }

    /** The codes of some columns of the order become known. */
    private void know(float[] theta, int[][] batch, int[] order, int from, int count, Matrix x) {
        for (int q = from; q < from + count; q++) {
            int j = order[q];
            for (int i = 0; i < x.rows; i++) {
                net.put(theta, j, batch[j][i], x, i);
            }
        }
    }

    /**
     * The input of the column {@code behind} places behind {@code from}: those before it are known.
     *
     * @param before what is known of the columns before {@code from}
     */
    private Matrix input(
            float[] theta, int[][] batch, int[] order, int from, int behind, Matrix before) {
        Matrix x = Matrix.in(before.cells.clone(), 0, before.rows, before.columns);
        know(theta, batch, order, from, behind, x);
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
