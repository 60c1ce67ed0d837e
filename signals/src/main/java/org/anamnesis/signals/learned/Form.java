package org.anamnesis.signals.learned;

import java.util.List;
import java.util.Optional;
import org.anamnesis.signals.Draws;

/** How stretches of one kind become numbers, and numbers stretches. */
interface Form {
    /**
     * A measured column.
     *
     * @param name with its unit
     * @param decimals that are written
     * @param low least value that can be made
     * @param high largest value that can be made
     */
    record Column(String name, int decimals, double low, double high) {}

    /** {@code ecg} or {@code eeg}. */
    String kind();

    List<Column> columns();

    /** Values of a curve. */
    int curve();

    /** What a stretch shows; empty if it cannot be read: no beats, a flat line. */
    Optional<Shape> shape(Stretch stretch);

    /**
     * A stretch.
     *
     * @param measured values of {@link #columns}, within their limits
     * @param curve as in a shape
     * @param together mean of the learned shapes
     * @param seconds its length
     * @return a row a channel
     */
    double[][] make(
            double[] measured,
            double[] curve,
            double[] together,
            double rate,
            double seconds,
            Draws draws);

    static Form of(String kind, List<String> channels) {
        return switch (kind) {
            case "ecg" -> new EcgForm(channels.get(0));
            case "eeg" -> new EegForm(channels);
            default -> throw new IllegalArgumentException("no kind: " + kind);
        };
    }
}
