package org.anamnesis.signals.ct;

/** Vessels of the belly, in mm of the reference man above L4. */
final class BellyVessels {
    private final Scene s;
    private final Build build;
    private final double aorta;

    /**
     * @param aorta width of the aorta against that of a body like this
     */
    BellyVessels(Scene s, Build build, double aorta) {
        this.s = s;
        this.build = build;
        this.aorta = aorta;
    }

    /** Portal and hepatic veins. */
    void hepatic() {
        Tissue blood = Tissue.BLOOD;
        s.add(
                s.tube(
                        0,
                        new double[] {-18, -14, 84, 6},
                        new double[] {-34, -10, 122, 6.5},
                        new double[] {-58, 2, 134, 5},
                        new double[] {-88, 14, 146, 3}),
                blood);
        s.add(
                s.tube(
                        0,
                        new double[] {-40, -10, 126, 5},
                        new double[] {-30, -34, 150, 4},
                        new double[] {2, -48, 158, 2.5}),
                blood);
        s.add(
                s.tube(
                        0,
                        new double[] {-19, 12, 186, 6},
                        new double[] {-58, 16, 178, 4.5},
                        new double[] {-96, 12, 160, 2}),
                blood);
        s.add(
                s.tube(
                        0,
                        new double[] {-20, 8, 188, 5.5},
                        new double[] {-46, -30, 170, 4},
                        new double[] {-60, -56, 150, 2}),
                blood);
        s.add(
                s.tube(
                        0,
                        new double[] {-17, 6, 186, 5},
                        new double[] {-8, -28, 172, 3.6},
                        new double[] {14, -50, 164, 2}),
                blood);
        s.add(
                s.tube(0, new double[] {-28, -52, 158, 2.4}, new double[] {-24, -62, 130, 3}),
                Tissue.VISCERAL_FAT);
    }

    /** Aorta, cava and what leaves them. */
    void great() {
        double w = aorta * Chest.aorta(build) * (build.female() ? 0.92 : 1);
        s.add(
                s.tube(
                        0,
                        new double[] {4, 11, 118, 9.8 * w},
                        new double[] {4, 6, 60, 9.2 * w},
                        new double[] {2, 3, 0, 9 * w}),
                Tissue.BLOOD);
        for (int side = -1; side <= 1; side += 2) {
            s.add(
                    s.tube(
                            0,
                            new double[] {2, 3, 0, 8 * w},
                            new double[] {side * 22, 6, -40, 5.5 * w},
                            new double[] {side * 42, 12, -100, 5 * w}),
                    Tissue.BLOOD);
            s.add(
                    s.tube(
                            0,
                            new double[] {-16, 8, -4, 9},
                            new double[] {side * 20, 14, -46, 7},
                            new double[] {side * 40, 18, -100, 6.5}),
                    Tissue.BLOOD);
        }
        s.add(
                s.tube(
                        0,
                        new double[] {-19, 10, -4, 10},
                        new double[] {-19, 10, 90, 10.5},
                        new double[] {-20, 10, 150, 11.5},
                        new double[] {-19, 6, 216, 12}),
                Tissue.BLOOD);
        s.add(
                s.tube(
                        0,
                        new double[] {4, 0, 112, 3.2},
                        new double[] {2, -14, 96, 3.2},
                        new double[] {0, -18, 30, 2.6}),
                Tissue.BLOOD); // superior mesenteric
        s.add(
                s.tube(0, new double[] {-8, -20, 96, 4.5}, new double[] {-10, -20, 30, 3.4}),
                Tissue.BLOOD);
        if (build.age() > 55) {
            for (double z = 20; z < 110; z += 23) {
                double r = 9.4 * w - 0.5;
                double t = z * 0.9;
                double x = 3 + r * StrictMath.cos(t);
                double y = 5 + r * StrictMath.sin(t);
                s.add(
                        s.tube(
                                0,
                                new double[] {x, y, z, 1.2},
                                new double[] {
                                    x - 3 * StrictMath.sin(t), y + 3 * StrictMath.cos(t), z + 4, 1
                                }),
                        Tissue.CALCIUM);
            }
        }
    }
}
