package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.anamnesis.signals.Draws;

/**
 * Vessels and airways of a lung: points spread evenly in it are parted in two again and again, and
 * a branch grows towards the middle of each part (bifurcating-distributive algorithm: Wang, Bates,
 * Hoffman 1992, doi:10.1007/BF02368504; Tawhai et al. 2000, doi:10.1114/1.1289457). A branch that
 * feeds n points has radius r<sub>1</sub> · n<sup>1/2.4</sup>; airways accompany the arteries down
 * to those that feed 16 points.
 */
final class LungTree {
    private static final double TIP = 0.62;
    private static final int AIRWAY_FROM = 16;

    private final List<Capsule> vessels = new ArrayList<>();
    private final List<Capsule> airways = new ArrayList<>();
    private final Lungs lungs;
    private final int side;
    private final double scale;

    private LungTree(Lungs lungs, int side, double scale) {
        this.lungs = lungs;
        this.side = side;
        this.scale = scale;
    }

    static LungTree grow(Lungs lungs, TrunkSize size, int side, long key) {
        var tree = new LungTree(lungs, side, Math.min(1, size.kx));
        double[] hilum = lungs.hilum(side);
        tree.grow(tree.points(Draws.of(key, "arteries " + side), 620, size), hilum, 0, true);
        double[] below = {hilum[0], hilum[1] - 4 * size.ky, hilum[2] - 24 * size.kz};
        tree.grow(tree.points(Draws.of(key, "veins " + side), 480, size), below, 0, false);
        return tree;
    }

    List<Capsule> vessels() {
        return vessels;
    }

    List<Capsule> airways() {
        return airways;
    }

    private double[][] points(Draws draws, int wanted, TrunkSize size) {
        List<double[]> points = new ArrayList<>();
        for (int tries = 0; points.size() < wanted && tries < wanted * 12; tries++) {
            double x = side * draws.uniform(12, 132) * size.kx;
            double y = draws.uniform(-95, 88) * size.ky;
            double z = draws.uniform(Lungs.BOTTOM + 4, Lungs.TOP - 6) * size.kz;
            // The outermost few mm hold no vessels that a scan resolves.
            if (lungs.holds(x, y, z, 5 * scale)) {
                points.add(new double[] {x, y, z});
            }
        }
        return points.toArray(double[][]::new);
    }

    private double radius(int fed) {
        return TIP * scale * StrictMath.pow(fed, 1 / 2.4);
    }

    private void grow(double[][] points, double[] from, int depth, boolean artery) {
        int n = points.length;
        if (n == 0 || depth > 16) {
            return;
        }
        double[] mid = new double[3];
        for (double[] p : points) {
            for (int d = 0; d < 3; d++) {
                mid[d] += p[d] / n;
            }
        }
        double part = n == 1 ? 1 : depth == 0 ? 0.30 : 0.45;
        double[] to = new double[3];
        for (int d = 0; d < 3; d++) {
            to[d] = from[d] + (mid[d] - from[d]) * part;
        }
        double start = Math.min(6.5 * scale, radius(n));
        double end = n == 1 ? start * 0.6 : Math.min(6.2 * scale, radius(Math.max(1, n * 2 / 3)));
        vessels.add(new Capsule(from[0], from[1], from[2], start, to[0], to[1], to[2], end));
        if (artery && n >= AIRWAY_FROM) {
            double away = start * 1.9 + 0.6;
            airways.add(
                    new Capsule(
                            from[0],
                            from[1] + away,
                            from[2],
                            start * 0.85,
                            to[0],
                            to[1] + end * 1.9 + 0.6,
                            to[2],
                            end * 0.85));
        }
        if (n == 1) {
            return;
        }
        int axis = widest(points);
        double[][] sorted = points.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(p -> p[axis]));
        grow(Arrays.copyOfRange(sorted, 0, n / 2), to, depth + 1, artery);
        grow(Arrays.copyOfRange(sorted, n / 2, n), to, depth + 1, artery);
    }

    private static int widest(double[][] points) {
        int best = 0;
        double most = -1;
        for (int d = 0; d < 3; d++) {
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (double[] p : points) {
                low = Math.min(low, p[d]);
                high = Math.max(high, p[d]);
            }
            if (high - low > most) {
                most = high - low;
                best = d;
            }
        }
        return best;
    }
}
