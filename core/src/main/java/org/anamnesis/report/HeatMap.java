package org.anamnesis.report;

import static org.anamnesis.report.Scale.place;

import org.anamnesis.evaluate.Correlations;
import org.anamnesis.evaluate.Words;

/**
 * Correlations as numbers on coloured cells: below the diagonal the cohort, above it the reference
 * population. Blue for negative, orange for positive, white for none: told apart with every kind of
 * colour vision, and the sign stands in the number.
 */
final class HeatMap {
    /** Sizes that have a rule: so many observations and fewer. */
    private static final int STEP = 2;

    private static final int LARGEST = 60;

    /** Share of its size down to which a picture shrinks on a narrow page. */
    private static final double LEGIBLE = 0.72;

    private static final double CELL = 31;
    private static final double LEFT = 172;
    private static final double TOP = 146;
    private static final int[] NEGATIVE = {0x00, 0x72, 0xB2};
    private static final int[] POSITIVE = {0xD5, 0x5E, 0x00};

    private HeatMap() {}

    /** Rules for every size: a page may forbid style that stands at the picture itself. */
    static String style() {
        var css = new StringBuilder();
        for (int p = STEP; p <= LARGEST; p += STEP) {
            css.append(
                    "svg.upto%d { max-width: %spx; min-width: %spx; }%n"
                            .formatted(p, place(width(p)), place(width(p) * LEGIBLE)));
        }
        return css.toString();
    }

    private static int upTo(int observations) {
        return Math.min(LARGEST, (observations + STEP - 1) / STEP * STEP);
    }

    private static double width(int observations) {
        return LEFT + observations * CELL + 78;
    }

    static void write(Html html, Correlations found) {
        write(
                html,
                found,
                "Spearman correlations",
                "Below the diagonal the cohort, above it the reference population; every cell holds"
                        + " its number.");
    }

    static void write(Html html, Correlations found, String title, String description) {
        int p = found.fields().size();
        double width = width(p);
        double height = TOP + p * CELL + 4;
        html.open(
                "svg",
                "viewBox",
                "0 0 " + place(width) + " " + place(height),
                "role",
                "img",
                "class",
                "heatmap upto" + upTo(p));
        html.leaf("title", title);
        html.leaf("desc", description);
        for (int a = 0; a < p; a++) {
            double middle = (a + 0.5) * CELL;
            label(html, found.labels().get(a), LEFT - 6, TOP + middle + 4, false);
            label(html, found.labels().get(a), LEFT + middle, TOP - 6, true);
            for (int b = 0; b < p; b++) {
                if (a != b) {
                    double value = (b < a ? found.cohort() : found.reference()).get(a).get(b);
                    cell(html, LEFT + b * CELL, TOP + a * CELL, value);
                }
            }
        }
        double end = p * CELL;
        String diagonal = new Trace().from(LEFT, TOP).line(LEFT + end, TOP + end).toString();
        html.empty("path", "class", "axis", "d", diagonal);
        html.close();
    }

    private static void label(Html html, String text, double x, double y, boolean slanted) {
        String shown = text.length() > 26 ? text.substring(0, 25) + "…" : text;
        if (slanted) {
            String turn = "rotate(-52 " + place(x) + " " + place(y) + ")";
            html.leaf("text", shown, "x", place(x), "y", place(y), "transform", turn);
        } else {
            html.leaf("text", shown, "x", place(x), "y", place(y), "text-anchor", "end");
        }
    }

    private static void cell(Html html, double x, double y, double value) {
        double strength = Double.isNaN(value) ? 0 : Math.min(1, Math.abs(value));
        int[] towards = value < 0 ? NEGATIVE : POSITIVE;
        int[] rgb = new int[3];
        for (int c = 0; c < 3; c++) {
            rgb[c] = (int) Math.round(255 + (towards[c] - 255) * strength);
        }
        html.empty(
                "rect",
                "x",
                place(x + 0.5),
                "y",
                place(y + 0.5),
                "width",
                place(CELL - 1),
                "height",
                place(CELL - 1),
                "fill",
                "#" + hex(rgb[0]) + hex(rgb[1]) + hex(rgb[2]));
        html.leaf(
                "text",
                Double.isNaN(value) ? "–" : Words.number(value, 2).replace("0.", "."),
                "x",
                place(x + CELL / 2),
                "y",
                place(y + CELL / 2 + 4),
                "text-anchor",
                "middle",
                "fill",
                whiteReadsBetter(rgb) ? "#fff" : "#000");
    }

    /** Relative luminance of WCAG 2: white on a cell darker than 0.179 has the higher contrast. */
    private static boolean whiteReadsBetter(int[] rgb) {
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]) < 0.179;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static String hex(int channel) {
        return Integer.toHexString(0x100 | channel).substring(1);
    }
}
