package org.anamnesis.report;

/** What bars, outline, hatching and marks mean; and the hatching itself. */
final class Legend {
    private Legend() {}

    static void write(Html html, boolean histograms) {
        html.open("ul", "class", "legend");
        open(html);
        html.empty("path", "class", "bars", "d", "M2 4h40v10H2Z");
        close(html, "this cohort");
        open(html);
        html.empty("path", "class", "outline", "d", "M2 14V6H16V3H30V9H42V14");
        html.empty("path", "class", "median reference", "d", "M22 5l4 4l-4 4l-4 -4Z");
        close(
                html,
                "reference population that meets the same selections (dashed; diamond in small bars)");
        if (histograms) {
            open(html);
            html.empty(
                    "rect",
                    "class",
                    "band target",
                    "x",
                    "2",
                    "y",
                    "2",
                    "width",
                    "40",
                    "height",
                    "14");
            close(html, "guideline target");
            open(html);
            html.empty("rect", "class", "band", "x", "2", "y", "2", "width", "40", "height", "14");
            close(html, "reference range of healthy adults");
            open(html);
            html.empty("path", "class", "spread cohort", "d", "M2 9H42");
            html.empty("circle", "class", "median cohort", "cx", "20", "cy", "9", "r", "4.5");
            close(html, "5–95 % of values and median");
        }
        html.close();
    }

    /** Defined once, used by every chart. */
    static void hatching(Html html) {
        html.open("svg", "class", "defs", "aria-hidden", "true", "focusable", "false").open("defs");
        pattern(html, "hatch", "#b8bfc6", "135");
        pattern(html, "hatch-target", "#58b795", "45");
        html.close(2);
    }

    private static void pattern(Html html, String id, String colour, String angle) {
        html.open(
                "pattern",
                "id",
                id,
                "width",
                "6",
                "height",
                "6",
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(" + angle + ")");
        html.empty("path", "d", "M0 0V6", "stroke", colour, "stroke-width", "2.6");
        html.close();
    }

    private static void open(Html html) {
        html.open("li").open("svg", "viewBox", "0 0 44 18", "aria-hidden", "true");
    }

    private static void close(Html html, String text) {
        html.close().text(text).close();
    }
}
