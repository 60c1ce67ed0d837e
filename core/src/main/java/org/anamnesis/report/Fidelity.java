package org.anamnesis.report;

import java.util.List;
import org.anamnesis.evaluate.Correlations;
import org.anamnesis.evaluate.Reality;
import org.anamnesis.evaluate.RuleCheck;
import org.anamnesis.evaluate.Words;

/** Correlations, distance from reality, rules. */
final class Fidelity {
    private Fidelity() {}

    static void correlations(Html html, Correlations found) {
        Correlations.Gap gap = found.largest();
        html.open("p").text("Spearman's rank correlation of the first ");
        html.text(Words.count(found.patients()) + " patients below the diagonal, of the reference");
        html.text(" population above it. ");
        if (!Double.isNaN(gap.difference())) {
            html.text(
                    "The pair that differs most: "
                            + found.labels().get(gap.first())
                            + " and "
                            + found.labels().get(gap.second())
                            + " ("
                            + Words.number(found.cohort().get(gap.first()).get(gap.second()), 2)
                            + ", reference "
                            + Words.number(found.reference().get(gap.first()).get(gap.second()), 2)
                            + ").");
        }
        html.close();
        html.openScroll("Correlations");
        HeatMap.write(html, found);
        html.close();
    }

    static void reality(Html html, Reality reality, int referenceRows) {
        html.open("dl", "class", "glance");
        figure(
                html,
                "Share of the population",
                Double.isNaN(reality.shareOfPopulation())
                        ? "not known"
                        : percent(reality.shareOfPopulation()),
                "people who meet the selections"
                        + (reality.shareOfPopulation() > 0 && reality.shareOfPopulation() < 0.5
                                ? ": 1 in " + Words.number(1 / reality.shareOfPopulation(), 0)
                                : ""));
        figure(
                html,
                "Reference rows behind it",
                Words.count(referenceRows),
                Double.isNaN(reality.effectiveRows())
                        ? "that meet the selections"
                        : "effective (Kish): " + Words.number(reality.effectiveRows(), 0));
        figure(
                html,
                "Change by targets",
                Double.isNaN(reality.klDivergence())
                        ? "not known"
                        : Words.number(reality.klDivergence(), 3) + " nats",
                "Kullback–Leibler; 0 = as in people");
        html.close();
        if (reality.effectiveRows() < 100) {
            html.leaf(
                    "p",
                    "Fewer than 100 effective rows carry this request: its joint distribution is"
                            + " extrapolated, not observed.",
                    "class",
                    "missed");
        }
        if (!reality.notes().isEmpty()) {
            Marks.list(html, reality.notes());
        }
    }

    /** Limits of single columns share a line unless one is broken. */
    static void rules(Html html, List<RuleCheck> rules) {
        Marks.table(
                html,
                "Every row was checked as the files show it; a derived value may differ by its own"
                        + " rounding only.",
                "Rule",
                "Rows checked",
                "Rows that break it",
                "Source");
        List<RuleCheck> limits =
                rules.stream()
                        .filter(r -> r.id().startsWith("plausible:") && r.broken() == 0)
                        .toList();
        for (RuleCheck rule : rules) {
            if (!limits.contains(rule)) {
                row(html, rule);
            }
        }
        if (!limits.isEmpty()) {
            row(
                    html,
                    new RuleCheck(
                            "plausible",
                            limits.size()
                                    + " observations lie within the limits of what a record may hold",
                            limits.get(0).source(),
                            limits.stream().mapToLong(RuleCheck::checked).max().orElse(0),
                            0));
        }
        Marks.closeTable(html);
    }

    private static void row(Html html, RuleCheck rule) {
        html.open("tr").leaf("th", rule.statement(), "scope", "row");
        Marks.number(html, "Rows checked", Words.count(rule.checked()));
        html.open("td", "data-label", "Rows that break it", "class", "number")
                .leaf(
                        "span",
                        Words.count(rule.broken()),
                        "class",
                        rule.broken() == 0 ? "met" : "missed")
                .close();
        Marks.cell(html, "Source", rule.source());
        html.close();
    }

    private static String percent(double share) {
        return Words.number(100 * share, share < 0.01 ? 3 : 1) + " %";
    }

    private static void figure(Html html, String name, String value, String note) {
        html.open("div").leaf("dt", name).open("dd").text(value).leaf("small", note).close(2);
    }
}
