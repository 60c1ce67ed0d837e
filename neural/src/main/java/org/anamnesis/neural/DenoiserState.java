package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a {@link DenoiserTraining} has come to at a look. */
final class DenoiserState implements Resumption.State {
    final float[] theta;
    final Average average;

    /** Average parameters with the least loss at a look. */
    final float[] best;

    int taken;

    /** Looks since the best one. */
    int since;

    private final Adam adam;
    private double least = Double.POSITIVE_INFINITY;

    DenoiserState(float[] start, Adam adam) {
        this.theta = start;
        this.best = start.clone();
        this.average = new Average(start, 0.998);
        this.adam = adam;
    }

    void step(float[] gradients, double rate) {
        adam.step(theta, gradients, rate);
        average.take(theta);
        taken++;
    }

    /**
     * @param loss on the rows kept aside
     */
    void look(double loss) {
        since++;
        if (loss < least) {
            least = loss;
            System.arraycopy(average.values(), 0, best, 0, best.length);
            since = 0;
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(taken);
        out.writeInt(since);
        out.writeDouble(least);
        adam.write(out);
        average.write(out);
        Stored.write(out, theta);
        Stored.write(out, best);
    }

    @Override
    public void read(DataInput in) throws IOException {
        taken = Stored.count(in, 0, Integer.MAX_VALUE, "steps");
        since = Stored.count(in, 0, Integer.MAX_VALUE, "looks");
        least = in.readDouble();
        adam.read(in);
        average.read(in);
        Stored.read(in, theta);
        Stored.read(in, best);
    }
}
