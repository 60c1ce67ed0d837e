package org.anamnesis.signals.ecg;

/**
 * Second-order Butterworth sections run forwards and backwards, so that no wave moves. Bilinear
 * transform; ends are continued point-symmetrically.
 */
final class Filter {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;

    private Filter(double b0, double b1, double b2, double a0, double a1, double a2) {
        this.b0 = b0 / a0;
        this.b1 = b1 / a0;
        this.b2 = b2 / a0;
        this.a1 = a1 / a0;
        this.a2 = a2 / a0;
    }

    static Filter highPass(double hertz, int rate) {
        double w = 2 * Math.PI * hertz / rate;
        double alpha = Math.sin(w) / Math.sqrt(2);
        double c = Math.cos(w);
        return new Filter((1 + c) / 2, -(1 + c), (1 + c) / 2, 1 + alpha, -2 * c, 1 - alpha);
    }

    static Filter lowPass(double hertz, int rate) {
        double w = 2 * Math.PI * hertz / rate;
        double alpha = Math.sin(w) / Math.sqrt(2);
        double c = Math.cos(w);
        return new Filter((1 - c) / 2, 1 - c, (1 - c) / 2, 1 + alpha, -2 * c, 1 - alpha);
    }

    /** Filters in place. */
    void apply(double[] x) {
        int pad = Math.min(x.length - 1, 64);
        double[] wide = new double[x.length + 2 * pad];
        System.arraycopy(x, 0, wide, pad, x.length);
        for (int i = 1; i <= pad; i++) {
            wide[pad - i] = 2 * x[0] - x[i];
            wide[pad + x.length - 1 + i] = 2 * x[x.length - 1] - x[x.length - 1 - i];
        }
        run(wide, 1);
        run(wide, -1);
        System.arraycopy(wide, pad, x, 0, x.length);
    }

    /** Starts as if the first value had always been there. */
    private void run(double[] x, int step) {
        int i = step > 0 ? 0 : x.length - 1;
        double gain = (b0 + b1 + b2) / (1 + a1 + a2);
        double first = x[i];
        double z2 = (b2 - a2 * gain) * first;
        double z1 = (b1 - a1 * gain) * first + z2;
        for (; i >= 0 && i < x.length; i += step) {
            double in = x[i];
            double out = b0 * in + z1;
            z1 = b1 * in - a1 * out + z2;
            z2 = b2 * in - a2 * out;
            x[i] = out;
        }
    }
}
