package org.anamnesis.signals.ct;

/**
 * One plane through the body while it is painted, back to front. A shape covers border pixels in
 * part: along a row exactly, across rows by four lines a pixel. Used by one thread.
 */
final class Canvas {
    private static final int LINES = 4;

    final Grid grid;
    final float[] hu;
    final float[] grain;

    /** By finding: share of the pixel that belongs to it; absent until something is marked. */
    final float[][] marks;

    /** Height of the plane, mm. */
    double z;

    private final float[] cover;
    private final int[] waitingFinding;
    private final float[] waitingShare;
    private int waitingPixel;
    private int waiting;
    private double[] crossing = new double[64];

    /**
     * @param grain texture of this slice
     */
    Canvas(Grid grid, float[] grain, int findings) {
        this.grid = grid;
        this.grain = grain;
        this.hu = new float[grid.n() * grid.n()];
        this.marks = new float[findings][];
        this.waitingFinding = new int[findings];
        this.waitingShare = new float[findings];
        this.cover = new float[grid.n() + 1];
    }

    void clear(double z) {
        this.z = z;
        java.util.Arrays.fill(hu, -1000);
        for (float[] mark : marks) {
            if (mark != null) {
                java.util.Arrays.fill(mark, 0);
            }
        }
    }

    /** Paints a closed outline given by its corners. */
    void fill(Outline outline, Shade shade) {
        int n = grid.n();
        double x0 = grid.x(0) - grid.pixel() / 2;
        double p = grid.pixel();
        int top = Math.max(0, (int) Math.floor((outline.top() - x0) / p));
        int bottom = Math.min(n - 1, (int) Math.floor((outline.bottom() - x0) / p));
        int left = Math.max(0, (int) Math.floor((outline.left() - x0) / p));
        int right = Math.min(n - 1, (int) Math.floor((outline.right() - x0) / p));
        if (left > right) {
            return;
        }
        for (int j = top; j <= bottom; j++) {
            java.util.Arrays.fill(cover, left, right + 1, 0);
            for (int line = 0; line < LINES; line++) {
                double y = x0 + (j + (line + 0.5) / LINES) * p;
                if (crossing.length < outline.size()) {
                    crossing = new double[outline.size()];
                }
                int found = outline.crossings(y, crossing);
                for (int c = 0; c + 1 < found; c += 2) {
                    span((crossing[c] - x0) / p, (crossing[c + 1] - x0) / p, n);
                }
            }
            shade.paint(this, j, left, right, cover);
        }
    }

    private void span(double from, double to, int n) {
        double a = Math.max(from, 0);
        double b = Math.min(to, n);
        if (b <= a) {
            return;
        }
        int first = (int) a;
        int last = Math.min((int) b, n - 1);
        float part = 1f / LINES;
        if (first == last) {
            cover[first] += (float) (b - a) * part;
            return;
        }
        cover[first] += (float) (first + 1 - a) * part;
        for (int i = first + 1; i < last; i++) {
            cover[i] += part;
        }
        cover[last] += (float) (b - last) * part;
    }

    /**
     * Paints what lies within a distance of a line from one end to the other, cut by this plane.
     */
    void capsule(Capsule c, Shade shade) {
        int n = grid.n();
        double p = grid.pixel();
        double reach = Math.max(c.r0(), c.r1()) + p;
        double lowX = Math.min(c.x0(), c.x1());
        double lowY = Math.min(c.y0(), c.y1());
        double highX = Math.max(c.x0(), c.x1());
        double highY = Math.max(c.y0(), c.y1());
        double dz = c.z1() - c.z0();
        if (Math.abs(dz) > 1e-9) { // only the piece of the line that is near this plane
            double t0 = clamp((z - reach - c.z0()) / dz);
            double t1 = clamp((z + reach - c.z0()) / dz);
            double ax = c.x0() + (c.x1() - c.x0()) * t0;
            double bx = c.x0() + (c.x1() - c.x0()) * t1;
            double ay = c.y0() + (c.y1() - c.y0()) * t0;
            double by = c.y0() + (c.y1() - c.y0()) * t1;
            lowX = Math.min(ax, bx);
            highX = Math.max(ax, bx);
            lowY = Math.min(ay, by);
            highY = Math.max(ay, by);
        }
        int left = Math.max(0, (int) Math.floor(grid.index(lowX - reach)));
        int right = Math.min(n - 1, (int) Math.ceil(grid.index(highX + reach)));
        int top = Math.max(0, (int) Math.floor(grid.index(lowY - reach)));
        int bottom = Math.min(n - 1, (int) Math.ceil(grid.index(highY + reach)));
        for (int j = top; j <= bottom; j++) {
            boolean any = false;
            for (int i = left; i <= right; i++) {
                double inside = c.inside(grid.x(i), grid.x(j), z) / p + 0.5;
                // A tube thinner than a pixel covers at most its own width of it.
                double most = Math.min(1, 2 * c.r0() / p);
                cover[i] = (float) Math.min(most, Math.max(0, inside));
                any |= cover[i] > 0;
            }
            if (any) {
                shade.paint(this, j, left, right, cover);
            }
        }
    }

    /** Blends one pixel towards a value; what is marked there is covered too. */
    void blend(int pixel, float share, double value) {
        hu[pixel] += share * ((float) value - hu[pixel]);
        for (float[] mark : marks) {
            if (mark != null) {
                mark[pixel] *= 1 - share;
            }
        }
    }

    /**
     * Marks a pixel after the tissue at hand has been blended in: blending covers what is marked.
     */
    void markAfter(int finding, int pixel, float share) {
        if (waiting == waitingShare.length) {
            throw new IllegalStateException("more findings at one pixel than there are");
        }
        waitingFinding[waiting] = finding;
        waitingShare[waiting++] = share;
        waitingPixel = pixel;
    }

    /** What waits to be marked loses a share of the pixel to what takes its place. */
    void displace(float share) {
        for (int i = 0; i < waiting; i++) {
            waitingShare[i] *= 1 - share;
        }
    }

    /** Blends a pixel and then marks what waits for it. */
    void blendAndMark(int pixel, float share, double value) {
        blend(pixel, share, value);
        for (int i = 0; i < waiting; i++) {
            mark(waitingFinding[i], waitingPixel, waitingShare[i]);
        }
        waiting = 0;
    }

    void mark(int finding, int pixel, float share) {
        if (marks[finding] == null) {
            marks[finding] = new float[hu.length];
        }
        float[] mark = marks[finding];
        mark[pixel] += share * (1 - mark[pixel]);
    }

    /** An even tissue with its texture. */
    static Shade of(Tissue tissue) {
        float hu = (float) tissue.hu();
        float sd = (float) tissue.grain();
        return (c, row, from, to, cover) -> {
            int at = row * c.grid.n();
            for (int i = from; i <= to; i++) {
                float share = cover[i];
                if (share > 0) {
                    c.blend(at + i, Math.min(1, share), hu + sd * c.grain[at + i]);
                }
            }
        };
    }

    /** A tissue that is (part of) a finding. */
    static Shade of(Tissue tissue, int finding) {
        Shade plain = of(tissue);
        return (c, row, from, to, cover) -> {
            plain.paint(c, row, from, to, cover);
            int at = row * c.grid.n();
            for (int i = from; i <= to; i++) {
                if (cover[i] > 0) {
                    c.mark(finding, at + i, Math.min(1, cover[i]));
                }
            }
        };
    }

    private static double clamp(double t) {
        return Math.max(0, Math.min(1, t));
    }
}
