package org.anamnesis.signals.ct;

/** Gaussian blur of a square image, rows then columns; beyond the border the border goes on. */
final class Blur {
    private Blur() {}

    /**
     * @param sigma standard deviation, pixels
     */
    static void gauss(float[] image, int n, double sigma) {
        int reach = (int) Math.ceil(3.2 * sigma);
        float[] taps = new float[reach + 1];
        double sum = 0;
        for (int k = 0; k <= reach; k++) {
            double v = StrictMath.exp(-k * k / (2 * sigma * sigma));
            taps[k] = (float) v;
            sum += k == 0 ? v : 2 * v;
        }
        for (int k = 0; k <= reach; k++) {
            taps[k] /= (float) sum;
        }
        float[] line = new float[n + 2 * reach];
        float[] done = new float[n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(image, j * n, line, reach, n);
            pad(line, n, reach);
            convolve(line, done, taps, reach);
            System.arraycopy(done, 0, image, j * n, n);
        }
        float[] before = image.clone();
        for (int j = 0; j < n; j++) {
            int to = j * n;
            for (int i = 0; i < n; i++) {
                image[to + i] = taps[0] * before[to + i];
            }
            for (int k = 1; k <= reach; k++) {
                int up = Math.max(0, j - k) * n;
                int down = Math.min(n - 1, j + k) * n;
                float w = taps[k];
                for (int i = 0; i < n; i++) {
                    image[to + i] += w * (before[up + i] + before[down + i]);
                }
            }
        }
    }

    private static void pad(float[] line, int n, int reach) {
        for (int k = 0; k < reach; k++) {
            line[k] = line[reach];
            line[n + reach + k] = line[n + reach - 1];
        }
    }

    private static void convolve(float[] line, float[] out, float[] taps, int reach) {
        for (int i = 0; i < out.length; i++) {
            float v = taps[0] * line[i + reach];
            for (int k = 1; k <= reach; k++) {
                v += taps[k] * (line[i + reach - k] + line[i + reach + k]);
            }
            out[i] = v;
        }
    }
}
