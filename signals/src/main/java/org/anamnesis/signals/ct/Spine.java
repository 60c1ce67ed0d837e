package org.anamnesis.signals.ct;

/**
 * Vertebrae, discs, canal and ribs. Levels and sizes in mm of the reference man; heights of the
 * bodies after ICRP 89's stature and the usual shares, widths of T1, T12 and L4 about 29, 42 and
 * 50.
 */
final class Spine {
    /** C7, T1 to T12, L1 to L5: height of the centre above that of L4. */
    static final double[] LEVEL = {
        418, 400, 381, 361, 340, 318, 296, 273, 249, 224, 198, 171, 143, 110, 75, 39, 0, -40
    };

    private Spine() {}

    /** Front to back position of the centre of the bodies. */
    static final Profile CENTRE =
            new Profile(
                    new double[] {418, 30},
                    new double[] {340, 47},
                    new double[] {260, 53},
                    new double[] {170, 48},
                    new double[] {90, 37},
                    new double[] {20, 33},
                    new double[] {-60, 42});

    static double halfWidth(double level) {
        return Math.max(13.5, Math.min(25.5, 14 + (400 - level) * 0.029));
    }

    static double halfDepth(double level) {
        return halfWidth(level) * 0.72;
    }

    static void paint(Scene s, Build build) {
        Tissue marrow = new Tissue(build.marrow(), 28);
        Tissue shell = new Tissue(Math.max(300, build.marrow() + 330), 40);
        for (int i = 1; i < LEVEL.length; i++) { // discs
            double z = (LEVEL[i] + LEVEL[i - 1]) / 2;
            double half = (LEVEL[i - 1] - LEVEL[i]) / 2;
            s.add(
                    s.ellipsoid(0, CENTRE.at(z, 1), z, halfWidth(z), halfDepth(z), half).boxy(3.2),
                    Tissue.DISC);
        }
        for (double z : LEVEL) {
            double a = halfWidth(z);
            double b = halfDepth(z);
            double y = CENTRE.at(z, 1);
            double half = z > 110 ? 9.2 + (400 - Math.min(400, z)) * 0.0135 : 13.6;
            Ellipsoid body = s.ellipsoid(0, y, z, a, b, half).boxy(4);
            s.add(body, shell);
            s.add(body.grown(-1.2), marrow);
            arch(s, z, y, a, b, marrow);
        }
    }

    private static void arch(Scene s, double z, double y, double a, double b, Tissue marrow) {
        boolean lumbar = z < 125;
        double back = y + b;
        double reach = lumbar ? 40 : 34;
        for (int side = -1; side <= 1; side += 2) {
            double x = side * a * 0.62;
            bone(
                    s,
                    marrow,
                    new double[] {x, back - 3, z + 3, 4.2},
                    new double[] {x * 1.1, back + 13, z + 2, 4});
            bone(
                    s,
                    marrow,
                    new double[] {x * 1.1, back + 14, z + 1, 4},
                    new double[] {side * 2.0, back + 23, z - 4, 3});
            bone(
                    s,
                    marrow,
                    new double[] {x * 1.2, back + 14, z + 2, 4},
                    new double[] {side * reach, back + (lumbar ? 12 : 19), z + 4, 3});
            // Joints between the arches.
            bone(
                    s,
                    marrow,
                    new double[] {x * 1.25, back + 17, z + 12, 4.4},
                    new double[] {x * 1.25, back + 18, z - 12, 4.4});
        }
        double tip = lumbar ? back + 50 : back + 42;
        bone(
                s,
                marrow,
                new double[] {0, back + 22, z - 5, 3},
                new double[] {0, Math.min(100, tip), lumbar ? z - 7 : z - 22, 3.2});
        s.add(s.ellipsoid(0, back + 9.5, z, 11, 9.5, 19).boxy(3), Tissue.FAT);
        s.add(s.ellipsoid(0, back + 9, z, 8.5, 7.5, 19).boxy(3), Tissue.CSF);
        if (z > 100) {
            s.add(s.ellipsoid(0, back + 9, z, 5, 4, 19).boxy(3), Tissue.CORD);
        }
    }

    static void bone(Scene s, Tissue marrow, double[]... points) {
        s.add(Tissue.RIB_CORTEX, marrow, 1.1, points);
    }

    /** Twelve pairs of ribs, each falling from its vertebra to the front, and their cartilage. */
    static void ribs(Scene s, TrunkSize size, Build build) {
        Tissue marrow = new Tissue(Math.max(60, build.marrow() * 0.7), 30);
        Tissue cartilage = new Tissue(build.age() < 40 ? 95 : 125, build.age() < 50 ? 8 : 30);
        double[] drop = {38, 62, 76, 86, 92, 95, 95, 92, 86, 76, 52, 34};
        double[] end = {1, 1, 1, 1, 1, 1, 1, 0.90, 0.86, 0.80, 0.52, 0.32};
        for (int k = 0; k < 12; k++) {
            double top = LEVEL[k + 1] + 4;
            for (int side = -1; side <= 1; side += 2) {
                rib(s, size, marrow, cartilage, k, side, top, drop[k], end[k]);
            }
        }
    }

    private static void rib(
            Scene s,
            TrunkSize size,
            Tissue marrow,
            Tissue cartilage,
            int k,
            int side,
            double top,
            double drop,
            double end) {
        int steps = 30;
        double[][] points = new double[steps + 1][];
        for (int i = 0; i <= steps; i++) {
            double u = end * i / steps;
            double angle = Math.toRadians(79 - u * 155);
            double z =
                    top
                            - drop
                                    * (u < 0.8
                                            ? StrictMath.pow(u / 0.8, 0.9)
                                            : 1 - (u - 0.8) * (k < 7 ? 0.9 : -0.2));
            double zz = z * size.kz;
            double c = StrictMath.cos(angle);
            double w = StrictMath.sin(angle);
            double a = size.cavityWidth(zz) + 6.5;
            double b = size.cavityDepth(zz) + 6.5;
            double power = 2 / TrunkSize.POWER;
            double x = side * a * StrictMath.pow(Math.abs(c), power);
            double y =
                    size.cavityCentre(zz) + b * Math.signum(w) * StrictMath.pow(Math.abs(w), power);
            points[i] = new double[] {x / s.kx, y / s.ky, z, 4.3};
        }
        double spineY = CENTRE.at(top, 1) + halfDepth(top);
        bone(s, marrow, new double[] {side * halfWidth(top), spineY - 2, top + 3, 3.6}, points[0]);
        int bony = (int) (end >= 0.8 ? steps * 0.76 / end : steps);
        for (int i = 1; i <= steps; i++) {
            if (i <= bony) {
                s.add(s.tube(0, points[i - 1], points[i]), Tissue.RIB_CORTEX);
            } else {
                s.add(s.tube(0.6, points[i - 1], points[i]), cartilage);
            }
        }
        for (int i = 1; i <= bony; i++) {
            s.add(s.tube(-1.5, points[i - 1], points[i]), marrow);
        }
    }
}
