package org.anamnesis.signals.eeg;

import org.anamnesis.signals.Draws;
import org.anamnesis.study.Study;

/** Hum of the mains, of another size at each electrode, as impedances differ. */
final class Mains {
    private final double hz;
    private final float[] sizes = new float[Electrodes.COUNT];
    private final double[] phases = new double[Electrodes.COUNT];
    private final int rate;
    private final float[] cos;
    private final float[] sin;

    Mains(Study study, int rate) {
        this.rate = rate;
        String setting = study.settings().getOrDefault("mains_hz", "none");
        this.hz = setting.equals("none") ? 0 : Details.number(setting);
        var draws = Draws.of(study.key(), "mains");
        for (int e = 0; e < sizes.length; e++) {
            sizes[e] = (float) StrictMath.exp(draws.normal(-0.5, 0.6));
            phases[e] = StrictMath.PI * draws.uniform();
        }
        this.cos = new float[rate]; // whole turns a second: every second is the same
        this.sin = new float[rate];
        for (int i = 0; i < rate; i++) {
            cos[i] = (float) StrictMath.cos(2 * StrictMath.PI * hz * i / rate);
            sin[i] = (float) StrictMath.sin(2 * StrictMath.PI * hz * i / rate);
        }
    }

    void add(float[][] out) {
        if (hz == 0 || hz > 0.45 * rate) {
            return; // an amplifier that samples so slowly has filtered it
        }
        for (int e = 0; e < sizes.length; e++) {
            float x = (float) (sizes[e] * StrictMath.cos(phases[e]));
            float y = (float) (sizes[e] * StrictMath.sin(phases[e]));
            float[] channel = out[e];
            for (int i = 0; i < rate; i++) {
                channel[i] += x * cos[i] + y * sin[i];
            }
        }
    }
}
