package org.anamnesis.signals.ct;

/**
 * Sums of attenuation along parallel rays through a slice as it is painted, pixel by pixel: a ray
 * goes from row to row, or from column to column where it is steeper that way, and takes the value
 * between the two nearest pixels (Joseph 1982, doi:10.1109/TMI.1982.4307572).
 *
 * <p>Between two pixels means a blur by a triangle two pixels wide, which no scanner knows of: rows
 * and columns are sharpened by as much beforehand, so that a slice is as sharp as its kernel says.
 */
final class Rays {
    /** Taps of the sharpening, from the middle outwards. */
    private static final float[] TAPS = taps();

    private final int n;
    private final int bins;
    private final double bin;
    private final double pixel;

    /** Attenuation a pixel, by rows and by columns. */
    private final float[][] maps = new float[2][];

    /** First and last pixel of each row or column that weakens a ray; none: the last is before. */
    private final int[][] first = new int[2][];

    private final int[][] last = new int[2][];

    Rays(Grid grid, float[] hu, int bins, double bin) {
        this.n = grid.n();
        this.bins = bins;
        this.bin = bin;
        this.pixel = grid.pixel();
        float unit = (float) (Scanner.WATER * pixel);
        float[] rows = new float[n * n];
        float[] columns = new float[n * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                float v = hu[j * n + i] <= -995 ? 0 : unit * (1 + hu[j * n + i] / 1000);
                rows[j * n + i] = v;
                columns[i * n + j] = v;
            }
        }
        maps[0] = rows;
        maps[1] = columns;
        for (float[] map : maps) {
            for (int j = 0; j < n; j++) {
                sharpen(map, j * n);
            }
        }
        for (int k = 0; k < 2; k++) {
            first[k] = new int[n];
            last[k] = new int[n];
            for (int j = 0; j < n; j++) {
                int a = 0;
                int b = n - 1;
                while (a < n && maps[k][j * n + a] == 0) {
                    a++;
                }
                while (b >= a && maps[k][j * n + b] == 0) {
                    b--;
                }
                first[k][j] = a;
                last[k][j] = b;
            }
        }
    }

    /**
     * What undoes the triangle's (sin πν / πν)²: with s = 4 sin² πν, which is minus the second
     * difference, (πν / sin πν)² = Σ<sub>k≥0</sub> 2 s<sup>k</sup> / ((k + 1)² C(2k + 2, k + 1)),
     * here to k = 5: within 3 % up to 0.35 cycles a pixel.
     */
    private static float[] taps() {
        int last = 5;
        double[] taps = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            double part = 2 / ((k + 1.0) * (k + 1) * choose(2 * k + 2, k + 1));
            for (int j = 0; j <= k; j++) {
                taps[j] += (j % 2 == 0 ? part : -part) * choose(2 * k, k + j);
            }
        }
        float[] out = new float[taps.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = (float) taps[j];
        }
        return out;
    }

    private static double choose(int n, int k) {
        double all = 1;
        for (int i = 1; i <= k; i++) {
            all = all * (n - k + i) / i;
        }
        return all;
    }

    private void sharpen(float[] map, int at) {
        float[] plain = java.util.Arrays.copyOfRange(map, at, at + n);
        int reach = TAPS.length - 1;
        for (int i = reach; i < n - reach; i++) {
            float v = TAPS[0] * plain[i];
            for (int j = 1; j <= reach; j++) {
                v += TAPS[j] * (plain[i - j] + plain[i + j]);
            }
            map[at + i] = v;
        }
    }

    /**
     * The sums of one view, no unit; 0 where a ray meets nothing.
     *
     * @param angle of the line on which the detector lies, radians
     */
    void sum(double angle, float[] out) {
        java.util.Arrays.fill(out, 0);
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        int k = Math.abs(c) >= Math.abs(s) ? 0 : 1;
        double along = k == 0 ? c : s;
        double across = k == 0 ? s : c;
        float weight = (float) (1 / Math.abs(along));
        double mid = (n - 1) / 2.0;
        int centre = bins / 2;
        double step = bin / pixel / along; // pixels along the row from one ray to the next
        for (int j = 0; j < n; j++) {
            if (last[k][j] < first[k][j]) {
                continue;
            }
            double start = mid - centre * step - (j - mid) * across / along;
            row(maps[k], j * n, first[k][j], last[k][j], start, step, weight, out);
        }
    }

    private void row(
            float[] map,
            int at,
            int from,
            int to,
            double start,
            double step,
            float weight,
            float[] out) {
        // Rays that pass within a pixel of what weakens them.
        double low = Math.max(0, from - 1);
        double high = Math.min(n - 1.001, to + 0.999);
        double a = (low - start) / step;
        double b = (high - start) / step;
        int begin = (int) Math.max(0, Math.ceil(Math.min(a, b) + 1e-9));
        int end = (int) Math.min(bins - 1.0, Math.floor(Math.max(a, b) - 1e-9));
        float x0 = (float) (start + begin * step - low);
        float dx = (float) step;
        int base = at + (int) low;
        for (int r = begin; r <= end; r++) {
            float x = x0 + (r - begin) * dx;
            int i = (int) x;
            float t = x - i;
            float left = map[base + i];
            out[r] += weight * (left + t * (map[base + i + 1] - left));
        }
    }
}
