package org.anamnesis.neural;

import java.util.Arrays;

/** One update of the critic and one of the generator, on parts of a batch. */
final class GanStep {
    /**
     * Rows that the critic judges together. CTGAN's ten guard against modes that are never drawn,
     * but the margins are set right afterwards, and a critic who sees fifty packs of a batch learns
     * little of how columns hang together: on the table of the peers TSTR 0.637 with ten, 0.731
     * with two, for less time.
     */
    static final int PACK = 2;

    private static final float PENALTY = 10f;

    private final Generator generator;
    private final Critic critic;
    private final ModeRows table;
    private final ModeLayout layout;
    private final Kernel kernel = Kernels.best();
    private final double drop;

    /**
     * @param drop chance that a hidden cell of the critic is dropped
     */
    GanStep(Generator generator, Critic critic, ModeRows table, double drop) {
        this.generator = generator;
        this.critic = critic;
        this.table = table;
        this.layout = generator.layout;
        this.drop = drop;
    }

    /** Inputs of a critic for a table with this layout. */
    static int inputs(ModeLayout layout) {
        return PACK * (layout.width + layout.condition);
    }

    /** Condition vectors of a batch, by training with sampling. */
    private final class Conditions {
        final int[] column;
        final int[] option;

        Conditions(int rows, Draws draws) {
            column = new int[rows];
            option = new int[rows];
            Arrays.fill(column, -1);
            for (int i = 0; layout.names.length > 0 && i < rows; i++) {
                column[i] = layout.names[draws.below(layout.names.length)];
                option[i] = table.option(column[i], draws);
            }
        }

        void put(int i, float[] cells, int at) {
            if (column[i] >= 0) {
                cells[at + layout.named[column[i]] + option[i]] = 1f;
            }
        }
    }

    /** Rows of the generator with what they came from. */
    private final class Made {
        final Conditions conditions;
        final Mlp.Trace trace;
        final Matrix scores;
        final Matrix soft;

        Made(float[] theta, int rows, Draws draws) {
            conditions = new Conditions(rows, draws);
            Matrix input = Matrix.zeros(rows, Generator.NOISE + layout.condition);
            for (int i = 0; i < rows; i++) {
                int at = input.at(i, 0);
                for (int k = 0; k < Generator.NOISE; k++) {
                    input.cells[at + k] = (float) draws.normal();
                }
                conditions.put(i, input.cells, at + Generator.NOISE);
            }
            trace = generator.mlp.forward(kernel, theta, input, 0, draws);
            scores = trace.output;
            soft = Matrix.in(scores.cells.clone(), 0, rows, layout.width);
            generator.soften(soft, draws);
        }

        /** The rows with their conditions, side by side in packs. */
        Matrix packed() {
            int wide = layout.width + layout.condition;
            float[] cells = new float[soft.rows * wide];
            for (int i = 0; i < soft.rows; i++) {
                System.arraycopy(soft.cells, soft.at(i, 0), cells, i * wide, layout.width);
                conditions.put(i, cells, i * wide + layout.width);
            }
            return Matrix.in(cells, 0, soft.rows / PACK, PACK * wide);
        }
    }

    /** Rows of the table that have the conditions' options, with the conditions, in packs. */
    private Matrix real(Conditions conditions, Draws draws) {
        int rows = conditions.column.length;
        int wide = layout.width + layout.condition;
        Matrix out = Matrix.zeros(rows, wide);
        for (int i = 0; i < rows; i++) {
            int column = conditions.column[i];
            int row =
                    column < 0 ? table.row(draws) : table.row(column, conditions.option[i], draws);
            table.put(row, out, i, 0);
            conditions.put(i, out.cells, out.at(i, layout.width));
        }
        return Matrix.in(out.cells, 0, rows / PACK, PACK * wide);
    }

    /**
     * Adds the critic's gradients of E[critic(made)] − E[critic(real)] + penalty.
     *
     * @param rows made and real rows, a multiple of {@link #PACK}
     * @param weight 1 / packs of the whole batch
     * @return Σ critic(real) − Σ critic(made) over the packs: how well it tells them apart
     */
    double judge(
            float[] ofGenerator,
            float[] ofCritic,
            float[] gradients,
            int rows,
            float weight,
            Draws draws) {
        Made made = new Made(ofGenerator, rows, draws);
        Matrix fake = made.packed();
        Matrix real = real(made.conditions, draws);
        double apart = -critic.score(ofCritic, gradients, fake, weight, drop, draws);
        apart += critic.score(ofCritic, gradients, real, -weight, drop, draws);
        Matrix between = Matrix.zeros(real.rows, real.columns);
        for (int i = 0; i < real.rows; i++) {
            float part = (float) draws.uniform();
            for (int c = 0; c < real.columns; c++) {
                int at = real.at(i, c);
                between.cells[at] = part * real.cells[at] + (1 - part) * fake.cells[at];
            }
        }
        critic.penalty(ofCritic, gradients, between, PENALTY * weight, drop, draws);
        return apart;
    }

    /**
     * Adds the generator's gradients of −E[critic(made)] and of the surprise at its own conditions.
     *
     * @param weight 1 / packs of the whole batch
     * @return the sum of the surprises in nats, over the rows
     */
    double improve(
            float[] ofGenerator,
            float[] ofCritic,
            float[] gradients,
            int rows,
            float weight,
            Draws draws) {
        return improve(ofGenerator, ofCritic, gradients, rows, weight, draws, new double[1]);
    }

    private double improve(
            float[] ofGenerator,
            float[] ofCritic,
            float[] gradients,
            int rows,
            float weight,
            Draws draws,
            double[] judged) {
        Made made = new Made(ofGenerator, rows, draws);
        Matrix packed = made.packed();
        Matrix g = critic.atInput(ofCritic, packed, -weight, drop, draws, judged);
        int wide = layout.width + layout.condition;
        Matrix d = Matrix.zeros(rows, layout.width);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(g.cells, i * wide, d.cells, d.at(i, 0), layout.width);
        }
        generator.back(made.soft, d);
        double surprise = 0;
        for (int i = 0; i < rows; i++) {
            int column = made.conditions.column[i];
            if (column < 0) {
                continue;
            }
            int options = layout.options(column);
            int from = made.scores.at(i, layout.choice[column]);
            float[] own = Arrays.copyOfRange(made.scores.cells, from, from + options);
            surprise += Softmax.loss(own, 0, options, made.conditions.option[i], weight / PACK);
            for (int o = 0; o < options; o++) {
                d.cells[d.at(i, layout.choice[column]) + o] += own[o];
            }
        }
        generator.mlp.back(kernel, ofGenerator, gradients, made.trace, d);
        return surprise;
    }

    /** What {@link #improve} makes smaller, for the same draws. */
    double goal(float[] ofGenerator, float[] ofCritic, int rows, float weight, Draws draws) {
        float[] unused = new float[generator.size];
        double[] sum = new double[1];
        double surprise = improve(ofGenerator, ofCritic, unused, rows, weight, draws, sum);
        return weight * (surprise / PACK - sum[0]);
    }
}
