package org.anamnesis.signals.ct;

import java.util.List;
import java.util.Optional;
import org.anamnesis.signals.Draws;

/**
 * Organs of the belly, in mm of the reference man above L4. Kidneys from T12 to L3, spleen T10 to
 * L1.
 */
final class Abdomen {
    private final Scene s;
    private final TrunkSize size;
    private final BellyVessels vessels;

    /**
     * @param aorta width of the aorta against that of a body like this
     */
    Abdomen(Scene s, TrunkSize size, Build build, double aorta) {
        this.s = s;
        this.size = size;
        this.vessels = new BellyVessels(s, build, aorta);
    }

    /** Parts of the liver that are ellipsoids; the flank below the lung is {@link #flank}. */
    static List<Ellipsoid> liver(Scene s, Lungs lungs) {
        Ellipsoid dome = lungs.dome(-1);
        // The right lobe fills the dome to 3 mm below the lung.
        Ellipsoid right =
                new Ellipsoid(
                        dome.cx() - 1 * s.kx,
                        dome.cy() - 4 * s.ky,
                        dome.cz(),
                        dome.a() - 5,
                        dome.b() - 9,
                        dome.c() - 4);
        return List.of(
                right, s.ellipsoid(0, -46, 160, 66, 34, 34).turned(-0.12).leaning(0.25, 0.10));
    }

    /** Right lobe along the flank, from the edge of the lung down to its tip. */
    static Optional<Outline> flank(TrunkSize size, double z) {
        double h = z / size.kz;
        double t = (132 - h) / 84; // 0 at the dome, 1 at the tip
        if (t <= 0 || t >= 1) {
            return Optional.empty();
        }
        double gap = 3 + 8 * t * t;
        double a = size.cavityWidth(z) - gap;
        double b = size.cavityDepth(z) - gap;
        double yc = size.cavityCentre(z);
        double round = Math.sqrt(1 - t * t * t);
        double first = -78 + 62 * t;
        double last = 62 - 26 * t;
        double[] x = new double[10];
        double[] y = new double[10];
        for (int i = 0; i < 7; i++) {
            double angle = Math.toRadians(first + (last - first) * i / 6);
            double c = StrictMath.cos(angle);
            double w = StrictMath.sin(angle);
            x[i] = -a * StrictMath.pow(c, 2 / TrunkSize.POWER);
            y[i] = yc + b * Math.signum(w) * StrictMath.pow(Math.abs(w), 2 / TrunkSize.POWER);
        }
        double inner = -(26 + 62 * t * t) * size.kx;
        x[7] = Math.min(x[6] + 22 * size.kx * round, inner);
        y[7] = y[6] - 16 * size.ky;
        x[8] = inner;
        y[8] = yc + 2;
        x[9] = Math.min(inner, x[0] + 18 * size.kx * round);
        y[9] = Math.max(y[0] + 8, yc - b * 0.6);
        return Optional.of(Outline.smooth(x, y));
    }

    static Ellipsoid kidney(Scene s, int side) {
        return s.ellipsoid(side * 57, 42, side < 0 ? 84 : 94, 27, 31, 57)
                .turned(side * 0.62)
                .leaning(side * -0.16, -0.14);
    }

    static Ellipsoid spleen(Scene s) {
        return s.ellipsoid(90, 36, 150, 20, 46, 50).turned(0.55).leaning(-0.12, -0.08);
    }

    void domes(Lungs lungs) {
        for (int side = -1; side <= 1; side += 2) {
            s.add(lungs.dome(side), Tissue.MUSCLE);
            s.add(lungs.dome(side).grown(-2.5), Tissue.VISCERAL_FAT);
        }
        // Below the edge of the lungs nothing but belly.
        s.add(
                Solid.of(
                        -120 * size.kz,
                        128 * size.kz,
                        z -> Optional.of(size.cavity(z, 0)),
                        belowLungs()));
    }

    /** The recess between ribs and diaphragm ends gradually: fat there only below the lungs. */
    private Shade belowLungs() {
        Shade fat = Canvas.of(Tissue.VISCERAL_FAT);
        double edge = (Lungs.BOTTOM + 1) * size.kz;
        return (c, row, from, to, cover) -> {
            if (c.z < edge) {
                fat.paint(c, row, from, to, cover);
            }
        };
    }

