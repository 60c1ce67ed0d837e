package org.anamnesis.neural;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * Columns one after the other, each by a small network that knows those before it (TabularARGN,
 * arXiv:2501.12012). Any order can be asked of it, and any condition leaves a part of a column's
 * codes.
 */
public final class Autoregressive implements Learner {
    static final String NAME = "autoregressive";

    /** Rows for each code of a numeric column: fewer and its share is noise. */
    private static final int ROWS_PER_CODE = 15;

    /**
     * Codes of a numeric column at most. On the table of the peers, told from real rows (C2ST) and
     * found by the nearest-row attack on membership: 100 codes, 64 cells, 25 epochs 0.547 and
     * 0.526; 50, 48, 10 epochs 0.605 and 0.522; 50, 32, 9 epochs 0.641 and 0.518.
     */
    private static final int FINEST = 50;

    private static final int HIDDEN = 40;

    /**
     * Stands in a file where the width of the hidden layer stood before the order of the columns
     * was written too; without it the order is the table's.
     */
    static final int WITH_ORDER = -1;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LearnedModel learn(Table people, Training training) {
        int finest = FINEST / (1 + training.smoothing());
        int most = Math.max(8, Math.min(finest, people.rows() / ROWS_PER_CODE));
        Codes codes = Codes.of(people, most);
        OrderedNet net = net(codes, HIDDEN);
        int[] usual = fewestCodesFirst(net);
        float[] theta = new OrderedTraining(net, usual, codes, people, training).run();
        return new OrderedModel(people.variables(), codes, net, usual, theta);
    }

    /**
     * Whoever has a disease is drawn before the values that go with it. Each of these is then told
     * of the disease by itself; a rare answer that has to be told from thirty columns at once, each
     * of them held back, comes out too much like chance. On the table of the peers (a fifth kept
     * aside for tuning, two trainings of three draws) what made rows say of the disease came from
     * 0.804 to 0.809 (real rows: 0.828), and membership from 0.514 to 0.510; both differences are
     * about one standard error.
     */
    private static int[] fewestCodesFirst(OrderedNet net) {
        return IntStream.range(0, net.columns)
                .boxed()
                .sorted(Comparator.comparingInt(j -> net.counts[j])) // stable: the table's order
                .mapToInt(j -> j)
                .toArray();
    }

    static OrderedNet net(Codes codes, int hidden) {
        int[] counts = new int[codes.size()];
        double[][] ranks = new double[codes.size()][];
        for (int j = 0; j < counts.length; j++) {
            counts[j] = codes.count(j);
            boolean number = codes.columns().get(j) instanceof NumberCoding;
            ranks[j] = number ? ((NumberCoding) codes.columns().get(j)).middles() : new double[0];
        }
        return new OrderedNet(counts, ranks, hidden);
    }

    @Override
    public LearnedModel read(List<Variable> variables, DataInput in) throws IOException {
        Codes codes = Codes.read(variables, in);
        int[] usual = IntStream.range(0, codes.size()).toArray();
        int hidden = in.readInt();
        if (hidden == WITH_ORDER) {
            usual = Stored.integers(in, codes.size(), 0, codes.size());
            Stored.require(
                    usual.length == codes.size()
                            && Arrays.stream(usual).distinct().count() == usual.length,
                    "an order of the columns");
            hidden = in.readInt();
        }
        Stored.require(hidden >= 1 && hidden <= 4096, "a hidden layer");
        OrderedNet net;
        try {
            net = net(codes, hidden);
        } catch (IllegalArgumentException | ArithmeticException large) {
            throw new IOException("the model's network is too large", large);
        }
        return new OrderedModel(variables, codes, net, usual, Stored.floats(in, net.size));
    }
}
