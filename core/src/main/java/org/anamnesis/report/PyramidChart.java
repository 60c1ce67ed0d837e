package org.anamnesis.report;

import static org.anamnesis.report.Scale.place;

import java.util.List;
import org.anamnesis.evaluate.Pyramid;
import org.anamnesis.evaluate.Words;

/** Age by sex: filled bars for the cohort, dashed outline for the reference population. */
final class PyramidChart {
    private static final double WIDTH = 420;
    private static final double ROW = 17;
    private static final double TOP = 26;
    private static final double MIDDLE = WIDTH / 2;
    private static final double GAP = 26;
    private static final double REACH = MIDDLE - GAP - 8;

    private PyramidChart() {}

    static void write(Html html, Pyramid pyramid, long patients) {
        int bands = pyramid.bands().size();
        double height = TOP + bands * ROW + 34;
        double most = most(pyramid, patients);
        html.open(
                "svg",
                "viewBox",
                "0 0 " + place(WIDTH) + " " + place(height),
                "role",
                "img",
                "class",
                "pyramid");
        html.leaf("title", "Age by sex");
        html.leaf("desc", description(pyramid, patients));
        for (int side = 0; side < Math.min(2, pyramid.sexes().size()); side++) {
            side(html, pyramid, side, patients, most);
        }
        for (int b = 0; b < bands; b++) {
            html.leaf(
                    "text",
                    band(pyramid, b),
                    "x",
                    place(MIDDLE),
                    "y",
                    place(y(pyramid, b) + 12),
                    "text-anchor",
                    "middle");
        }
        axis(html, TOP + bands * ROW + 2, most);
        html.close();
    }

    private static void side(Html html, Pyramid pyramid, int side, long patients, double most) {
        double sign = side == 0 ? -1 : 1;
        double from = MIDDLE + sign * GAP;
        html.leaf(
                "text",
                pyramid.sexes().get(side),
                "x",
                place(MIDDLE + sign * (GAP + REACH / 2)),
                "y",
                "16",
                "text-anchor",
                "middle",
                "class",
                "strong");
        Trace bars = new Trace();
        Trace outline = new Trace();
        for (int b = 0; b < pyramid.bands().size(); b++) {
            double share = (double) pyramid.counts().get(side).get(b) / patients;
            bars.box(from, y(pyramid, b) + 1.5, sign * REACH * share / most, ROW - 3);
        }
        for (int b = pyramid.bands().size() - 1; b >= 0 && !pyramid.reference().isEmpty(); b--) {
            double x = from + sign * REACH * pyramid.reference().get(side).get(b) / most;
            double y = y(pyramid, b);
            (outline.isEmpty() ? outline.from(x, y) : outline.line(x, y)).down(ROW);
        }
        html.empty("path", "class", side == 0 ? "bars" : "bars other", "d", bars.toString());
        if (!outline.isEmpty()) {
            html.empty("path", "class", "outline", "d", outline.toString());
        }
    }

    private static void axis(Html html, double y, double most) {
        double step = most > 0.2 ? 0.1 : most > 0.08 ? 0.05 : most > 0.04 ? 0.02 : 0.01;
        Trace lines = new Trace();
        for (int side = -1; side <= 1; side += 2) {
            double from = MIDDLE + side * GAP;
            lines.from(from, y).across(from + side * REACH);
            for (int k = 0; k * step <= most + 1e-9; k++) {
                double x = from + side * REACH * k * step / most;
                lines.from(x, y).down(4);
                html.leaf(
                        "text",
                        Words.number(100 * k * step) + (k == 0 ? "" : " %"),
                        "x",
                        place(x),
                        "y",
                        place(y + 17),
                        "text-anchor",
                        "middle");
            }
        }
        html.empty("path", "class", "axis", "d", lines.toString());
    }

    /** The oldest stand on top. */
    private static double y(Pyramid pyramid, int b) {
        return TOP + (pyramid.bands().size() - 1 - b) * ROW;
    }

    private static String band(Pyramid pyramid, int b) {
        int from = pyramid.bands().get(b);
        return from >= 100 ? from + "+" : from + "–" + (from + pyramid.width() - 1);
    }

    private static double most(Pyramid pyramid, long patients) {
        double counts =
                pyramid.counts().stream().flatMap(List::stream).mapToLong(n -> n).max().orElse(0);
        double shares =
                pyramid.reference().stream()
                        .flatMap(List::stream)
                        .mapToDouble(x -> x)
                        .max()
                        .orElse(0);
        return Math.max(1e-9, Math.max(counts / patients, shares));
    }

    private static String description(Pyramid pyramid, long patients) {
        StringBuilder out = new StringBuilder("Share of all patients by age band");
        for (int s = 0; s < pyramid.sexes().size(); s++) {
            long n = pyramid.counts().get(s).stream().mapToLong(x -> x).sum();
            out.append("; ")
                    .append(pyramid.sexes().get(s))
                    .append(' ')
                    .append(percent(n, patients));
        }
        return out.append('.').toString();
    }

    private static String percent(long n, long of) {
        return Words.number(100.0 * n / of, 1) + " %";
    }
}
