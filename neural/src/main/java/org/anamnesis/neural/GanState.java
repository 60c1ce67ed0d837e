package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a {@link GanTraining} has come to after a step. */
final class GanState implements Resumption.State {
    /** Parameters of the generator. */
    final float[] made;

    /** Parameters of the critic. */
    final float[] judge;

    final Average average;

    /** The generator's average parameters with the least distance at a look. */
    final float[] best;

    int taken;

    /** Looks since the best one. */
    int since;

    private double least = Double.POSITIVE_INFINITY;
    private final Adam ofGenerator;
    private final Adam ofCritic;

    GanState(float[] made, float[] judge) {
        this.made = made;
        this.judge = judge;
        this.average = new Average(made, 0.998);
        this.best = made.clone();
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
     * @param apart distance of drawn rows to those kept aside
     */
    void look(double apart) {
        since++;
        if (apart < least) {
            least = apart;
            System.arraycopy(average.values(), 0, best, 0, best.length);
            since = 0;
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(taken);
        out.writeInt(since);
        out.writeDouble(least);
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
        least = in.readDouble();
        ofGenerator.read(in);
        ofCritic.read(in);
        average.read(in);
        Stored.read(in, made);
        Stored.read(in, judge);
        Stored.read(in, best);
    }
}
