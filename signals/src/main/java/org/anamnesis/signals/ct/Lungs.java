package org.anamnesis.signals.ct;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The two lungs of one person: their outlines, where each lobe lies, and how far a point is from
 * what they surround. Lobes are parted by planes: the oblique fissure falls from the level of T4
 * behind to the diaphragm in front, the horizontal one of the right lung lies at the fourth rib.
 */
final class Lungs {
    static final double TOP = 411;
    static final double BOTTOM = 112;

    private final TrunkSize size;
    private final Ellipsoid[] domes;
    private final Ellipsoid heart;
    private final Map<Integer, Optional<Outline>> kept = new ConcurrentHashMap<>();

    Lungs(TrunkSize size) {
        this.size = size;
        this.domes =
                new Ellipsoid[] {
                    dome(-64, 207), dome(66, 196),
                };
        this.heart =
                new Ellipsoid(
                                22 * size.kx,
                                -30 * size.ky,
                                248 * size.kz,
                                64 * size.kx,
                                47 * size.ky,
                                50 * size.kz)
                        .turned(-0.65)
                        .leaning(-0.22, 0.12);
    }

    private Ellipsoid dome(double x, double top) {
        // As wide as half the cavity where the lung ends; the lung's edge lies around it.
        double base = 108 * size.kz;
        return new Ellipsoid(
                x * size.kx,
                size.cavityCentre(base) + 2,
                base,
                66 * size.kx,
                size.cavityDepth(base) * 1.06,
                top * size.kz - base);
    }

    Ellipsoid dome(int side) {
        return domes[side < 0 ? 0 : 1];
    }

    Ellipsoid heart() {
        return heart;
    }

    double top() {
        return TOP * size.kz;
    }

    double bottom() {
        return BOTTOM * size.kz;
    }

    /** Outline of one lung; -1 the right one. */
    Optional<Outline> outline(int side, double z) {
        double h = z / size.kz;
        if (h <= BOTTOM || h >= TOP) {
            return Optional.empty();
        }
        double a = size.cavityWidth(z) - 1;
        double b = size.cavityDepth(z) - 1;
        double yc = size.cavityCentre(z);
        double spine = Spine.CENTRE.at(h, 1) * size.ky;
        double front = spine - Spine.halfDepth(h) * size.ky;
        double beside = (Spine.halfWidth(h) + 4) * size.kx;
        double wide = h > 330 ? 28 + (h - 330) * 0.06 : 28;
        double mediastinum = wide * size.kx;
        double[] angles = {-72, -52, -30, -8, 14, 36, 56, 70};
        int m = angles.length;
        double[] x = new double[m + 5];
        double[] y = new double[m + 5];
        for (int i = 0; i < m; i++) {
            double t = Math.toRadians(angles[i]);
            double c = StrictMath.cos(t);
            double w = StrictMath.sin(t);
            x[i] = side * a * StrictMath.pow(c, 2 / TrunkSize.POWER);
            y[i] = yc + b * Math.signum(w) * StrictMath.pow(Math.abs(w), 2 / TrunkSize.POWER);
        }
        x[m] = side * beside * 1.25;
        y[m] = yc + b * 0.93;
        x[m + 1] = side * beside;
        y[m + 1] = spine + 3;
        x[m + 2] = side * (beside - 2);
        y[m + 2] = front + 2;
        x[m + 3] = side * mediastinum;
        y[m + 3] = Math.min(front - 12, yc + 4);
        x[m + 4] = side * Math.min(mediastinum * 0.6, a * 0.3);
        y[m + 4] = yc - b * 0.86;
        if (h > 372) { // the apex closes like a dome
            double f = Math.sqrt(Math.max(0, 1 - Math.pow((h - 372) / (TOP - 372), 2)));
            double cx = side * (mediastinum + a) / 2;
            double cy = yc + 4;
            for (int i = 0; i < x.length; i++) {
                x[i] = cx + (x[i] - cx) * f;
                y[i] = cy + (y[i] - cy) * f;
            }
        }
        return Optional.of(Outline.smooth(x, y));
    }

    /** Height of the oblique fissure at a point, mm. */
    double oblique(double x, double y) {
        double b = 82 * size.ky;
        double back = (y - size.cavityCentre(260 * size.kz) + b) / (2 * b);
        double bow =
                10
                        * size.kz
                        * Math.sin(
                                Math.PI * Math.max(0, Math.min(1, Math.abs(x) / (125 * size.kx))));
        return (176 + 166 * back) * size.kz + bow;
    }

    double horizontal() {
        return 276 * size.kz;
    }

    /** RUL, RML, RLL, LUL or LLL. */
    String lobe(double x, double y, double z) {
        if (z < oblique(x, y)) {
            return x < 0 ? "RLL" : "LLL";
        }
        if (x > 0) {
            return "LUL";
        }
        return z < horizontal() ? "RML" : "RUL";
    }

    /** Whether a ball lies in lung and nowhere else: not in the wall, the heart, the diaphragm. */
    boolean holds(double x, double y, double z, double radius) {
        int side = x < 0 ? -1 : 1;
        if (!holds(side, x, y, z)) {
            return false;
        }
        for (int i = 0; i < 26; i++) { // directions to the corners, edges and faces of a cube
            int code = i < 13 ? i : i + 1;
            int dx = code % 3 - 1;
            int dy = code / 3 % 3 - 1;
            int dz = code / 9 - 1;
            double f = radius / Math.sqrt(dx * dx + dy * dy + dz * dz);
            if (!holds(side, x + f * dx, y + f * dy, z + f * dz)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a point lies in a lung. */
    boolean inside(double x, double y, double z) {
        return holds(x < 0 ? -1 : 1, x, y, z);
    }

    /** Whether a point lies where a lung is painted, to its very border. */
    boolean filled(int side, double x, double y, double z) {
        return near(side, z).map(o -> o.contains(x, y)).orElse(false)
                && !heart.contains(x, y, z)
                && !domes[0].contains(x, y, z)
                && !domes[1].contains(x, y, z);
    }

    private boolean holds(int side, double x, double y, double z) {
        return near(side, z).map(o -> o.contains(x, y)).orElse(false)
                && !heart.grown(5).contains(x, y, z)
                && !domes[0].grown(3).contains(x, y, z)
                && !domes[1].grown(3).contains(x, y, z);
    }

    /** Outline at the nearest half mm, kept: questions about many points share a few hundred. */
    private Optional<Outline> near(int side, double z) {
        int half = (int) Math.round(2 * z);
        return kept.computeIfAbsent(2 * half + (side < 0 ? 0 : 1), k -> outline(side, half / 2.0));
    }

    /** Where the airways and vessels of a lung enter it. */
    double[] hilum(int side) {
        return new double[] {side * 36 * size.kx, 10 * size.ky, (side < 0 ? 290 : 296) * size.kz};
    }
}
