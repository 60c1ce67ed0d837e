package org.anamnesis.signals.ct;

import java.util.List;

/**
 * Heart, great vessels, airways and gullet. Positions after the usual levels: arch T4, carina T5.
 */
final class Chest {
    private Chest() {}

    static void heart(Scene s, Lungs lungs, Build build) {
        Ellipsoid heart = lungs.heart();
        s.add(heart.grown(4.5), Tissue.VISCERAL_FAT);
        s.add(heart.grown(-1), Tissue.HEART);
        s.add(s.ellipsoid(-24, -14, 250, 25, 32, 40), Tissue.BLOOD); // right atrium
        s.add(s.ellipsoid(4, 14, 268, 36, 19, 22), Tissue.BLOOD); // left atrium
        // Fat in the grooves marks off the chambers.
        groove(
                s,
                new double[] {-26, -48, 268, 2.6},
                new double[] {-20, -44, 240, 2.4},
                new double[] {-6, -26, 214, 2.6});
        groove(
                s,
                new double[] {22, -62, 272, 2.2},
                new double[] {40, -62, 250, 2},
                new double[] {52, -52, 222, 1.6});
        groove(
                s,
                new double[] {38, 2, 272, 2.4},
                new double[] {36, 4, 252, 2.6},
                new double[] {16, 2, 226, 2.4});
        if (build.age() > 60) { // calcified coronary artery
            s.add(
                    s.tube(0, new double[] {20, -56, 279, 1.3}, new double[] {27, -60, 273, 1.3}),
                    Tissue.CALCIUM);
        }
    }

    private static void groove(Scene s, double[]... points) {
        s.add(s.tube(0, points), Tissue.VISCERAL_FAT);
    }

    /** Width of the aorta against that of the reference man: it grows with age. */
    static double aorta(Build build) {
        return 1 + 0.004 * (Math.max(15, build.age()) - 45);
    }

    /** The aorta from the heart to the diaphragm. */
    static List<Capsule> aortaIn(Scene s, Build build) {
        double w = aorta(build);
        return s.tube(
                0,
                new double[] {-2, -24, 274, 15.5 * w},
                new double[] {-12, -28, 300, 15.5 * w},
                new double[] {-14, -25, 322, 14.5 * w},
                new double[] {-8, -14, 337, 13.5 * w},
                new double[] {6, 2, 342, 13 * w},
                new double[] {18, 18, 338, 12.5 * w},
                new double[] {24, 32, 322, 12 * w},
                new double[] {24, 36, 295, 11.8 * w},
                new double[] {21, 36, 250, 11.5 * w},
                new double[] {16, 30, 200, 11 * w},
                new double[] {8, 20, 150, 10.5 * w},
                new double[] {4, 11, 118, 10 * w});
    }

