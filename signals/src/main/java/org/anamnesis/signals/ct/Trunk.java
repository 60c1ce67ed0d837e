package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.signals.Draws;

/** The body from the neck to the hips: skin, fat, muscle, bone, the organs of chest and belly. */
final class Trunk {
    private Trunk() {}

    /** Skin, fat, muscles of the wall, and the fat within the cavity. */
    static void wall(Scene s, TrunkSize size, Build build) {
        double low = -120 * size.kz;
        double high = 440 * size.kz;
        s.add(Solid.of(low, high, z -> Optional.of(size.skin(z, 0)), Canvas.of(Tissue.SKIN)));
        if (build.female() && build.age() >= 13) {
            breasts(s, size, build);
        }
        s.add(Solid.of(low, high, z -> Optional.of(size.skin(z, 1.8)), Canvas.of(Tissue.FAT)));
        if (build.female() && build.age() >= 13) {
            glands(s, size, build);
        }
        s.add(
                Solid.of(
                        low,
                        high,
                        z -> Optional.of(size.cavity(z, size.wall(z))),
                        Canvas.of(Tissue.MUSCLE)));
        muscles(s, size);
        s.add(Solid.of(low, high, z -> Optional.of(size.cavity(z, 1.5)), Canvas.of(Tissue.MUSCLE)));
        s.add(
                Solid.of(
                        low,
                        high,
                        z -> Optional.of(size.cavity(z, 0)),
                        Canvas.of(Tissue.VISCERAL_FAT)));
    }

    private static Ellipsoid breast(TrunkSize size, Build build, int side, double grown) {
        double fat = Math.max(0.75, Math.min(1.5, build.bmi() / 25));
        double z = 262 * size.kz;
        double y = size.skinCentre(z) - size.skinDepth(z) * 0.86;
        return new Ellipsoid(
                        side * 76 * size.kx,
                        y,
                        z,
                        56 * size.kx * fat + grown,
                        30 * size.ky * fat + grown,
                        52 * size.kz * fat + grown)
                .turned(side * 0.28);
    }

    private static void breasts(Scene s, TrunkSize size, Build build) {
        for (int side = -1; side <= 1; side += 2) {
            s.add(breast(size, build, side, 0), Tissue.SKIN);
        }
        for (int side = -1; side <= 1; side += 2) {
            s.add(breast(size, build, side, -1.8), Tissue.FAT);
        }
    }

    private static void glands(Scene s, TrunkSize size, Build build) {
        double share = build.age() < 50 ? 0.62 : 0.42;
        for (int side = -1; side <= 1; side += 2) {
            Ellipsoid e = breast(size, build, side, 0);
            s.add(breast(size, build, side, -1.8), Tissue.FAT);
            s.add(
                    new Ellipsoid(
                                    e.cx(),
                                    e.cy() - e.b() * 0.2,
                                    e.cz(),
                                    e.a() * share,
                                    e.b() * share,
                                    e.c() * share)
                            .turned(e.turn()),
                    Tissue.GLAND);
        }
    }

    private static void muscles(Scene s, TrunkSize size) {
        // Fat between the layers of muscle, then the muscles that lie on the ribs.
        s.add(
                Solid.of(
                        175 * size.kz,
                        440 * size.kz,
                        z -> Optional.of(size.cavity(z, size.wall(z) + 0.5)),
                        Canvas.of(Tissue.FAT)));
        s.add(
                Solid.of(
                        105 * size.kz,
                        440 * size.kz,
                        z -> Optional.of(size.cavity(z, 11 * size.kx)),
                        Canvas.of(Tissue.MUSCLE)));
        for (int side = -1; side <= 1; side += 2) {
            s.add(
                    s.ellipsoid(side * 34, 88, 170, 26, 15, 270).boxy(2.6),
                    Tissue.MUSCLE); // erector spinae
            s.add(s.ellipsoid(side * 32, 102, 330, 42, 4.5, 95), Tissue.MUSCLE); // trapezius
            pectoral(s, size, side);
            s.add(s.ellipsoid(side * 108, 66, 398, 52, 20, 34).turned(side * -0.5), Tissue.MUSCLE);
            s.add(s.ellipsoid(side * 60, 78, 405, 46, 16, 40).turned(side * -0.25), Tissue.MUSCLE);
            s.add(s.ellipsoid(side * 148, 8, 395, 24, 44, 42), Tissue.MUSCLE); // deltoid
            s.add(s.ellipsoid(side * 36, 34, 420, 22, 26, 42), Tissue.MUSCLE); // scalenes
            double z = 255 * size.kz;
            double lateral = size.cavityWidth(z) + 15 * size.kx;
            s.add(
                    new Ellipsoid(
                                    side * lateral,
                                    28 * size.ky,
                                    z,
                                    9 * size.kx,
                                    52 * size.ky,
                                    92 * size.kz)
                            .turned(side * 0.12),
                    Tissue.MUSCLE); // latissimus, serratus
            s.add(s.ellipsoid(side * 106, 72, 320, 40, 17, 72).turned(side * -0.62), Tissue.MUSCLE);
        }
    }

