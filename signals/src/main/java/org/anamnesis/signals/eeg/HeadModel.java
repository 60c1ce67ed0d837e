package org.anamnesis.signals.eeg;

/**
 * A head of concentric spheres: brain, cerebrospinal fluid, skull, scalp. The potential of a
 * current dipole in the innermost sphere at a point of the surface is
 *
 * <p>V = 1/(4πσ<sub>1</sub>) Σ<sub>n≥1</sub> T<sub>n</sub> b<sup>n−1</sup> (n m<sub>r</sub>
 * P<sub>n</sub>(cos γ) + m<sub>t</sub> P<sub>n</sub>¹(cos γ))
 *
 * <p>b the dipole's radius, γ the angle between dipole and point, m<sub>r</sub> its radial moment,
 * m<sub>t</sub> its tangential moment in the direction of the point. T<sub>n</sub> follows from the
 * continuity of potential and current at each border and no current through the outermost. Sources:
 * Zhang 1995, doi:10.1088/0031-9155/40/3/001; Næss et al. 2017, doi:10.3389/fnhum.2017.00490.
 */
final class HeadModel {
    private static final int TERMS = 80;

    /** Relative radii and conductivities (S/m) that MNE-Python takes for a sphere by default. */
    static final HeadModel FOUR_SPHERES =
            new HeadModel(new double[] {0.90, 0.92, 0.97, 1}, new double[] {0.33, 1, 0.004, 0.33});

    private final double[] weights = new double[TERMS + 1];
    private final double conductivity;

    /**
     * @param radii of the spheres from inside, the last 1
     * @param conductivities of the spheres, in S/m
     */
    HeadModel(double[] radii, double[] conductivities) {
        conductivity = conductivities[0];
        for (int n = 1; n <= TERMS; n++) {
            weights[n] = weight(n, radii, conductivities);
        }
    }

    /**
     * Surface potential of order n for one unit of the source term of order n, from outside in: in
     * each sphere it is a·(r/R)<sup>n</sup> + b·(r/R)<sup>−n−1</sup> with R its outer radius.
     */
    private static double weight(int n, double[] radii, double[] conductivities) {
        double surface = (2 * n + 1.0) / (n + 1);
        double up = 1;
        double down = n / (n + 1.0);
        for (int j = radii.length - 2; j >= 0; j--) {
            double shrink = StrictMath.pow(radii[j] / radii[j + 1], n);
            double a = up * shrink;
            double b = down / (shrink * radii[j] / radii[j + 1]);
            double potential = a + b;
            double flux = (n * a - (n + 1) * b) * conductivities[j + 1] / conductivities[j];
            down = (n * potential - flux) / (2 * n + 1);
            up = potential - down;
        }
        return surface / (down * StrictMath.pow(radii[0], n + 1));
    }

    /**
     * Potential at a unit vector, for a head of unit radius, without unit: what is compared are
     * shapes.
     *
     * @param dipole its place, inside the innermost sphere
     */
    double potential(double[] point, double[] dipole, double[] moment) {
        double b = StrictMath.sqrt(Space.dot(dipole, dipole));
        double[] outward = Space.unit(dipole);
        double cos = Space.dot(outward, point);
        double radial = Space.dot(moment, outward);
        // m_t · sin γ: the part of the moment along the point's direction off the dipole's axis
        double across = Space.dot(moment, point) - radial * cos;
        double before = 1;
        double legendre = cos;
        double slopeBefore = 0;
        double slope = 1;
        double power = 1;
        double sum = 0;
        for (int n = 1; n <= TERMS; n++) {
            sum += weights[n] * power * (n * radial * legendre + across * slope);
            double next = ((2 * n + 1) * cos * legendre - n * before) / (n + 1);
            double nextSlope = slopeBefore + (2 * n + 1) * legendre;
            before = legendre;
            legendre = next;
            slopeBefore = slope;
            slope = nextSlope;
            power *= b;
        }
        return sum / (4 * StrictMath.PI * conductivity);
    }
}
