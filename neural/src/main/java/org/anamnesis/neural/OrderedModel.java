package org.anamnesis.neural;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * Draws one column after the other, those with a condition first. A condition leaves a part of each
 * code's chance; the row's weight is the product of what is left over the columns.
 */
final class OrderedModel implements LearnedModel {
    private static final int CHUNK = 512;

    private final List<Variable> variables;
    private final Codes codes;
    private final OrderedNet net;
    private final int[] usual;
    private final float[] theta;
    private final Kernel kernel = Kernels.best();

    /**
     * @param usual order in which the columns are drawn without conditions
     */
    OrderedModel(
            List<Variable> variables, Codes codes, OrderedNet net, int[] usual, float[] theta) {
        this.variables = List.copyOf(variables);
        this.codes = codes;
        this.net = net;
        this.usual = usual.clone();
        this.theta = theta;
    }

    @Override
    public String engine() {
        return Autoregressive.NAME;
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public void draw(
            double[][] columns,
            double[] weights,
            List<Allowance> allowed,
            long first,
            int count,
            SeedTree seeds) {
        int[] order = order(allowed);
        Pass[] passes = new Pass[order.length];
        for (int k = 0; k < order.length; k++) {
            passes[k] = new Pass(order, k, allowed.get(order[k]), seeds);
        }
        int most = IntStream.of(net.counts).max().orElse(0);
        IntStream.range(0, (count + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(
                        part -> {
                            int from = part * CHUNK;
                            int rows = Math.min(CHUNK, count - from);
                            Arrays.fill(weights, from, from + rows, 1);
                            Matrix x = Matrix.zeros(rows, net.input);
                            float[] h = new float[rows * net.hidden];
                            float[] scores = new float[rows * most];
                            for (Pass pass : passes) {
                                pass.draw(columns, weights, x, from, first + from, h, scores);
                            }
                        });
    }

    /** Columns with a condition first, so that what follows is drawn for those who meet it. */
    private int[] order(List<Allowance> allowed) {
        IntPredicate free = j -> allowed.get(j) instanceof Allowance.Any;
        return IntStream.concat(
                        Arrays.stream(usual).filter(free.negate()),
                        Arrays.stream(usual).filter(free))
                .toArray();
    }

    /** One column's turn. The known columns stand in the input in the order in which they come. */
    private final class Pass {
        private final int column;
        private final int known;
        private final Matrix weightsOfKnown;
        private final float[] bias;
        private final double[] shares;
        private final boolean free;
        private final boolean gaps;
        private final int fallback;
        private final Coding.Restricted restricted;
        private final long key;

        Pass(int[] order, int k, Allowance allowed, SeedTree seeds) {
            this.column = order[k];
            Dense inner = net.inner(column);
            int place = 0;
            for (int q = 0; q < k; q++) {
                place += net.widths[order[q]];
            }
            this.known = place;
            this.weightsOfKnown = Matrix.zeros(known, net.hidden);
            this.bias = Arrays.copyOfRange(theta, inner.bias(), inner.bias() + net.hidden);
            Matrix all = inner.weights(theta);
            Matrix blank = Matrix.zeros(1, net.input);
            int to = 0;
            for (int q = 0; q < order.length; q++) {
                int j = order[q];
                if (q < k) {
                    int cells = net.widths[j] * net.hidden;
                    System.arraycopy(
                            theta, all.at(net.places[j], 0), weightsOfKnown.cells, to, cells);
                    to += cells;
                } else {
                    net.put(theta, j, -1, blank, 0);
                }
            }
            kernel.multiply(blank, all, Matrix.in(bias, 0, 1, net.hidden), true);
            this.restricted = codes.columns().get(column).under(allowed);
            this.shares =
                    IntStream.range(0, net.counts[column]).mapToDouble(restricted::share).toArray();
            this.free = allowed instanceof Allowance.Any;
            this.gaps = codes.columns().get(column).gaps();
            int best = 0;
            for (int c = 1; c < shares.length; c++) {
                best = shares[c] > shares[best] ? c : best;
            }
            this.fallback = best;
            this.key = seeds.purpose("autoregressive." + column);
        }

        void draw(
                double[][] columns,
                double[] weights,
                Matrix x,
                int from,
                long first,
                float[] inner,
                float[] cells) {
            int rows = x.rows;
            Matrix h = Matrix.in(inner, 0, rows, net.hidden);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(bias, 0, inner, i * net.hidden, net.hidden);
            }
            kernel.multiply(x.columns(0, known), weightsOfKnown, h, true);
            int count = net.counts[column];
            net.head(kernel, theta, column, h, Matrix.in(cells, 0, rows, count));
            for (int i = 0; i < rows; i++) {
                long row = SeedTree.key(key, first + i);
                int code = code(cells, i * count, row, weights, from + i);
                columns[column][from + i] = restricted.value(code, SeedTree.uniform(row, 1));
                net.put(theta, column, code, x, i, known);
            }
        }

        private int code(float[] scores, int at, long row, double[] weights, int i) {
            int count = shares.length;
            double total = Softmax.exponents(scores, at, count);
            if (!gaps) {
                total -= scores[at];
                scores[at] = 0;
            }
            if (!free) {
                double left = 0;
                for (int c = 0; c < count; c++) {
                    scores[at + c] *= (float) shares[c];
                    left += scores[at + c];
                }
                weights[i] *= total > 0 ? Math.max(0, Math.min(1, left / total)) : 0;
                if (!(left > 0)) {
                    return fallback;
                }
                total = left;
            }
            double u = SeedTree.uniform(row, 0) * total;
            int code = 0;
            int last = 0;
            for (; code < count; code++) {
                double p = scores[at + code];
                if (p > 0) {
                    last = code;
                    if (u < p) {
                        break;
                    }
                    u -= p;
                }
            }
            return last;
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        codes.write(out);
        out.writeInt(Autoregressive.WITH_ORDER);
        Stored.write(out, usual);
        out.writeInt(net.hidden);
        Stored.write(out, theta);
    }
}
