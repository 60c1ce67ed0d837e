package org.anamnesis.signals.ct;

import java.util.Arrays;

/** A closed outline in a plane, by its corners in mm. */
final class Outline {
    private final double[] x;
    private final double[] y;

    Outline(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** An ellipse turned by an angle, or between ellipse and rectangle for a power above 2. */
    static Outline ellipse(double cx, double cy, double a, double b, double power, double turn) {
        int m = 72;
        double[] x = new double[m];
        double[] y = new double[m];
        double ct = StrictMath.cos(turn);
        double st = StrictMath.sin(turn);
        for (int i = 0; i < m; i++) {
            double c = COS[i];
            double s = SIN[i];
            double u =
                    a * (power == 2 ? c : Math.signum(c) * StrictMath.pow(Math.abs(c), 2 / power));
            double v =
                    b * (power == 2 ? s : Math.signum(s) * StrictMath.pow(Math.abs(s), 2 / power));
            x[i] = cx + u * ct - v * st;
            y[i] = cy + u * st + v * ct;
        }
        return new Outline(x, y);
    }

    /** A smooth closed curve through the points (Catmull-Rom). */
    static Outline smooth(double[] px, double[] py) {
        int k = px.length;
        int per = 6;
        double[] x = new double[k * per];
        double[] y = new double[k * per];
        for (int i = 0; i < k; i++) {
            int a = (i + k - 1) % k;
            int c = (i + 1) % k;
            int d = (i + 2) % k;
            for (int s = 0; s < per; s++) {
                double t = s / (double) per;
                x[i * per + s] = curve(px[a], px[i], px[c], px[d], t);
                y[i * per + s] = curve(py[a], py[i], py[c], py[d], t);
            }
        }
        return new Outline(x, y);
    }

    private static double curve(double a, double b, double c, double d, double t) {
        return 0.5
                * (2 * b
                        + (c - a) * t
                        + (2 * a - 5 * b + 4 * c - d) * t * t
                        + (3 * b - a - 3 * c + d) * t * t * t);
    }

    /** The part of greater y (to the back), the rest flattened onto the line. */
    Outline below(double line) {
        return new Outline(x, Arrays.stream(y).map(v -> Math.max(v, line)).toArray());
    }

    /** The part of lesser y (to the front). */
    Outline above(double line) {
        return new Outline(x, Arrays.stream(y).map(v -> Math.min(v, line)).toArray());
    }

    /** Two outlines as one, tied by a seam without width. */
    Outline joined(Outline other) {
        int m = x.length;
        int k = other.x.length;
        double[] px = Arrays.copyOf(x, m + k + 2);
        double[] py = Arrays.copyOf(y, m + k + 2);
        px[m] = x[0];
        py[m] = y[0];
        System.arraycopy(other.x, 0, px, m + 1, k);
        System.arraycopy(other.y, 0, py, m + 1, k);
        px[m + k + 1] = other.x[0];
        py[m + k + 1] = other.y[0];
        return new Outline(px, py);
    }

    /** Takes one side of an outline. */
    interface Piece {
        void take(double x0, double y0, double x1, double y1);
    }

    /** Every side in turn. */
    void pieces(Piece piece) {
        for (int i = 0; i < x.length; i++) {
            int j = (i + 1) % x.length;
            piece.take(x[i], y[i], x[j], y[j]);
        }
    }

    int size() {
        return x.length;
    }

    double left() {
        return Arrays.stream(x).min().orElseThrow();
    }

    double right() {
        return Arrays.stream(x).max().orElseThrow();
    }

    double top() {
        return Arrays.stream(y).min().orElseThrow();
    }

    double bottom() {
        return Arrays.stream(y).max().orElseThrow();
    }

    /** Where the outline crosses a horizontal line, sorted; returns how often. */
    int crossings(double at, double[] into) {
        int found = 0;
        int m = x.length;
        for (int i = 0, j = m - 1; i < m; j = i++) {
            if ((y[i] > at) != (y[j] > at)) {
                into[found++] = x[i] + (at - y[i]) / (y[j] - y[i]) * (x[j] - x[i]);
            }
        }
        Arrays.sort(into, 0, found);
        return found;
    }

    boolean contains(double px, double py) {
        boolean inside = false;
        int m = x.length;
        for (int i = 0, j = m - 1; i < m; j = i++) {
            if ((y[i] > py) != (y[j] > py)
                    && px < x[i] + (py - y[i]) / (y[j] - y[i]) * (x[j] - x[i])) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static final double[] COS = circle(true);
    private static final double[] SIN = circle(false);

    private static double[] circle(boolean cos) {
        double[] v = new double[72];
        for (int i = 0; i < v.length; i++) {
            double t = 2 * Math.PI * i / v.length;
            v[i] = cos ? StrictMath.cos(t) : StrictMath.sin(t);
        }
        return v;
    }
}
