package org.anamnesis.report;

/** The outline of an SVG path, in coordinates of the chart. */
final class Trace {
    private final StringBuilder out = new StringBuilder();

    /** Starts at a point. */
    Trace from(double x, double y) {
        return append('M', x).append(' ', y);
    }

    /** Level, to this x. */
    Trace across(double x) {
        return append('H', x);
    }

    /** Upright, to this y. */
    Trace upright(double y) {
        return append('V', y);
    }

    /** Down by this much. */
    Trace down(double by) {
        return append('v', by);
    }

    /** Back to the start. */
    Trace closed() {
        out.append('Z');
        return this;
    }

    /** A box whose left or right side stands at x. */
    Trace box(double x, double y, double width, double height) {
        return from(x, y).across(x + width).upright(y + height).across(x).closed();
    }

    /** A square on its corner. */
    Trace diamond(double x, double y, double radius) {
        from(x, y - radius);
        line(x + radius, y);
        line(x, y + radius);
        return line(x - radius, y).closed();
    }

    Trace line(double x, double y) {
        return append('L', x).append(' ', y);
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private Trace append(char before, double value) {
        out.append(before).append(Scale.place(value));
        return this;
    }
}
