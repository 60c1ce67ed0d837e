package org.anamnesis.report;

import static org.anamnesis.report.Scale.place;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.evaluate.Estimate;
import org.anamnesis.evaluate.Words;

/**
 * Figures with their intervals, one below the other: a disc for the synthetic table, below it a
 * diamond and a dashed line for real people; an upright line where nothing is found, a dashed one
 * at a limit.
 */
final class ForestPlot {
    /**
     * One line.
     *
     * @param real of real people, where there is such a figure
     */
    record Row(String label, Estimate synthetic, Optional<Estimate> real) {}

    private static final double WIDTH = 760;
    private static final double LEFT = 300;
    private static final double RIGHT = WIDTH - 90;
    private static final double TOP = 8;
    private static final double STEP = 26;

    private final Scale scale;
    private final double low;
    private final double high;

    private ForestPlot(double low, double high) {
        this.low = low;
        this.high = high;
        scale = new Scale(low, high, false, LEFT, RIGHT);
    }

    /**
     * @param what the figures are, for those who cannot see them
     * @param low left end of the axis
     * @param high right end
     * @param nothing where nothing is found: 0.5 of an area, 0 of a difference
     * @param limit that must not be passed
     */
    static void write(
            Html html,
            String what,
            List<Row> rows,
            double low,
            double high,
            double nothing,
            OptionalDouble limit) {
        new ForestPlot(low, high).draw(html, what, rows, nothing, limit);
    }

    private void draw(
            Html html, String what, List<Row> rows, double nothing, OptionalDouble limit) {
        double base = TOP + STEP * rows.size();
        html.openScroll(what);
        html.open(
                "svg",
                "viewBox",
                "0 0 " + place(WIDTH) + " " + place(base + 24),
                "role",
                "img",
                "class",
                "forest");
        html.leaf("title", what);
        upright(html, nothing, base, "axis");
        if (limit.isPresent()) {
            upright(html, limit.getAsDouble(), base, "spread reference");
        }
        for (int i = 0; i < rows.size(); i++) {
            row(html, rows.get(i), TOP + STEP * (i + 0.5));
        }
        axis(html, base);
        html.close(2);
    }

    private void upright(Html html, double at, double base, String look) {
        if (at >= low && at <= high) {
            String line = new Trace().from(scale.at(at), TOP).upright(base).toString();
            html.empty("path", "class", look, "d", line);
        }
    }

    private void row(Html html, Row row, double y) {
        String label = row.label().length() > 48 ? row.label().substring(0, 47) + "…" : row.label();
        html.leaf("text", label, "x", place(LEFT - 8), "y", place(y + 4), "text-anchor", "end");
        boolean both = row.real().isPresent();
        interval(html, row.synthetic(), both ? y - 5 : y, true);
        row.real().ifPresent(r -> interval(html, r, y + 6, false));
        html.leaf(
                "text",
                Words.number(row.synthetic().value(), 2)
                        + row.real().map(r -> " | " + Words.number(r.value(), 2)).orElse(""),
                "x",
                place(RIGHT + 8),
                "y",
                place(y + 4));
    }

    private void interval(Html html, Estimate of, double y, boolean synthetic) {
        if (!of.known()) {
            return;
        }
        String who = synthetic ? "cohort" : "reference";
        String line =
                new Trace().from(scale.at(of.low()), y).across(scale.at(of.high())).toString();
        html.empty("path", "class", "spread " + who, "d", line);
        double x = scale.at(of.value());
        if (synthetic) {
            html.empty(
                    "circle", "class", "median cohort", "cx", place(x), "cy", place(y), "r", "4");
        } else {
            String diamond = new Trace().diamond(x, y, 4.5).toString();
            html.empty("path", "class", "median reference", "d", diamond);
        }
    }

    private void axis(Html html, double base) {
        Trace lines = new Trace().from(LEFT, base).across(RIGHT);
        for (double tick : scale.ticks()) {
            lines.from(scale.at(tick), base).down(4);
        }
        html.empty("path", "class", "axis", "d", lines.toString());
        for (double tick : scale.ticks()) {
            html.leaf(
                    "text",
                    Words.number(tick),
                    "x",
                    place(scale.at(tick)),
                    "y",
                    place(base + 16),
                    "text-anchor",
                    "middle");
        }
    }
}
