package org.anamnesis.signals.ct;

/**
 * Sums of attenuation along parallel rays through a slice, on a coarse grid: they change slowly.
 */
final class Projection {
    private static final double BONE = 160; // HU above which tissue counts as bone

    private Projection() {}

    /** Rays a view: the diagonal. */
    static int bins(int coarse) {
        return (int) Math.ceil(coarse * 1.45) | 1;
    }

    /**
     * @return attenuation of all and of bone beyond water, by view and ray
     */
    static float[][] of(Grid grid, float[] hu, int views, int m) {
        int n = grid.n();
        float[] all = new float[m * m];
        float[] bone = new float[m * m];
        int[] count = new int[m * m];
        for (int j = 0; j < n; j++) {
            int row = j * m / n * m;
            for (int i = 0; i < n; i++) {
                int at = row + i * m / n;
                float v = hu[j * n + i];
                all[at] += Math.max(0, 1 + v / 1000);
                bone[at] += v > BONE ? v / 1000 : 0;
                count[at]++;
            }
        }
        double side = n * grid.pixel() / m;
        double unit = Scanner.WATER * side;
        int wide = bins(m);
        float[][] sums = new float[2][views * wide];
        int half = wide / 2;
        for (int at = 0; at < m * m; at++) {
            float a = (float) (all[at] / Math.max(1, count[at]) * unit);
            float b = (float) (bone[at] / Math.max(1, count[at]) * unit);
            all[at] = a < unit * 0.02 ? 0 : a;
            bone[at] = b;
        }
        for (int v = 0; v < views; v++) {
            double angle = Math.PI * v / views;
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            int base = v * wide + half;
            for (int j = 0; j < m; j++) {
                double y = (j - (m - 1) / 2.0) * s;
                for (int i = 0; i < m; i++) {
                    float a = all[j * m + i];
                    if (a == 0) {
                        continue;
                    }
                    double at = (i - (m - 1) / 2.0) * c + y + half;
                    int k = (int) at;
                    float t = (float) (at - k);
                    int to = base - half + k;
                    sums[0][to] += a * (1 - t);
                    sums[0][to + 1] += a * t;
                    float b = bone[j * m + i];
                    if (b > 0) {
                        sums[1][to] += b * (1 - t);
                        sums[1][to + 1] += b * t;
                    }
                }
            }
        }
        return sums;
    }

    /** Square root of the mean of e<sup>p</sup> over the rays through each coarse pixel. */
    static float[] spread(float[] sums, int views, int m) {
        int wide = bins(m);
        int half = wide / 2;
        float[] out = new float[m * m];
        for (int v = 0; v < views; v++) {
            double angle = Math.PI * v / views;
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            float[] noisy = new float[wide];
            for (int k = 0; k < wide; k++) {
                noisy[k] = (float) StrictMath.exp(sums[v * wide + k]);
            }
            for (int j = 0; j < m; j++) {
                for (int i = 0; i < m; i++) {
                    double at = (i - (m - 1) / 2.0) * c + (j - (m - 1) / 2.0) * s + half;
                    out[j * m + i] += noisy[(int) at] / views;
                }
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) Math.sqrt(out[i]);
        }
        return out;
    }
}
