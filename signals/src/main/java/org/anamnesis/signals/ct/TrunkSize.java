package org.anamnesis.signals.ct;

/** How wide and deep skin, wall and cavity of one person's trunk are at each height. */
final class TrunkSize {
    /** Reference height, half width and half depth of the cavity, its centre from front to back. */
    private static final Profile CAVITY =
            new Profile(
                    new double[] {412, 60, 34, 12},
                    new double[] {395, 74, 42, 10},
                    new double[] {370, 98, 58, 5},
                    new double[] {337, 114, 71, 0},
                    new double[] {300, 124, 79, -3},
                    new double[] {260, 129, 83, -5},
                    new double[] {220, 131, 85, -5},
                    new double[] {180, 130, 84, -5},
                    new double[] {140, 126, 82, -6},
                    new double[] {110, 121, 79, -8},
                    new double[] {70, 114, 74, -10},
                    new double[] {20, 112, 72, -12},
                    new double[] {-60, 114, 72, -12});

    /** Share of the mean half width and half depth of the skin; men, women. */
    private static final Profile SKIN =
            new Profile(
                    new double[] {415, 0.98, 0.70, 0.98, 0.70},
                    new double[] {390, 1.06, 0.80, 1.06, 0.80},
                    new double[] {360, 1.09, 0.92, 1.08, 0.92},
                    new double[] {330, 1.07, 0.98, 1.05, 0.98},
                    new double[] {290, 1.03, 1.01, 1.00, 1.00},
                    new double[] {240, 1.00, 1.01, 0.96, 0.98},
                    new double[] {190, 0.97, 1.00, 0.93, 0.96},
                    new double[] {140, 0.95, 0.99, 0.90, 0.95},
                    new double[] {90, 0.94, 0.98, 0.90, 0.95},
                    new double[] {40, 0.95, 0.98, 0.96, 0.97},
                    new double[] {0, 0.98, 0.98, 1.05, 0.99},
                    new double[] {-60, 1.02, 0.98, 1.14, 1.01});

    static final double POWER = 2.3;
    private static final double AREA_OF_POWER = 3.298; // 4 Γ(1+1/p)² / Γ(1+2/p)

    private final Build build;
    final double kx;
    final double ky;
    final double kz;
    private final double halfWidth;
    private final double halfDepth;
    private final double belly;

    TrunkSize(Build build) {
        this.build = build;
        kz = build.tall();
        kx = build.wide();
        ky = build.wide();
        double bmi = build.bmi();
        double ratio = Math.max(0.64, Math.min(0.80, 0.685 + 0.004 * (bmi - 23)));
        halfWidth = Math.sqrt(build.trunkArea() / AREA_OF_POWER / ratio);
        halfDepth = halfWidth * ratio;
        belly = StrictMath.pow(Math.max(0.6, bmi / 23), 0.30);
    }

    Build build() {
        return build;
    }

    /** Fat in the belly widens its cavity. */
    private double bellied(double z) {
        double low = Math.max(0, Math.min(1, (150 - z / kz) / 100));
        return 1 + (belly - 1) * low;
    }

    double cavityWidth(double z) {
        return CAVITY.at(z / kz, 1) * kx * bellied(z);
    }

    double cavityDepth(double z) {
        return CAVITY.at(z / kz, 2) * ky * bellied(z);
    }

    /** More fat grows to the front: the back lies on the spine. */
    double cavityCentre(double z) {
        double grown = CAVITY.at(z / kz, 2) * ky * (bellied(z) - 1);
        return CAVITY.at(z / kz, 3) * ky - grown * 0.9;
    }

    /** Thickness of ribs and muscle round the cavity. */
    double wall(double z) {
        double high = Math.max(0, Math.min(1, (z / kz - 330) / 50));
        return (z / kz < 110 ? 13 : 15) * kx + 12 * high;
    }

    double skinWidth(double z) {
        double least = cavityWidth(z) + wall(z) + 10 * kx + 3;
        return Math.max(least, halfWidth * SKIN.at(z / kz, build.female() ? 3 : 1));
    }

    double skinDepth(double z) {
        double least = (frontOf(z) + backOf(z)) / 2 + 3;
        return Math.max(least, halfDepth * SKIN.at(z / kz, build.female() ? 4 : 2));
    }

    /** Depth behind the middle that spine and muscles of the back need. */
    private double backOf(double z) {
        return 112 * ky * (z / kz > 360 ? 0.88 : 1);
    }

    double skinCentre(double z) {
        // The back keeps its layer of fat, a third of what is in front.
        double back = backOf(z);
        double spare = Math.max(0, 2 * skinDepth(z) - back - frontOf(z));
        return (back + spare * 0.3) - skinDepth(z);
    }

    private double frontOf(double z) {
        return cavityDepth(z) - cavityCentre(z) + wall(z);
    }

    Outline skin(double z, double inset) {
        return Outline.ellipse(
                0, skinCentre(z), skinWidth(z) - inset, skinDepth(z) - inset, POWER, 0);
    }

    Outline cavity(double z, double grown) {
        return Outline.ellipse(
                0, cavityCentre(z), cavityWidth(z) + grown, cavityDepth(z) + grown, POWER, 0);
    }
}
