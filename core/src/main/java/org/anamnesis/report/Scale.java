package org.anamnesis.report;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.evaluate.Axis;

/** From values to places on a chart, linear or logarithmic, with round ticks. */
final class Scale {
    private final double low;
    private final double high;
    private final boolean logarithmic;
    private final double left;
    private final double right;

    Scale(double low, double high, boolean logarithmic, double left, double right) {
        this.low = low;
        this.high = high;
        this.logarithmic = logarithmic;
        this.left = left;
        this.right = right;
    }

    static Scale of(Axis axis, double left, double right) {
        return new Scale(axis.low(), axis.high(), axis.logarithmic(), left, right);
    }

    /** Place of a value, held within the chart. */
    double at(double value) {
        double within = Math.max(low, Math.min(high, value));
        double part =
                logarithmic
                        ? Math.log(within / low) / Math.log(high / low)
                        : (within - low) / (high - low);
        return left + (right - left) * part;
    }

    /** Width of an interval in the units of the axis, to turn shares into heights. */
    double width(double from, double to) {
        return logarithmic ? Math.log(to / from) : to - from;
    }

    /**
     * Round values inside: multiples of 1, 2 or 5; on a logarithmic axis 1, 10, 100 or 1, 3, 10.
     */
    List<Double> ticks() {
        List<Double> out = new ArrayList<>();
        if (logarithmic) {
            boolean few = Math.log10(high / low) < 2.5;
            for (int e = -6; e <= 8; e++) {
                for (double m : few ? new double[] {1, 3} : new double[] {1}) {
                    add(out, m * Math.pow(10, e));
                }
            }
            return out;
        }
        double raw = (high - low) / 5;
        double unit = Math.pow(10, Math.floor(Math.log10(raw)));
        double part = raw / unit;
        double step = unit * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
        for (double k = Math.ceil(low / step); k * step <= high; k++) {
            add(out, k * step);
        }
        return out;
    }

    private void add(List<Double> ticks, double value) {
        if (value >= low && value <= high) {
            ticks.add(value);
        }
    }

    /** A coordinate with one digit: a thousandth of a chart is enough. */
    static String place(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
