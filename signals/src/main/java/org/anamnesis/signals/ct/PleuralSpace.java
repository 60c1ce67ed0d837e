package org.anamnesis.signals.ct;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** What fluid can take of one lung, by how high it stands, read off the body as it is painted. */
final class PleuralSpace {
    private final double pixel;

    /** Of each pixel with lung: the level at which fluid reaches its middle, mm, and its ml. */
    private final double[] levels;

    private final double[] volumes;

    /**
     * @param side −1 right, 1 left
     * @param level of a point x, y; higher towards the back, where fluid gathers first
     */
    PleuralSpace(TrunkBody body, long key, int side, DoubleBinaryOperator level) {
        var seen = SeenVolume.inLungs(body, key);
        this.pixel = seen.grid().pixel();
        var at = java.util.stream.DoubleStream.builder();
        var held = java.util.stream.DoubleStream.builder();
        seen.read(
                TrunkBody.lung(body.build, key, side, seen.grid()),
                0,
                (x, y, ml) -> {
                    at.add(level.applyAsDouble(x, y));
                    held.add(ml);
                });
        this.levels = at.build().toArray();
        this.volumes = held.build().toArray();
    }

    /** All of the lung, ml. */
    double held() {
        return under(Double.NEGATIVE_INFINITY);
    }

    /**
     * Of the lung under fluid that stands at a level, ml: pixels at its surface lie in it in part.
     */
    private double under(double level) {
        return IntStream.range(0, levels.length)
                .mapToDouble(
                        i ->
                                volumes[i]
                                        * Math.max(
                                                0, Math.min(1, (levels[i] - level) / pixel + 0.5)))
                .sum();
    }

    /** Level at which so many ml lie under the fluid, mm. */
    double level(double ml) {
        double low = -1000;
        double high = 1000;
        for (int i = 0; i < 30; i++) {
            double mid = (low + high) / 2;
            if (under(mid) > ml) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }
}
