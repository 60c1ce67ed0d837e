package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What a {@link GanTraining} has come to after a step. */
final class GanState implements Resumption.State {
    /**
     * Standard errors beyond which a look is farther away than the nearest. That one is the best of
     * forty, which alone puts the others some errors behind it.
     */
    private static final double SURE = 3;

    /** Parameters of the generator. */
    final float[] made;

    /** Parameters of the critic. */
    final float[] judge;

    final Average average;

    int taken;

    /** The generator's average parameters with the least distance at a look. */
    private final float[] best;

    /** What each row kept aside had in that distance. */
    private final double[] nearest;

    /** Looks since then. */
    private int since;

    /** Standard errors by which the last look was farther. */
    private double farther;

    private final Adam ofGenerator;
    private final Adam ofCritic;

    /**
     * @param aside rows kept aside
     */
    GanState(float[] made, float[] judge, int aside) {
        this.made = made;
        this.judge = judge;
        this.average = new Average(made, 0.998);
        this.best = made.clone();
        this.nearest = new double[aside];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        this.ofGenerator = new Adam(made.length, 0.5, 0.9, 1e-3);
        this.ofCritic = new Adam(judge.length, 0.5, 0.9, 0);
    }

    void judged(float[] gradients, double rate) {
        ofCritic.step(judge, gradients, rate);
    }

    void improved(float[] gradients, double rate) {
        ofGenerator.step(made, gradients, rate);
        average.take(made);
        taken++;
    }

    /**
     * @param parts what each row kept aside has in its distance to drawn rows
     */
    void look(double[] parts) {
        since++;
        farther = EnergyDistance.farther(parts, nearest);
        if (EnergyDistance.mean(parts) < EnergyDistance.mean(nearest)) {
            System.arraycopy(parts, 0, nearest, 0, nearest.length);
            System.arraycopy(average.values(), 0, best, 0, best.length);
            since = 0;
        }
    }

    /** Whether the rows aside show for some time that the play leads away from them. */
    boolean over(int patience) {
        return since >= patience && farther > SURE;
    }

    /**
     * The generator's average parameters: the last, or those of the nearest look if the last is
     * surely farther away. Which of two is nearer by less is chance, and there the longer play
     * knows more of how columns hang together.
     */
    float[] result() {
        return farther > SURE ? best : average.values();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(taken);
        out.writeInt(since);
        out.writeDouble(farther);
        Stored.write(out, nearest);
        ofGenerator.write(out);
        ofCritic.write(out);
        average.write(out);
        Stored.write(out, made);
        Stored.write(out, judge);
        Stored.write(out, best);
    }

    @Override
    public void read(DataInput in) throws IOException {
        taken = Stored.count(in, 0, Integer.MAX_VALUE, "steps");
        since = Stored.count(in, 0, Integer.MAX_VALUE, "looks");
        farther = in.readDouble();
        double[] parts = Stored.doubles(in, nearest.length);
        Stored.require(parts.length == nearest.length, "what the rows kept aside said");
        System.arraycopy(parts, 0, nearest, 0, parts.length);
        ofGenerator.read(in);
        ofCritic.read(in);
        average.read(in);
        Stored.read(in, made);
        Stored.read(in, judge);
        Stored.read(in, best);
    }
}
