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
    int taken;
    private final Adam ofGenerator;
    private final Adam ofCritic;

    GanState(float[] made, float[] judge) {
        this.made = made;
        this.judge = judge;
        this.average = new Average(made, 0.998);
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

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(taken);
        ofGenerator.write(out);
        ofCritic.write(out);
        average.write(out);
        Stored.write(out, made);
        Stored.write(out, judge);
    }

    @Override
    public void read(DataInput in) throws IOException {
        taken = Stored.count(in, 0, Integer.MAX_VALUE, "steps");
        ofGenerator.read(in);
        ofCritic.read(in);
        average.read(in);
        Stored.read(in, made);
        Stored.read(in, judge);
    }
}
