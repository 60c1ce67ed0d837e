package org.anamnesis.report;

import static org.anamnesis.report.Scale.place;

import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.evaluate.Words;

/** Shares as a small table with a bar each: filled for the cohort, a mark for the reference. */
final class ShareTable {
    /**
     * One share.
     *
     * @param label what is counted
     * @param count patients
     * @param share of the cohort, 0 to 1
     * @param reference share of the reference population, 0 to 1
     */
    record Row(String label, long count, double share, OptionalDouble reference) {}

    private static final double WIDTH = 96;

    private ShareTable() {}

    static void write(Html html, String caption, List<Row> rows) {
        write(html, caption, "Cohort", "Reference", rows);
    }

    /**
     * @param made name of what was made
     * @param real name of what it is compared with
     */
    static void write(Html html, String caption, String made, String real, List<Row> rows) {
        double most = 0.01;
        for (Row row : rows) {
            most = Math.max(most, Math.max(row.share(), row.reference().orElse(0)));
        }
        boolean compared = rows.stream().anyMatch(r -> r.reference().isPresent());
        html.open("table", "class", "shares").leaf("caption", caption);
        html.open("thead").open("tr");
        List<String> heads = compared ? List.of("", made, real, "") : List.of("", made, "");
        for (String head : heads) {
            if (head.isEmpty()) {
                html.leaf("td", "");
            } else {
                html.leaf("th", head, "scope", "col");
            }
        }
        html.close(2).open("tbody");
        for (Row row : rows) {
            html.open("tr").leaf("th", row.label(), "scope", "row");
            html.leaf(
                    "td",
                    Marks.percent(row.share()),
                    "title",
                    Words.count(row.count()) + " patients");
            if (compared) {
                html.leaf(
                        "td",
                        row.reference().isPresent()
                                ? Marks.percent(row.reference().getAsDouble())
                                : "–");
            }
            html.open("td", "class", "picture");
            picture(html, row, most, made, real);
            html.close(2);
        }
        html.close(2);
    }

    private static void picture(Html html, Row row, double most, String made, String real) {
        double share = Double.isNaN(row.share()) ? 0 : row.share();
        html.open("svg", "viewBox", "-4 0 " + place(WIDTH + 9) + " 14", "role", "img");
        html.leaf(
                "title",
                row.label()
                        + ": "
                        + made
                        + " "
                        + Marks.percent(row.share())
                        + (row.reference().isPresent()
                                ? ", " + real + " " + Marks.percent(row.reference().getAsDouble())
                                : ""));
        String bar = new Trace().box(0, 2, WIDTH * share / most, 10).toString();
        html.empty("path", "class", "bars", "d", bar);
        if (row.reference().isPresent()) {
            double at = WIDTH * row.reference().getAsDouble() / most;
            String mark = new Trace().diamond(at, 7, 4).toString();
            html.empty("path", "class", "median reference", "d", mark);
        }
        html.close();
    }
}
