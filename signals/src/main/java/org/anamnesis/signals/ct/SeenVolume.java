package org.anamnesis.signals.ct;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.anamnesis.study.Finding;

/**
 * How much of a finding is seen, off the body as it is painted in coarse pixels: bones, vessels and
 * fluid are painted over what a shape alone would hold.
 */
final class SeenVolume {
    /** Of a number of slices one is read. */
    private static final int EVERY = 3;

    private static final float LEAST = 0.01f;

    private final Grid grid;
    private final Noise texture;

    private SeenVolume(Grid grid, long key) {
        this.grid = grid;
        this.texture = new Noise(key, "ct texture", 6);
    }

    /** Along the height of the lungs. */
    static SeenVolume inLungs(TrunkBody body, long key) {
        double low = body.lungs.bottom();
        double high = body.lungs.top();
        return new SeenVolume(grid(body.field(low, high), 128, 1.8, new double[] {low, high}), key);
    }

    static SeenVolume inHead(Head head, Build build, long key) {
        return new SeenVolume(grid(head.field(), 192, 1.2, Head.range(build)), key);
    }

    private static Grid grid(double field, int pixels, double step, double[] range) {
        return new Grid(
                pixels, field / pixels, step, range[0], (int) ((range[1] - range[0]) / step) + 1);
    }

    Grid grid() {
        return grid;
    }

    /** Takes a pixel that shows a finding. */
    interface Pixel {
        void take(double x, double y, double ml);
    }

    /** Every pixel that shows a finding of a body painted on this grid. */
    void read(Body painted, int finding, Pixel pixel) {
        int n = grid.n();
        float[] image = new float[n * n];
        double unit = grid.pixel() * grid.pixel() * EVERY * grid.step() / 1000;
        for (int k = 0; k < grid.count(); k += EVERY) {
            float[] shares = painted.slice(k, image, texture)[finding];
            for (int i = 0; shares != null && i < shares.length; i++) {
                if (shares[i] > LEAST) {
                    int row = i / n;
                    pixel.take(grid.x(i % n), grid.x(row), shares[i] * unit);
                }
            }
        }
    }

    private double sum(Body painted, int finding) {
        double[] ml = new double[1];
        read(painted, finding, (x, y, v) -> ml[0] += v);
        return ml[0];
    }

    /** The last of some findings of the lungs, ml. */
    static double last(List<Finding> findings, TrunkBody body, long key) {
        SeenVolume seen = inLungs(body, key);
        var sight = new Sight(seen.grid, Kernel.SOFT.sigma(seen.grid.pixel()), seen.texture);
        double liver = CtPlan.healthyLiver(key);
        Body painted = TrunkBody.paint(body.build, key, findings, liver, 0, sight);
        return seen.sum(painted, findings.size() - 1);
    }

    /**
     * One of the findings of a head whose midline is where it was, ml.
     *
     * @param findings by number, each after those that took its place before it
     */
    static double of(int finding, Map<Integer, Finding> findings, Build build, long key) {
        Head head = new Head(build);
        SeenVolume seen = inHead(head, build, key);
        var disease = new HeadDisease(head, build, key, OptionalDouble.empty(), Levels.FITTED);
        List<Solid> solids =
                head.paint(
                        key,
                        new BrainInfarct(head, key).changes(findings),
                        disease.lesions(findings),
                        0);
        int marks = findings.keySet().stream().mapToInt(i -> i + 1).max().orElse(0);
        return seen.sum(new Body(seen.grid, solids, marks), finding);
    }
}
