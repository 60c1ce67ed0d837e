package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How sources show at the electrodes against linked earlobes: patches of cortex through the {@link
 * HeadModel}, eyes as dipoles in front of it. Safe for several threads.
 */
final class Scalp {
    /** Depth of the cortex: 4 mm below the inner skull of a head of 92 mm. */
    private static final double CORTEX = 0.86;

    private static final int POINTS = 900;

    /** The cortex does not reach below this height. */
    private static final double LOWEST = -0.45;

    private static final List<double[]> PLACES = cortex();

    /** By place, then x, y, z of the moment, then electrode; against linked earlobes. */
    private static final double[][][] FIELDS = fields();

    private Scalp() {}

    /** Unit vectors of the places of cortex. */
    static List<double[]> places() {
        return PLACES;
    }

    /** The field of a radial dipole at a place. */
    static double[] radial(int place) {
        return field(place, PLACES.get(place));
    }

    /**
     * A patch of cortex whose columns fire together.
     *
     * @param centre unit vector
     * @param spread standard deviation of the weights, in degrees
     * @param tilt added to the radial moment: the walls of a sulcus
     * @return by electrode; the largest over the scalp is 1 in size
     */
    static float[] patch(double[] centre, double spread, double[] tilt) {
        double width = StrictMath.toRadians(spread);
        double[] sum = new double[Electrodes.COUNT];
        for (int p = 0; p < PLACES.size(); p++) {
            double angle = Space.angle(centre, PLACES.get(p)) / width;
            if (angle < 3) {
                double weight = StrictMath.exp(-angle * angle / 2);
                double[] field = field(p, Space.plus(PLACES.get(p), tilt, 1));
                for (int e = 0; e < sum.length; e++) {
                    sum[e] += weight * field[e];
                }
            }
        }
        return scaled(sum, largest(sum));
    }

    static float[] patch(double[] centre, double spread) {
        return patch(centre, spread, new double[3]);
    }

    /** The sum of several fields; the largest over the scalp is 1 in size. */
    static float[] together(float[]... fields) {
        double[] sum = new double[Electrodes.COUNT];
        for (float[] field : fields) {
            for (int e = 0; e < sum.length; e++) {
                sum[e] += field[e];
            }
        }
        return scaled(sum, largest(sum));
    }

    /**
     * Both eyeballs, whose corneas are positive, turning the same way.
     *
     * @param moment change of the dipoles: up for a blink, to the left for a look to the left
     * @param unit what shall be 1 in size, of the field
     */
    static float[] eyes(double[] moment, ToDoubleFunction<double[]> unit) {
        double[] sum = new double[Electrodes.COUNT];
        for (double side : new double[] {-0.34, 0.34}) {
            double[] eye = {side, 0.82, -0.42};
            for (int e = 0; e < sum.length; e++) {
                double[] away = Space.minus(Electrodes.position(e), eye);
                double distance = StrictMath.sqrt(Space.dot(away, away));
                sum[e] += Space.dot(moment, away) / (distance * distance * distance);
            }
        }
        double[] linked = linked(sum);
        return scaled(linked, Math.abs(unit.applyAsDouble(linked)));
    }

    /** Muscle below the skin: falls off with the distance on the scalp. */
    static float[] local(double[] centre, double spread) {
        double width = StrictMath.toRadians(spread);
        double[] near = new double[Electrodes.COUNT];
        for (int e = 0; e < near.length; e++) {
            double angle = Space.angle(Space.unit(centre), Electrodes.position(e)) / width;
            near[e] = StrictMath.exp(-angle * angle / 2);
        }
        double[] field = linked(near);
        return scaled(field, largest(field));
    }

    private static double[] field(int place, double[] moment) {
        double[] sum = new double[Electrodes.COUNT];
        for (int axis = 0; axis < 3; axis++) {
            for (int e = 0; e < sum.length; e++) {
                sum[e] += moment[axis] * FIELDS[place][axis][e];
            }
        }
        return sum;
    }

    private static double largest(double[] field) {
        double most = 0;
        for (int e = 0; e < Electrodes.SCALP; e++) {
            most = Math.max(most, Math.abs(field[e]));
        }
        return most;
    }

    private static float[] scaled(double[] field, double by) {
        float[] all = new float[field.length];
        for (int e = 0; e < all.length; e++) {
            all[e] = (float) (field[e] / by);
        }
        return all;
    }

    private static double[] linked(double[] potentials) {
        double ears = (potentials[Electrodes.SCALP] + potentials[Electrodes.SCALP + 1]) / 2;
        double[] all = new double[potentials.length];
        for (int e = 0; e < all.length; e++) {
            all[e] = potentials[e] - ears;
        }
        return all;
    }

    /** Even on the sphere, by Fibonacci's spiral. */
    private static List<double[]> cortex() {
        var all = new ArrayList<double[]>();
        double golden = StrictMath.PI * (3 - StrictMath.sqrt(5));
        for (int i = 0; i < POINTS; i++) {
            double z = 1 - 2 * (i + 0.5) / POINTS;
            double r = StrictMath.sqrt(1 - z * z);
            if (z >= LOWEST) {
                all.add(
                        new double[] {
                            r * StrictMath.cos(golden * i), r * StrictMath.sin(golden * i), z
                        });
            }
        }
        return List.copyOf(all);
    }

    private static double[][][] fields() {
        double[][] axes = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double[][][] all = new double[PLACES.size()][3][];
        for (int p = 0; p < all.length; p++) {
            double[] dipole = Space.plus(new double[3], PLACES.get(p), CORTEX);
            for (int axis = 0; axis < 3; axis++) {
                double[] field = new double[Electrodes.COUNT];
                for (int e = 0; e < field.length; e++) {
                    field[e] =
                            HeadModel.FOUR_SPHERES.potential(
                                    Electrodes.position(e), dipole, axes[axis]);
                }
                all[p][axis] = linked(field);
            }
        }
        return all;
    }
}
