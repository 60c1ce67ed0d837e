package org.anamnesis.neural;

import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;

/** Makes rows with a trained generator. */
final class GanSampler {
    private static final int CHUNK = 256;

    private final Generator net;
    private final float[] theta;

    /** By cell of a row: what is added to an option's score so that its share is the table's. */
    private final float[] shift;

    private final Kernel kernel = Kernels.best();

    GanSampler(Generator net, float[] theta, float[] shift) {
        this.net = net;
        this.theta = theta;
        this.shift = shift;
    }

    /** The option that a row's condition vector names, as a cell of the vector; −1 if none. */
    interface Naming {
        int cell(long row);
    }

    /** Receives rows of options and places, from several threads; the arrays are used again. */
    interface Receiver {
        void take(int row, int[] options, float[] places);
    }

    /**
     * @param first number of the first row; a row depends on it and the key alone
     */
    void draw(int count, long first, long key, Naming naming, Receiver receiver) {
        IntStream.range(0, (count + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(
                        part -> {
                            int from = part * CHUNK;
                            int rows = Math.min(CHUNK, count - from);
                            chunk(from, rows, first, key, naming, receiver);
                        });
    }

    private void chunk(int from, int rows, long first, long key, Naming naming, Receiver receiver) {
        ModeLayout layout = net.layout;
        int[] options = new int[layout.size()];
        float[] places = new float[layout.size()];
        Matrix input = Matrix.zeros(rows, Generator.NOISE + layout.condition);
        Draws[] draws = new Draws[rows];
        for (int i = 0; i < rows; i++) {
            draws[i] = new Draws(SeedTree.key(key, first + from + i));
            for (int k = 0; k < Generator.NOISE; k++) {
                input.cells[input.at(i, k)] = (float) draws[i].normal();
            }
            int cell = naming.cell(first + from + i);
            if (cell >= 0) {
                input.cells[input.at(i, Generator.NOISE + cell)] = 1f;
            }
        }
        Dense dense = net.mlp.layer(0);
        Matrix sums = Matrix.zeros(rows, dense.out());
        dense.forward(kernel, theta, input, sums);
        Matrix y = net.mlp.finish(kernel, theta, sums);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < layout.size(); j++) {
                options[j] = option(y, i, j, draws[i]);
                if (layout.place[j] >= 0) {
                    places[j] = (float) Math.tanh(y.cells[y.at(i, layout.place[j])]);
                }
            }
            receiver.take(from + i, options, places);
        }
    }

    /** An option by its share of the softmax: what Gumbel noise and the greatest come to. */
    private int option(Matrix y, int i, int j, Draws draws) {
        int count = net.layout.options(j);
        int at = y.at(i, net.layout.choice[j]);
        for (int o = 0; o < count; o++) {
            y.cells[at + o] += shift[net.layout.choice[j] + o];
        }
        Softmax.apply(y.cells, at, count);
        double u = draws.uniform();
        int option = 0;
        while (option < count - 1 && u >= y.cells[at + option]) {
            u -= y.cells[at + option];
            option++;
        }
        return option;
    }
}