    private static void pectoral(Scene s, TrunkSize size, int side) {
        for (int k = 0; k < 2; k++) {
            double z = (k == 0 ? 318 : 290) * size.kz;
            double y = size.cavityCentre(z) - size.cavityDepth(z) - 8 * size.ky;
            s.add(
                    new Ellipsoid(
                                    side * 62 * size.kx,
                                    y + 5 * size.ky,
                                    z,
                                    54 * size.kx,
                                    11 * size.ky,
                                    (k == 0 ? 52 : 46) * size.kz)
                            .turned(side * 0.30),
                    Tissue.MUSCLE);
        }
    }

    /** Shoulder blades, collar bones, breast bone, wings of the hip. */
    static void bones(Scene s, TrunkSize size, Build build) {
        Spine.paint(s, build);
        Spine.ribs(s, size, build);
        Tissue marrow = new Tissue(Math.max(60, build.marrow() * 0.8), 30);
        for (int k = 0; k <= 10; k++) { // sternum: a row of plates
            double z = 352 - k * 14.5;
            double y =
                    (size.cavityCentre(z * size.kz) - size.cavityDepth(z * size.kz)) / size.ky - 5;
            double half = k < 3 ? 25 - 4 * k : 13 + (k > 8 ? -3 : 0);
            Ellipsoid plate = s.ellipsoid(0, y, z, half, 6, 8.6).boxy(3);
            s.add(plate, Tissue.RIB_CORTEX);
            s.add(plate.grown(-1.3), marrow);
        }
        for (int side = -1; side <= 1; side += 2) {
            double y =
                    (size.cavityCentre(352 * size.kz) - size.cavityDepth(352 * size.kz)) / size.ky;
            Spine.bone(
                    s,
                    marrow,
                    new double[] {side * 24, y - 6, 362, 7},
                    new double[] {side * 60, y - 12, 372, 6},
                    new double[] {side * 105, y + 6, 392, 5.5},
                    new double[] {side * 140, y + 40, 400, 6});
            for (int k = 0; k <= 30; k++) { // shoulder blade: a fan of thin bars
                double t = k / 30.0;
                Spine.bone(
                        s,
                        marrow,
                        new double[] {side * (92 + 8 * t), 86 - 4 * t, 246 + 10 * t, 2.4},
                        new double[] {
                            side * (58 + 76 * t), 92 - 42 * t, 362 + 8 * t, t > 0.9 ? 4.5 : 2.2
                        });
            }
            Spine.bone(
                    s,
                    marrow,
                    new double[] {side * 66, 97, 352, 3.2},
                    new double[] {side * 108, 90, 372, 4},
                    new double[] {side * 146, 62, 394, 5.5});
            hip(s, side, marrow);
        }
    }

    private static void hip(Scene s, int side, Tissue marrow) {
        List<Capsule> within = new ArrayList<>();
        for (int k = 0; k <= 40; k++) {
            double t = k / 40.0;
            double a = Math.toRadians(78 - 118 * t);
            double x = side * (118 * StrictMath.cos(a) + 14);
            double y = 16 + 62 * StrictMath.sin(a);
            double z = 8 - 26 * Math.pow(2 * t - 0.85, 2);
            double[] crest = {x, y, z, 5};
            double[] below = {x * 0.84, y * 0.9 + 4, z - 80, 8};
            s.add(s.tube(0, crest, below), Tissue.RIB_CORTEX);
            within.addAll(s.tube(-1.8, crest, below));
        }
        s.add(within, marrow);
    }

    /** Table of the scanner under the back. */
    static void table(Scene s, TrunkSize size) {
        double back = 0;
        for (double z = -100; z <= 420; z += 20) {
            double h = z * size.kz;
            back = Math.max(back, size.skinCentre(h) + size.skinDepth(h));
        }
        double top = back + 3;
        s.add(Solid.of(-1e4, 1e4, z -> Optional.of(plate(top, 0)), Canvas.of(Tissue.TABLE_SKIN)));
        s.add(Solid.of(-1e4, 1e4, z -> Optional.of(plate(top, 2)), Canvas.of(Tissue.TABLE_FOAM)));
    }

    private static Outline plate(double top, double inset) {
        double w = 205 - inset;
        return new Outline(
                new double[] {-w, -w * 0.75, w * 0.75, w, w * 0.8, -w * 0.8},
                new double[] {
                    top - 6 + inset,
                    top + inset,
                    top + inset,
                    top - 6 + inset,
                    top + 32 - inset,
                    top + 32 - inset
                });
    }

    static Draws draws(long key, String what) {
        return Draws.of(key, "ct " + what);
    }
}
