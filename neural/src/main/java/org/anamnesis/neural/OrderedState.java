package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What an {@link OrderedTraining} has come to after an epoch. */
final class OrderedState implements Resumption.State {
    final float[] theta;
    final Average average;

    /** Average parameters with the least loss so far. */
    final float[] best;

    int epoch;
    int halved;
    private final Adam adam;
    private double least;
    private double rate;
    private int since;

    /**
     * @param loss at the start
     * @param rate step size
     */
    OrderedState(float[] start, Adam adam, double loss, double rate) {
        this.theta = start;
        this.best = start.clone();
        this.average = new Average(start, 0.98);
        this.adam = adam;
        this.least = loss;
        this.rate = rate;
    }

    void step(float[] gradients) {
        adam.step(theta, gradients, rate);
        average.take(theta);
    }

    /**
     * Ends an epoch.
     *
     * @param loss on the rows kept aside
     * @param patience epochs without a better one until the step is halved
     */
    void look(double loss, int patience) {
        epoch++;
        if (loss < least) {
            least = loss;
            System.arraycopy(average.values(), 0, best, 0, best.length);
            since = 0;
        } else if (++since >= patience) {
            since = 0;
            rate /= 2;
            halved++;
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(epoch);
        out.writeInt(halved);
        out.writeInt(since);
        out.writeDouble(least);
        out.writeDouble(rate);
        adam.write(out);
        average.write(out);
        Stored.write(out, theta);
        Stored.write(out, best);
    }

    @Override
    public void read(DataInput in) throws IOException {
        epoch = Stored.count(in, 0, Integer.MAX_VALUE, "epochs");
        halved = Stored.count(in, 0, 1000, "halvings");
        since = Stored.count(in, 0, 1000, "epochs without a better loss");
        least = in.readDouble();
        rate = in.readDouble();
        adam.read(in);
        average.read(in);
        Stored.read(in, theta);
        Stored.read(in, best);
    }
}
