package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Adam with decoupled weight decay (Kingma, Ba 2015, arXiv:1412.6980; Loshchilov, Hutter 2019,
 * arXiv:1711.05101) over one array of parameters.
 */
final class Adam implements Resumption.State {
    private final float[] mean;
    private final float[] square;
    private final double beta1;
    private final double beta2;
    private final double decay;
    private final float[] rest;
    private int steps;

    /**
     * @param decay share of a parameter that is lost per unit of step size
     */
    Adam(int size, double beta1, double beta2, double decay) {
        this(new float[size], beta1, beta2, decay);
    }

    /**
     * @param rest what parameters decay to, where the gradients leave them alone
     * @param decay share of a parameter's distance from there that is lost per unit of step size
     */
    Adam(float[] rest, double beta1, double beta2, double decay) {
        this.mean = new float[rest.length];
        this.square = new float[rest.length];
        this.rest = rest.clone();
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.decay = decay;
    }

    /** One step of size {@code rate} against the gradients. */
    void step(float[] parameters, float[] gradients, double rate) {
        steps++;
        float size = (float) (rate / (1 - Math.pow(beta1, steps)));
        float unbias = (float) (1 / (1 - Math.pow(beta2, steps)));
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float pull = (float) (rate * decay);
        for (int i = 0; i < parameters.length; i++) {
            float g = gradients[i];
            float m = b1 * mean[i] + (1 - b1) * g;
            float v = b2 * square[i] + (1 - b2) * g * g;
            mean[i] = m;
            square[i] = v;
            parameters[i] -=
                    pull * (parameters[i] - rest[i])
                            + size * m / ((float) Math.sqrt(v * unbias) + 1e-8f);
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(steps);
        Stored.write(out, mean);
        Stored.write(out, square);
    }

    @Override
    public void read(DataInput in) throws IOException {
        steps = Stored.count(in, 0, Integer.MAX_VALUE, "steps");
        Stored.read(in, mean);
        Stored.read(in, square);
    }
}
