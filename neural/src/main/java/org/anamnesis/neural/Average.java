package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The exponential average of parameters over the steps; it is steadier than the last step and is
 * what is kept. Early on it forgets faster, so that the start has no part in it.
 */
final class Average implements Resumption.State {
    private final float[] values;
    private final double keep;
    private int steps;

    /**
     * @param keep share of the average that a step leaves, for example 0.999
     */
    Average(float[] start, double keep) {
        this.values = start.clone();
        this.keep = keep;
    }

    void take(float[] parameters) {
        steps++;
        float k = (float) Math.min(keep, (1.0 + steps) / (10.0 + steps));
        for (int i = 0; i < values.length; i++) {
            values[i] = k * values[i] + (1 - k) * parameters[i];
        }
    }

    /** Shared, not a copy. */
    float[] values() {
        return values;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(steps);
        Stored.write(out, values);
    }

    @Override
    public void read(DataInput in) throws IOException {
        steps = Stored.count(in, 0, Integer.MAX_VALUE, "steps");
        Stored.read(in, values);
    }
}