    static void vessels(Scene s, Build build) {
        double w = aorta(build);
        s.add(
                s.tube(0, new double[] {14, -30, 276, 14}, new double[] {15, -22, 300, 13}),
                Tissue.BLOOD);
        s.add(
                s.tube(
                        0,
                        new double[] {14, -20, 302, 11.5},
                        new double[] {-6, -4, 299, 10.5},
                        new double[] {-34, 2, 294, 9}),
                Tissue.BLOOD);
        s.add(
                s.tube(
                        0,
                        new double[] {16, -18, 304, 11.5},
                        new double[] {28, 2, 306, 10.5},
                        new double[] {38, 14, 300, 9}),
                Tissue.BLOOD);
        s.add(
                s.tube(0, new double[] {6, 12, 266, 8}, new double[] {-34, 6, 264, 6.5}),
                Tissue.BLOOD);
        s.add(
                s.tube(0, new double[] {6, 12, 266, 8}, new double[] {40, 8, 266, 6.5}),
                Tissue.BLOOD);
        s.add(aortaIn(s, build), Tissue.BLOOD);
        s.add(
                s.tube(
                        0,
                        new double[] {-27, -14, 262, 9},
                        new double[] {-24, -20, 300, 9},
                        new double[] {-24, -20, 336, 8.5}),
                Tissue.BLOOD);
        s.add(
                s.tube(
                        0,
                        new double[] {-24, -20, 336, 8},
                        new double[] {0, -26, 348, 6},
                        new double[] {30, -26, 372, 6.5},
                        new double[] {42, -20, 408, 6}),
                Tissue.BLOOD);
        s.add(
                s.tube(
                        0,
                        new double[] {-24, -20, 336, 8},
                        new double[] {-32, -20, 372, 6.5},
                        new double[] {-40, -16, 410, 6}),
                Tissue.BLOOD);
        s.add(
                s.tube(
                        0,
                        new double[] {-8, -12, 345, 6.5 * w},
                        new double[] {-18, -8, 372, 6},
                        new double[] {-24, -6, 412, 4.5}),
                Tissue.BLOOD);
        s.add(
                s.tube(
                        0,
                        new double[] {4, -2, 350, 4.5 * w},
                        new double[] {14, -2, 375, 4},
                        new double[] {22, -4, 412, 4}),
                Tissue.BLOOD);
        s.add(
                s.tube(
                        0,
                        new double[] {16, 10, 345, 5 * w},
                        new double[] {26, 8, 375, 4.8},
                        new double[] {44, 2, 404, 4.5}),
                Tissue.BLOOD);
        s.add(
                s.tube(0, new double[] {-5, 34, 150, 3.5}, new double[] {-6, 33, 310, 3.8}),
                Tissue.BLOOD); // azygos
        s.add(
                s.tube(
                        0,
                        new double[] {-6, 33, 310, 3.8},
                        new double[] {-20, 14, 318, 4},
                        new double[] {-24, -12, 316, 4}),
                Tissue.BLOOD);
        if (build.age() > 55) {
            double r = 13 * w;
            for (double[] p :
                    new double[][] {
                        {8, 2 - r * 0.5, 342 + r * 0.8},
                        {24 + r * 0.8, 34, 310},
                        {22, 36 + r * 0.8, 262}
                    }) {
                s.add(
                        s.tube(
                                0,
                                new double[] {p[0], p[1], p[2], 1.6},
                                new double[] {p[0] - 3, p[1] + 2, p[2] + 3, 1.3}),
                        Tissue.CALCIUM);
            }
        }
    }

    static void airways(Scene s) {
        s.add(
                Tissue.WALL,
                Tissue.FLUID,
                3.6,
                new double[] {2, 25, 412, 7.5},
                new double[] {5, 27, 350, 7.5},
                new double[] {5, 28, 300, 7.5},
                new double[] {6, 24, 240, 8},
                new double[] {14, 12, 205, 8},
                new double[] {28, 4, 192, 9});
        s.add(
                s.tube(0, new double[] {3, 25, 372, 1.6}, new double[] {4, 26, 364, 1.2}),
                Tissue.AIR);
        s.add(
                Tissue.CARTILAGE,
                Tissue.AIR,
                1.6,
                new double[] {0, 2, 440, 10},
                new double[] {0, 6, 370, 10},
                new double[] {-1, 10, 316, 10.5});
        s.add(
                Tissue.WALL,
                Tissue.AIR,
                1.4,
                new double[] {-2, 10, 318, 8.8},
                new double[] {-18, 12, 302, 8.2},
                new double[] {-36, 13, 290, 7});
        s.add(
                Tissue.WALL,
                Tissue.AIR,
                1.4,
                new double[] {0, 10, 318, 8.2},
                new double[] {20, 14, 304, 7.2},
                new double[] {42, 19, 290, 6.2});
        s.add(
                s.tube(0, new double[] {0, 8, 322, 8.6}, new double[] {-1, 10, 314, 8.4}),
                Tissue.AIR);
    }

    /** Thyroid, and the muscles of the neck at the inlet. */
    static void inlet(Scene s) {
        for (int side = -1; side <= 1; side += 2) {
            s.add(s.ellipsoid(side * 15, 0, 412, 8, 9, 20), new Tissue(95, 6));
            s.add(s.ellipsoid(side * 34, 30, 415, 16, 13, 28), Tissue.MUSCLE);
        }
    }
}
