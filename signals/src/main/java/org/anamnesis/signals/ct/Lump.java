package org.anamnesis.signals.ct;

import java.util.Optional;
import org.anamnesis.signals.Draws;

/**
 * A ball with an uneven surface, of exactly the volume and the centre of the ball: radius r (1 +
 * e(direction)), e a sum of three waves, divided by the cube root of the mean of (1 + e)³ over all
 * directions.
 */
final class Lump implements Solid.Shape {
    private static final int SIDES = 48;

    private final double cx;
    private final double cy;
    private final double cz;
    private final double r;
    private final double[][] waves = new double[3][];

    Lump(double cx, double cy, double cz, double radius, double uneven, Draws draws) {
        for (int w = 0; w < 3; w++) {
            waves[w] =
                    new double[] {
                        draws.normal() * 1.7,
                        draws.normal() * 1.7,
                        draws.normal() * 1.7,
                        draws.uniform(0, 2 * Math.PI),
                        uneven / 3
                    };
        }
        double cubes = 0;
        double[] fourths = new double[3];
        int n = 400;
        for (int i = 0; i < n; i++) { // directions of a Fibonacci lattice
            double z = 1 - (2 * i + 1.0) / n;
            double ring = Math.sqrt(1 - z * z);
            double t = i * 2.399963229728653;
            double f = 1 + bump(ring * StrictMath.cos(t), ring * StrictMath.sin(t), z);
            cubes += f * f * f / n;
            double fourth = f * f * f * f / n;
            fourths[0] += fourth * ring * StrictMath.cos(t);
            fourths[1] += fourth * ring * StrictMath.sin(t);
            fourths[2] += fourth * z;
        }
        this.r = radius / StrictMath.cbrt(cubes);
        // The centre of mass lies beside the point that the surface is drawn about: by the mean of
        // direction times r⁴ / 4 over that of r³ / 3.
        this.cx = cx - 0.75 * r * fourths[0] / cubes;
        this.cy = cy - 0.75 * r * fourths[1] / cubes;
        this.cz = cz - 0.75 * r * fourths[2] / cubes;
    }

    private double bump(double x, double y, double z) {
        double sum = 0;
        for (double[] w : waves) {
            sum += w[4] * StrictMath.cos(w[0] * x + w[1] * y + w[2] * z + w[3]);
        }
        return sum;
    }

    double low() {
        return cz - r * 1.4;
    }

    double high() {
        return cz + r * 1.4;
    }

    /** How deep a point lies within, mm. */
    double inside(double x, double y, double z) {
        double dx = x - cx;
        double dy = y - cy;
        double dz = z - cz;
        double d = Math.sqrt(dx * dx + dy * dy + dz * dz);
        return d < 1e-9 ? r : r * (1 + bump(dx / d, dy / d, dz / d)) - d;
    }

    @Override
    public Optional<Outline> at(double z) {
        double dz = z - cz;
        double[] x = new double[SIDES];
        double[] y = new double[SIDES];
        double most = 0;
        for (int i = 0; i < SIDES; i++) {
            double t = 2 * Math.PI * i / SIDES;
            double c = StrictMath.cos(t);
            double s = StrictMath.sin(t);
            double rho = Math.sqrt(Math.max(0, r * r - dz * dz));
            for (int round = 0; round < 5; round++) {
                double d = Math.max(1e-9, Math.sqrt(rho * rho + dz * dz));
                double own = r * (1 + bump(rho * c / d, rho * s / d, dz / d));
                rho = Math.sqrt(Math.max(0, own * own - dz * dz));
            }
            most = Math.max(most, rho);
            x[i] = cx + rho * c;
            y[i] = cy + rho * s;
        }
        return most < 1e-6 ? Optional.empty() : Optional.of(new Outline(x, y));
    }
}
