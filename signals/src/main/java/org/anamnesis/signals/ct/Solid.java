package org.anamnesis.signals.ct;

import java.util.Optional;

/** Part of a body: what lies between two heights, with its outline at each. */
interface Solid {
    double low();

    double high();

    void paint(Canvas canvas);

    boolean contains(double x, double y, double z);

    /** Outlines by height. */
    interface Shape {
        Optional<Outline> at(double z);
    }

    /** A shape of one tissue. */
    static Solid of(double low, double high, Shape shape, Shade shade) {
        return new Solid() {
            @Override
            public double low() {
                return low;
            }

            @Override
            public double high() {
                return high;
            }

            @Override
            public void paint(Canvas canvas) {
                if (canvas.z >= low && canvas.z <= high) {
                    shape.at(canvas.z).ifPresent(o -> canvas.fill(o, shade));
                }
            }

            @Override
            public boolean contains(double x, double y, double z) {
                return z >= low
                        && z <= high
                        && shape.at(z).map(o -> o.contains(x, y)).orElse(false);
            }
        };
    }

    static Solid of(Ellipsoid e, Shade shade) {
        return of(e.cz() - e.c(), e.cz() + e.c(), e, shade);
    }

    static Solid of(Capsule c, Shade shade) {
        return new Solid() {
            @Override
            public double low() {
                return c.low();
            }

            @Override
            public double high() {
                return c.high();
            }

            @Override
            public void paint(Canvas canvas) {
                if (canvas.z >= c.low() - 1 && canvas.z <= c.high() + 1) {
                    canvas.capsule(c, shade);
                }
            }

            @Override
            public boolean contains(double x, double y, double z) {
                return c.inside(x, y, z) > 0;
            }
        };
    }
}
