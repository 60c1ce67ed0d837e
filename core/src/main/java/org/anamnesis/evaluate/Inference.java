package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Attribute inference: the attacker knows all of a person but one column, and takes it from the
 * synthetic row that is nearest in the others. As in Anonymeter: a number is right within 5 %.
 * Every column is the secret once.
 */
final class Inference {
    private static final double TOLERANCE = 0.05;

    private final JudgedTables tables;
    private final Points synthetic;
    private final int p;

    private Inference(JudgedTables tables, Points synthetic) {
        this.tables = tables;
        this.synthetic = synthetic;
        p = tables.variables().size();
    }

    /** One risk a column, in the order of the columns; none if there is only one column. */
    static List<AttackRisk> tried(JudgedTables tables, Space space, int attacks, SeedTree seeds) {
        Points synthetic = space.points(tables.synthetic()).prepared();
        Inference inference = new Inference(tables, synthetic);
        if (inference.p < 2) {
            return List.of();
        }
        int n = Math.min(attacks, Math.min(tables.train().rows(), tables.holdout().rows()));
        Table train = tables.train().rows(Sample.of(tables.train().rows(), n, seeds, "inferred"));
        Table holdout =
                tables.holdout()
                        .rows(Sample.of(tables.holdout().rows(), n, seeds, "inferred holdout"));
        int[] onTrain = inference.hits(train, space.points(train));
        int[] onHoldout = inference.hits(holdout, space.points(holdout));
        int[] blind = inference.blind(train, seeds);
        List<AttackRisk> out = new ArrayList<>();
        for (int k = 0; k < inference.p; k++) {
            String name = "Inferring " + tables.variables().get(k).name();
            out.add(AttackRisk.of(name, n, onTrain[k], onHoldout[k], blind[k]));
        }
        return out;
    }

    private int[] hits(Table people, Points points) {
        int[][] nearest =
                IntStream.range(0, people.rows())
                        .parallel()
                        .mapToObj(row -> nearest(points, row))
                        .toArray(int[][]::new);
        int[] hits = new int[p];
        for (int i = 0; i < nearest.length; i++) {
            for (int k = 0; k < p; k++) {
                hits[k] += right(people, i, k, nearest[i][k]) ? 1 : 0;
            }
        }
        return hits;
    }

    /** The nearest synthetic row when each column in turn is left out. */
    private int[] nearest(Points points, int row) {
        float[] least = new float[p];
        int[] rows = new int[p];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        float[] sums = new float[Points.STRETCH];
        float[] without = new float[Points.STRETCH];
        for (int stretch = 0; stretch < synthetic.stretches(); stretch++) {
            int n = synthetic.size(stretch);
            synthetic.distances(points, row, stretch, sums);
            for (int k = 0; k < p; k++) {
                synthetic.leaveOut(points, row, k, stretch, sums, without);
                for (int i = 0; i < n; i++) {
                    if (without[i] < least[k]) {
                        least[k] = without[i];
                        rows[k] = stretch * Points.STRETCH + i;
                    }
                }
            }
        }
        return rows;
    }

    private int[] blind(Table people, SeedTree seeds) {
        long purpose = seeds.purpose("blind inference");
        int[] hits = new int[p];
        for (int i = 0; i < people.rows(); i++) {
            long key = SeedTree.key(purpose, i);
            for (int k = 0; k < p; k++) {
                int guess = (int) (SeedTree.uniform(key, k) * tables.synthetic().rows());
                hits[k] += right(people, i, k, guess) ? 1 : 0;
            }
        }
        return hits;
    }

    private boolean right(Table people, int row, int k, int synthetic) {
        double truth = people.column(k)[row];
        double guess = tables.synthetic().column(k)[synthetic];
        if (Double.isNaN(truth) || Double.isNaN(guess)) {
            return Double.isNaN(truth) && Double.isNaN(guess);
        }
        return tables.variables().get(k).isCategory()
                ? truth == guess
                : Math.abs(guess - truth) <= TOLERANCE * Math.abs(truth);
    }
}
