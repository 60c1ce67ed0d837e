package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;

/**
 * Shapes in the order of painting, given in mm of the reference body and scaled to the person's.
 */
final class Scene {
    final double kx;
    final double ky;
    final double kz;
    private final List<Solid> solids = new ArrayList<>();
    private double shift;
    private double reach = 1;

    Scene(double kx, double ky, double kz) {
        this.kx = kx;
        this.ky = ky;
        this.kz = kz;
    }

    List<Solid> solids() {
        return solids;
    }

    void add(Solid solid) {
        solids.add(solid);
    }

    /**
     * Pushes what is placed from now on to one side: by all of the shift in the middle from front
     * to back, by nothing at the ends.
     *
     * @param by mm to the patient's left
     * @param ends half the distance from front to back, mm
     */
    void push(double by, double ends) {
        shift = by;
        reach = ends;
    }

    /** x after the push, in mm of the person. */
    double pushed(double x, double y) {
        double t = y / reach;
        return x + shift * Math.max(0, 1 - t * t);
    }

    /** An ellipsoid of the reference body. */
    Ellipsoid ellipsoid(double x, double y, double z, double a, double b, double c) {
        return new Ellipsoid(pushed(x * kx, y * ky), y * ky, z * kz, a * kx, b * ky, c * kz);
    }

    void add(Ellipsoid e, Tissue tissue) {
        solids.add(Solid.of(e, Canvas.of(tissue)));
    }

    /**
     * A tube through points {x, y, z, radius} of the reference body.
     *
     * @param grown added to every radius, mm of the person's body
     */
    List<Capsule> tube(double grown, double[]... points) {
        List<Capsule> pieces = new ArrayList<>();
        double k = (kx + ky) / 2;
        for (int i = 1; i < points.length; i++) {
            double[] p = points[i - 1];
            double[] q = points[i];
            pieces.add(
                    new Capsule(
                            pushed(p[0] * kx, p[1] * ky),
                            p[1] * ky,
                            p[2] * kz,
                            Math.max(0.2, p[3] * k + grown),
                            pushed(q[0] * kx, q[1] * ky),
                            q[1] * ky,
                            q[2] * kz,
                            Math.max(0.2, q[3] * k + grown)));
        }
        return pieces;
    }

    void add(List<Capsule> tube, Tissue tissue) {
        Shade shade = Canvas.of(tissue);
        tube.forEach(c -> solids.add(Solid.of(c, shade)));
    }

    /** A hollow or filled tube: wall outside, the other tissue inside. */
    void add(Tissue wall, Tissue inside, double thick, double[]... points) {
        add(tube(0, points), wall);
        add(tube(-thick, points), inside);
    }
}
