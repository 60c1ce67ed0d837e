package org.anamnesis.report;

import static org.anamnesis.report.Scale.place;

import java.util.List;
import java.util.Optional;
import org.anamnesis.evaluate.Axis;
import org.anamnesis.evaluate.Band;
import org.anamnesis.evaluate.ColumnFidelity;
import org.anamnesis.evaluate.Distribution;
import org.anamnesis.evaluate.NumberFinding;
import org.anamnesis.evaluate.Words;

/**
 * One numeric column: bars of the cohort, dashed outline of the reference population, hatched band,
 * and below the axis the median between the 5th and the 95th percentile of both.
 */
final class HistogramChart {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 196;
    private static final double LEFT = 10;
    private static final double RIGHT = WIDTH - 10;
    private static final double TOP = 10;
    private static final double BASE = 140;

    private final Picture found;
    private final Scale scale;
    private final double tallest;

    /**
     * What is drawn.
     *
     * @param label of the column
     * @param unit UCUM code
     * @param decimals of the column
     * @param cohort what was made
     * @param reference what it is compared with
     * @param names of the two, for the description
     */
    private record Picture(
            String label,
            String unit,
            int decimals,
            Axis axis,
            Distribution cohort,
            Optional<Distribution> reference,
            Optional<Band> band,
            List<String> names) {}

    private HistogramChart(Picture found) {
        this.found = found;
        scale = Scale.of(found.axis(), LEFT, RIGHT);
        double most = highest(found.cohort());
        tallest = Math.max(most, found.reference().map(this::highest).orElse(0.0));
    }

    static void write(Html html, NumberFinding found) {
        Picture picture =
                new Picture(
                        found.field().label(),
                        found.field().unit(),
                        found.field().decimals(),
                        found.axis(),
                        found.cohort(),
                        found.reference(),
                        found.band(),
                        List.of("Cohort", "reference population"));
        new HistogramChart(picture).write(html);
    }

    /** A numeric column of a synthetic table beside real people. */
    static void write(Html html, ColumnFidelity found) {
        Picture picture =
                new Picture(
                        found.name(),
                        found.unit(),
                        found.decimals(),
                        found.axis(),
                        found.synthetic(),
                        Optional.of(found.real()).filter(r -> r.n() > 0),
                        Optional.empty(),
                        List.of("Synthetic", "real people"));
        new HistogramChart(picture).write(html);
    }

    private void write(Html html) {
        html.open(
                "svg",
                "viewBox",
                "0 0 " + place(WIDTH) + " " + place(HEIGHT),
                "role",
                "img",
                "class",
                "histogram");
        html.leaf("title", "Distribution of " + found.label());
        html.leaf("desc", description());
        found.band().ifPresent(b -> band(html, b));
        if (tallest > 0) {
            html.empty("path", "class", "bars", "d", bars(found.cohort()));
            found.reference()
                    .ifPresent(r -> html.empty("path", "class", "outline", "d", outline(r)));
        }
        axis(html);
        marks(html, found.cohort(), 172, "cohort");
        found.reference().ifPresent(r -> marks(html, r, 186, "reference"));
        html.close();
    }

    private String description() {
        int d = found.decimals();
        String unit = found.unit().isEmpty() ? "" : " " + Words.unit(found.unit());
        return found.names().get(0)
                + ": "
                + spread(found.cohort(), d)
                + unit
                + found.reference()
                        .map(r -> "; " + found.names().get(1) + ": " + spread(r, d) + unit)
                        .orElse("")
                + (found.axis().logarithmic() ? "; logarithmic axis." : ".");
    }

    private static String spread(Distribution of, int decimals) {
        return "median "
                + Words.number(of.p50(), decimals)
                + ", 5 to 95 % from "
                + Words.number(of.p05(), decimals)
                + " to "
                + Words.number(of.p95(), decimals);
    }

    private void band(Html html, Band band) {
        double from = scale.at(Math.max(band.range().low(), found.axis().low()));
        double to = scale.at(Math.min(band.range().high(), found.axis().high()));
        if (to > from) {
            html.empty(
                    "rect",
                    "class",
                    band.kind() == Band.Kind.GUIDELINE_TARGET ? "band target" : "band",
                    "x",
                    place(from),
                    "y",
                    place(TOP),
                    "width",
                    place(to - from),
                    "height",
                    place(BASE - TOP));
        }
    }

    private double density(Distribution of, int k) {
        List<Double> edges = found.axis().edges();
        return of.shares().get(k) / scale.width(edges.get(k), edges.get(k + 1));
    }

    private double highest(Distribution of) {
        double most = 0;
        for (int k = 0; k < of.shares().size(); k++) {
            most = Math.max(most, density(of, k));
        }
        return most;
    }

    private double height(Distribution of, int k) {
        return BASE - (BASE - TOP - 4) * density(of, k) / tallest;
    }

    private String bars(Distribution of) {
        Trace path = new Trace();
        List<Double> edges = found.axis().edges();
        for (int k = 0; k < of.shares().size(); k++) {
            if (of.shares().get(k) > 0) {
                double from = scale.at(edges.get(k)) + 0.4;
                double top = height(of, k);
                path.box(from, top, scale.at(edges.get(k + 1)) - 0.4 - from, BASE - top);
            }
        }
        return path.toString();
    }

    private String outline(Distribution of) {
        Trace path = new Trace().from(LEFT, BASE);
        for (int k = 0; k < of.shares().size(); k++) {
            path.upright(height(of, k)).across(scale.at(found.axis().edges().get(k + 1)));
        }
        return path.upright(BASE).toString();
    }

    private void axis(Html html) {
        Trace lines = new Trace().from(LEFT, BASE).across(RIGHT);
        for (double tick : scale.ticks()) {
            lines.from(scale.at(tick), BASE).down(4);
        }
        html.empty("path", "class", "axis", "d", lines.toString());
        for (double tick : scale.ticks()) {
            double x = Math.max(LEFT + 4, Math.min(RIGHT - 6, scale.at(tick)));
            html.leaf(
                    "text",
                    Words.number(tick),
                    "x",
                    place(x),
                    "y",
                    place(BASE + 16),
                    "text-anchor",
                    "middle");
        }
    }

    /** A line from the 5th to the 95th percentile and the median: disc or diamond. */
    private void marks(Html html, Distribution of, double y, String who) {
        if (Double.isNaN(of.p50())) {
            return;
        }
        String line = new Trace().from(scale.at(of.p05()), y).across(scale.at(of.p95())).toString();
        html.empty("path", "class", "spread " + who, "d", line);
        double x = scale.at(of.p50());
        if (who.equals("cohort")) {
            html.empty(
                    "circle", "class", "median cohort", "cx", place(x), "cy", place(y), "r", "4.5");
        } else {
            String diamond = new Trace().diamond(x, y, 5).toString();
            html.empty("path", "class", "median " + who, "d", diamond);
        }
    }
}
