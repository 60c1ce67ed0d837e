package org.anamnesis.signals.ecg;

import java.util.function.DoubleUnaryOperator;

/**
 * The shape of one person's beat in the eight measured leads (mV), apart from its timing: P wave,
 * QRS, ST-T from J point to T end (each stretched to the time that is asked), and what follows T
 * (4&nbsp;ms a point). Changed in place while it is being made.
 */
final class Beat {
    static final int P = 40;
    static final int QRS = 60;
    static final int ST = 80;
    static final int TAIL = 25;

    /** From where to where P is seen over all leads: this share of its largest size. */
    private static final double SEEN = .08;

    /** P wave, 8 × {@link #P}. */
    final double[][] p = new double[8][P];

    /** QRS, ST-T and tail one behind the other, 8 × (QRS + ST + TAIL). */
    final double[][] v = new double[8][QRS + ST + TAIL];

    /** Adds a dipole whose strength goes over the QRS: 0 onset, 1 end. */
    void qrs(Torso torso, Dipole d, DoubleUnaryOperator strength) {
        add(torso, d, 0, QRS, strength);
    }

    /** Adds a dipole whose strength goes over ST and T: 0 J point, 1 end of T. */
    void st(Torso torso, Dipole d, DoubleUnaryOperator strength) {
        add(torso, d, QRS, ST, strength);
    }

    /** Adds a dipole whose strength goes over the tenth of a second behind T: 0 to 1. */
    void tail(Torso torso, Dipole d, DoubleUnaryOperator strength) {
        add(torso, d, QRS + ST, TAIL, strength);
    }

    private void add(Torso torso, Dipole d, int from, int n, DoubleUnaryOperator strength) {
        for (int i = 0; i < n; i++) {
            double s = strength.applyAsDouble(i / (double) n);
            for (int l = 0; l < 8; l++) {
                v[l][from + i] += torso.see(l, d) * s;
            }
        }
    }

    void scaleP(double factor) {
        scale(p, 0, P, factor);
    }

    void scaleQrs(double factor) {
        scale(v, 0, QRS, factor);
    }

    /** ST-T and tail. */
    void scaleSt(double factor) {
        scale(v, QRS, ST + TAIL, factor);
    }

    void scaleTail(double factor) {
        scale(v, QRS + ST, TAIL, factor);
    }

    private static void scale(double[][] x, int from, int n, double factor) {
        for (double[] lead : x) {
            for (int i = from; i < from + n; i++) {
                lead[i] *= factor;
            }
        }
    }

    void add(Beat other) {
        for (int l = 0; l < 8; l++) {
            for (int i = 0; i < P; i++) {
                p[l][i] += other.p[l][i];
            }
            for (int i = 0; i < v[l].length; i++) {
                v[l][i] += other.v[l][i];
            }
        }
    }

    Beat copy() {
        var copy = new Beat();
        copy.add(this);
        return copy;
    }

    /** Net area of QRS in a lead, in mV times its length. */
    double area(Lead lead) {
        double sum = 0;
        for (int i = 0; i < QRS; i++) {
            sum += at(lead, i);
        }
        return sum / QRS;
    }

    /** Highest and lowest value of QRS in a lead, mV: R, and minus the depth of Q or S. */
    double[] range(Lead lead) {
        double high = 0;
        double low = 0;
        for (int i = 0; i < QRS; i++) {
            high = Math.max(high, at(lead, i));
            low = Math.min(low, at(lead, i));
        }
        return new double[] {high, low};
    }

    /** Height of T in a lead, mV: where it is farthest from the line, below zero if it is down. */
    double t(Lead lead) {
        double far = 0;
        for (int i = QRS + ST / 4; i < QRS + ST; i++) {
            double level = at(lead, i);
            far = Math.abs(level) > Math.abs(far) ? level : far;
        }
        return far;
    }

    /** Level of a lead at a point of ST-T, 0 J point to 1 end of T, mV. */
    double level(Lead lead, double place) {
        return at(lead, QRS + (int) Math.min(ST - 1L, Math.round(place * ST)));
    }

    /** Value of a lead at a point of QRS, ST and tail, mV. */
    double at(Lead lead, int i) {
        double[] eight = new double[8];
        for (int l = 0; l < 8; l++) {
            eight[l] = v[l][i];
        }
        return lead.of(eight);
    }

    /**
     * Turns the frontal plane (leads I and II) so that the axis of QRS is {@code degrees}; T turns
     * half as far.
     */
    void turnAxisTo(double degrees) {
        double turn = Math.toRadians(degrees) - Math.toRadians(axis());
        for (int i = 0; i < v[0].length; i++) {
            double share = i < QRS ? 1 : 1 - .5 * Math.min(1, (i - QRS) / (.3 * ST));
            double x = v[0][i];
            double y = (2 * v[1][i] - v[0][i]) / Math.sqrt(3);
            double c = Math.cos(turn * share);
            double s = Math.sin(turn * share);
            v[0][i] = c * x - s * y;
            v[1][i] = (Math.sqrt(3) * (s * x + c * y) + v[0][i]) / 2;
        }
    }

    /** Axis of QRS in the frontal plane by its net areas in I and aVF, degrees, −180 to 180. */
    double axis() {
        return Math.toDegrees(Math.atan2(area(Lead.AVF) * 2 / Math.sqrt(3), area(Lead.I)));
    }

    /** The leads' values of QRS, ST-T and tail over time. */
    float[][] ventricles(int rate, double qrsMs, double qtMs) {
        double total = qtMs + 4 * (TAIL - 1);
        int n = (int) Math.floor(total * rate / 1000);
        float[][] out = new float[8][n];
        for (int k = 0; k < n; k++) {
            double ms = k * 1000.0 / rate;
            double place;
            if (ms < qrsMs) {
                place = ms / qrsMs * QRS;
            } else if (ms < qtMs) {
                place = QRS + (ms - qrsMs) / (qtMs - qrsMs) * ST;
            } else {
                place = QRS + ST + (ms - qtMs) / 4;
            }
            for (int l = 0; l < 8; l++) {
                out[l][k] = (float) between(v[l], place);
            }
        }
        return out;
    }

    /**
     * The leads' values of the P wave over time.
     *
     * @param ms from the onset to the end of P over all leads
     */
    float[][] atria(int rate, double ms) {
        double[] size = new double[P];
        double most = 0;
        for (int i = 0; i < P; i++) {
            for (double[] lead : p) {
                size[i] += lead[i] * lead[i];
            }
            most = Math.max(most, size[i]);
        }
        int first = 0;
        int last = P - 1;
        while (first < last && size[first] <= SEEN * SEEN * most) {
            first++;
        }
        while (last > first && size[last] <= SEEN * SEEN * most) {
            last--;
        }
        // Points a sample; what is below the limit goes before and behind.
        double step = Math.max(1, last - first) * 1000.0 / (ms * rate);
        int n = (int) Math.ceil((P - 1) / step);
        float[][] out = new float[8][n];
        for (int k = 0; k < n; k++) {
            for (int l = 0; l < 8; l++) {
                out[l][k] = (float) between(p[l], k * step);
            }
        }
        return out;
    }

    /** Catmull and Rom's cubic between points; outside, the nearest point. */
    private static double between(double[] x, double place) {
        int i = (int) place;
        if (i >= x.length - 1) {
            return x[x.length - 1];
        }
        double u = place - i;
        double a = x[Math.max(0, i - 1)];
        double b = x[i];
        double c = x[i + 1];
        double d = x[Math.min(x.length - 1, i + 2)];
        return b + .5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
    }
}