    void muscles() {
        for (int side = -1; side <= 1; side += 2) {
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 24, 36, 125, 7},
                            new double[] {side * 32, 36, 80, 14},
                            new double[] {side * 42, 34, 20, 22},
                            new double[] {side * 52, 26, -60, 25}),
                    Tissue.MUSCLE); // psoas
            s.add(s.ellipsoid(side * 62, 62, 50, 22, 10, 62).turned(side * -0.25), Tissue.MUSCLE);
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 12, 22, 158, 4},
                            new double[] {side * 11, 14, 105, 6},
                            new double[] {side * 8, 14, 66, 3}),
                    Tissue.MUSCLE); // crura
        }
    }

    void organs(Lungs lungs, Tissue liver, long key) {
        Draws d = Trunk.draws(key, "bowel");
        stomach();
        for (Ellipsoid part : liver(s, lungs)) {
            s.add(part, liver);
        }
        s.add(Solid.of(48 * size.kz, 132 * size.kz, z -> flank(size, z), Canvas.of(liver)));
        vessels.hepatic();
        s.add(s.ellipsoid(-46, -46, 96, 12, 16, 24).leaning(0.1, -0.35).grown(1.2), Tissue.WALL);
        s.add(s.ellipsoid(-46, -46, 96, 12, 16, 24).leaning(0.1, -0.35), Tissue.BILE);
        s.add(spleen(s), Tissue.SPLEEN);
        s.add(
                s.tube(
                        0,
                        new double[] {-26, -10, 78, 11},
                        new double[] {-18, -14, 96, 11},
                        new double[] {4, -20, 104, 8},
                        new double[] {34, -6, 112, 8.5},
                        new double[] {66, 16, 128, 8}),
                Tissue.PANCREAS);
        for (int side = -1; side <= 1; side += 2) {
            kidney(side);
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 32, 24, 140, 2},
                            new double[] {side * 38, 32, 134, 2.6},
                            new double[] {side * 34, 38, 128, 1.6}),
                    Tissue.WALL);
        }
        new Bowel(s, size).fill(d);
        vessels.great();
    }

    private void stomach() {
        Ellipsoid fundus = s.ellipsoid(56, 8, 158, 38, 44, 34);
        Ellipsoid body = s.ellipsoid(44, -40, 122, 42, 26, 30).turned(0.35).leaning(0.3, 0.25);
        s.add(fundus, Tissue.WALL);
        s.add(body, Tissue.WALL);
        // Lying on the back, gas rises to the front and food sinks behind: one level for both.
        double level = -26 * size.ky;
        Shade content =
                (c, row, from, to, cover) -> {
                    double hu = c.grid.x(row) < level ? -985 : 22;
                    int at = row * c.grid.n();
                    for (int i = from; i <= to; i++) {
                        if (cover[i] > 0) {
                            c.blend(
                                    at + i,
                                    Math.min(1, cover[i]),
                                    hu + (hu > 0 ? 9 * c.grain[at + i] : 0));
                        }
                    }
                };
        s.add(Solid.of(fundus.grown(-4), content));
        s.add(Solid.of(body.grown(-4), content));
    }

    private void kidney(int side) {
        Ellipsoid k = kidney(s, side);
        s.add(k, Tissue.KIDNEY);
        double x = k.cx() - side * 13 * s.kx;
        double y = k.cy() - 9 * s.ky;
        s.add(
                new Ellipsoid(x, y, k.cz(), 13 * s.kx, 11 * s.ky, 27 * s.kz)
                        .turned(side * 0.62)
                        .leaning(side * -0.16, -0.14),
                Tissue.VISCERAL_FAT);
        double u = x / s.kx;
        double v = y / s.ky;
        double w = k.cz() / s.kz;
        s.add(
                s.tube(
                        0,
                        new double[] {u, v, w, 6},
                        new double[] {u - side * 9, v - 4, w - 6, 4},
                        new double[] {u - side * 13, v - 6, w - 26, 2.2},
                        new double[] {side * 34, 14, 20, 2},
                        new double[] {side * 36, 4, -60, 2}),
                Tissue.FLUID);
        // Renal vein in front of the artery.
        s.add(
                s.tube(
                        0,
                        new double[] {u - side * 4, v - 3, w + 6, 4},
                        new double[] {side * 16, side < 0 ? 10 : -6, w + 8, 4.5},
                        new double[] {-12, side < 0 ? 8 : -6, w + 8, 4.5}),
                Tissue.BLOOD);
    }
}
