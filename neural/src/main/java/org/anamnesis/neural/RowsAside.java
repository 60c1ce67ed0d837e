package org.anamnesis.neural;

import java.util.Arrays;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/** Rows of a table that a generator does not learn, to which what it draws is compared. */
final class RowsAside {
    /** Rows kept aside that are compared, and rows drawn for it, at most. */
    private static final int MOST = 1_000;

    private final ModeLayout layout;
    private final EnergyDistance distance;
    private final double[][] usual;
    private final long key;
    private final int count;

    /**
     * @param aside where weights differ, rows are taken from it by weight
     */
    RowsAside(ModeLayout layout, Table aside, long seed) {
        this.layout = layout;
        this.usual = GanModel.usual(layout);
        this.key = new SeedTree(seed).purpose("look");
        double[] weights = aside.weights();
        boolean some = Arrays.stream(weights).anyMatch(w -> w > 0);
        this.count = some ? Math.min(MOST, aside.rows()) : 0;
        boolean alike = Arrays.stream(weights).allMatch(w -> w == weights[0]);
        ModeRows rows = new ModeRows(layout, aside, ~seed);
        Draws draws = new Draws(key);
        Matrix reference = Matrix.zeros(count, layout.width);
        for (int i = 0; i < count; i++) {
            rows.put(alike ? i : rows.row(draws), reference, i, 0);
        }
        this.distance = new EnergyDistance(Kernels.best(), reference);
    }

    /** Rows that are compared. */
    int count() {
        return count;
    }

    /** What each row kept aside has in its distance to rows of a generator. */
    double[] parts(Generator generator, float[] theta) {
        return count == 0 ? new double[0] : distance.parts(drawn(generator, theta));
    }

    /** Rows of a generator, from the same noise at each look, so that looks can be compared. */
    private Matrix drawn(Generator generator, float[] theta) {
        Matrix out = Matrix.zeros(MOST, layout.width);
        new GanSampler(generator, theta, new float[layout.width])
                .draw(
                        MOST,
                        0,
                        key,
                        row -> GanModel.named(layout, usual, SeedTree.key(~key, row)),
                        (row, options, places) -> {
                            for (int j = 0; j < layout.size(); j++) {
                                if (layout.place[j] >= 0) {
                                    out.cells[out.at(row, layout.place[j])] = places[j];
                                }
                                out.cells[out.at(row, layout.choice[j] + options[j])] = 1f;
                            }
                        });
        return out;
    }
}
