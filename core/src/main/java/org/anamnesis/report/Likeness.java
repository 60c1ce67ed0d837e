package org.anamnesis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.anamnesis.evaluate.ColumnFidelity;
import org.anamnesis.evaluate.Correlations;
import org.anamnesis.evaluate.Effect;
import org.anamnesis.evaluate.Metric;
import org.anamnesis.evaluate.PairFidelity;
import org.anamnesis.evaluate.RuleCheck;
import org.anamnesis.evaluate.Subgroup;
import org.anamnesis.evaluate.TableAdherence;
import org.anamnesis.evaluate.TableJudgement;
import org.anamnesis.evaluate.Utility;
import org.anamnesis.evaluate.Words;

/** How like real people the rows are: the sections of a judgement that are not about privacy. */
final class Likeness {
    /** More charts make a page that nobody scrolls; the columns that differ most come first. */
    private static final int MOST_CHARTS = 60;

    private static final int MOST_LEVELS = 12;
    private static final int MOST_ROWS = 20;

    /** A heat map of more columns is too fine to read. */
    private static final int MOST_IN_MAP = 24;

    private Likeness() {}

    static void columns(Html html, TableJudgement of) {
        JudgementPage.shows(html, Metric.COLUMN_DISTANCE);
        JudgementPage.shows(html, Metric.MISSING_RATES);
        html.leaf(
                "p",
                "Bars are synthetic rows, the dashed outline is real people. The distance is that of"
                        + " Kolmogorov and Smirnov for numbers and total variation for categories, 0 to"
                        + " 1; “real” is what two groups of real people differ by. Columns that differ"
                        + " most beyond that come first.",
                "class",
                "soft");
        List<ColumnFidelity> sorted =
                of.columns().stream()
                        .sorted(Comparator.comparingDouble(c -> c.floor() - c.distance()))
                        .toList();
        html.open("div", "class", "cards");
        sorted.stream().limit(MOST_CHARTS).forEach(c -> card(html, c));
        html.close();
        if (sorted.size() > MOST_CHARTS) {
            html.leaf(
                    "p",
                    "Not drawn: "
                            + (sorted.size() - MOST_CHARTS)
                            + " more columns, which differ less; their figures stand in the JSON.");
        }
    }

    private static void card(Html html, ColumnFidelity of) {
        html.open("section", "class", "card").open("h3").text(of.name());
        if (!of.unit().isEmpty()) {
            html.leaf("span", " " + Words.unit(of.unit()), "class", "soft");
        }
        html.close();
        if (of.isCategory()) {
            levels(html, of);
        } else {
            HistogramChart.write(html, of);
        }
        html.leaf(
                "p",
                "Distance "
                        + Words.number(of.distance(), 3)
                        + ", real "
                        + Words.number(of.floor(), 3)
                        + "; missing "
                        + Marks.percent(of.missingSynthetic())
                        + ", real "
                        + Marks.percent(of.missingReal())
                        + ".");
        html.close();
    }

    private static void levels(Html html, ColumnFidelity of) {
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, of.levels().size()).forEach(order::add);
        order.sort(Comparator.comparingDouble(k -> -of.real().shares().get(k)));
        List<ShareTable.Row> rows = new ArrayList<>();
        for (int k : order.subList(0, Math.min(MOST_LEVELS, order.size()))) {
            double share = of.synthetic().shares().get(k);
            rows.add(
                    new ShareTable.Row(
                            of.levels().get(k),
                            Math.round(share * of.synthetic().n()),
                            share,
                            OptionalDouble.of(of.real().shares().get(k))));
        }
        String left =
                order.size() > MOST_LEVELS
                        ? "The " + MOST_LEVELS + " commonest of " + order.size() + " levels"
                        : "All levels";
        ShareTable.write(html, left, "Made", "Real", rows);
    }

    static void pairs(Html html, PairFidelity of) {
        JudgementPage.shows(html, Metric.PAIRS);
        Correlations.Gap worst = of.largest();
        html.open("p").text("Mean difference of the associations of two columns ");
        html.text(Words.number(of.meanGap(), 3) + "; between two groups of real people ");
        html.text(Words.number(of.meanGapFloor(), 3) + ". ");
        if (!Double.isNaN(worst.difference())) {
            html.text(
                    "The pair that differs most: "
                            + of.names().get(worst.first())
                            + " and "
                            + of.names().get(worst.second())
                            + " (synthetic "
                            + number(of.synthetic(), worst)
                            + ", real "
                            + number(of.real(), worst)
                            + ").");
        }
        html.close();
        List<Integer> shown = mostDifferent(of);
        html.leaf(
                "p",
                "Below the diagonal synthetic rows, above it held-out people; 0: no association, 1:"
                        + " one follows from the other"
                        + (shown.size() < of.names().size()
                                ? "; the " + shown.size() + " columns that differ most."
                                : "."),
                "class",
                "soft");
        html.openScroll("Associations");
        List<String> names = shown.stream().map(of.names()::get).toList();
        HeatMap.write(
                html,
                new Correlations(
                        names, names, 0, part(of.synthetic(), shown), part(of.real(), shown)),
                "Associations of pairs of columns",
                "Below the diagonal synthetic rows, above it real people; every cell holds its"
                        + " number.");
        html.close();
    }

    private static String number(List<List<Double>> matrix, Correlations.Gap at) {
        return Words.number(matrix.get(at.first()).get(at.second()), 2);
    }

    private static List<Integer> mostDifferent(PairFidelity of) {
        int p = of.names().size();
        double[] gap = new double[p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                gap[a] += Math.abs(of.real().get(a).get(b) - of.synthetic().get(a).get(b));
            }
        }
        return IntStream.range(0, p)
                .boxed()
                .sorted(Comparator.comparingDouble(a -> -gap[a]))
                .limit(MOST_IN_MAP)
                .sorted()
                .toList();
    }

    private static List<List<Double>> part(List<List<Double>> matrix, List<Integer> shown) {
        return shown.stream()
                .map(a -> shown.stream().map(b -> matrix.get(a).get(b)).toList())
                .toList();
    }

    static void subgroups(Html html, List<Subgroup> found) {
        JudgementPage.shows(html, Metric.SUBGROUPS);
        double mean =
                found.stream()
                        .mapToDouble(s -> Math.abs(s.difference().value()))
                        .average()
                        .orElse(0);
        html.leaf(
                "p",
                "Over "
                        + Words.count(found.size())
                        + " means within groups the mean difference is "
                        + Words.number(mean, 2)
                        + " standard deviations of the group. Those that differ most:");
        Marks.table(
                html,
                "Means within groups; differences in standard deviations with 95 % interval.",
                "Group",
                "Column",
                "Real",
                "Synthetic",
                "Difference");
        for (Subgroup s : found.subList(0, Math.min(MOST_ROWS, found.size()))) {
            html.open("tr").leaf("th", s.category() + ": " + s.level(), "scope", "row");
            Marks.cell(html, "Column", s.column());
            Marks.number(html, "Real", Words.number(s.real(), 2));
            Marks.number(html, "Synthetic", Words.number(s.synthetic(), 2));
            Marks.number(html, "Difference", Leaks.interval(s.difference(), 2));
            html.close();
        }
        Marks.closeTable(html);
    }

    static void effects(Html html, List<Effect> found) {
        JudgementPage.shows(html, Metric.EFFECTS);
        long reversed = found.stream().filter(Effect::reversed).count();
        html.leaf(
                "p",
                Marks.percent(Effect.shareKept(found))
                        + " of "
                        + Words.count(found.size())
                        + " relations lie within the 95 % interval of real people (a second group of"
                        + " real people of the same size would keep about five in six); "
                        + (reversed == 0 ? "none is" : reversed + " are")
                        + " clearly reversed. Discs are synthetic rows, diamonds real people.");
        for (Effect.Kind kind : Effect.Kind.values()) {
            List<Effect> some = found.stream().filter(e -> e.kind() == kind).toList();
            if (!some.isEmpty()) {
                html.leaf("h3", heading(kind));
                plot(html, kind, some);
            }
        }
    }

    private static String heading(Effect.Kind kind) {
        return switch (kind) {
            case MEAN_DIFFERENCE -> "Standardised mean difference, with the outcome less without";
            case LOG_ODDS_RATIO -> "Logarithm of the odds ratio";
            case RANK_CORRELATION -> "Rank correlation with the outcome";
        };
    }

    private static void plot(Html html, Effect.Kind kind, List<Effect> some) {
        boolean one = some.stream().map(Effect::outcome).distinct().count() == 1;
        List<ForestPlot.Row> rows =
                some.stream()
                        .sorted(Comparator.comparingDouble(e -> -Math.abs(e.real().value())))
                        .limit(MOST_ROWS)
                        .map(
                                e ->
                                        new ForestPlot.Row(
                                                one ? e.column() : e.outcome() + " / " + e.column(),
                                                e.synthetic(),
                                                Optional.of(e.real())))
                        .toList();
        double most = 0.2;
        for (ForestPlot.Row row : rows) {
            double real = Math.abs(row.real().orElseThrow().value());
            double made = row.synthetic().known() ? Math.abs(row.synthetic().value()) : 0;
            most = Math.max(most, 1.3 * Math.max(real, made));
        }
        double end = kind == Effect.Kind.RANK_CORRELATION ? Math.min(1, most) : Math.min(6, most);
        String what = heading(kind) + (one ? ": " + some.get(0).outcome() : "");
        ForestPlot.write(html, what, rows, -end, end, 0, OptionalDouble.empty());
    }

    static void utility(Html html, Utility of) {
        JudgementPage.shows(html, Metric.UTILITY);
        html.leaf(
                "p",
                "Outcome: "
                        + of.outcome()
                        + ". Measure: "
                        + of.measure().symbol()
                        + ", "
                        + of.measure().meaning()
                        + ". Tested on "
                        + Words.count(of.rowsTested())
                        + " held-out people"
                        + (of.note().isEmpty() ? "." : "; left out: " + of.note() + "."));
        double least = Math.min(0, Math.min(of.real().low(), of.synthetic().low()));
        ForestPlot.write(
                html,
                "Success of prediction for real people, with 95 % interval",
                List.of(
                        JudgementPage.row("Learned from real people", of.real()),
                        JudgementPage.row("Learned from synthetic rows", of.synthetic())),
                Double.isNaN(least) ? 0 : least,
                1,
                of.measure() == Utility.Measure.R2 ? 0 : 0.5,
                OptionalDouble.empty());
        html.leaf("p", "Synthetic less real: " + Leaks.interval(of.gap(), 3) + ".");
    }

    static void rules(Html html, TableJudgement of) {
        JudgementPage.shows(html, Metric.RULES);
        if (!of.adherence().isEmpty()) {
            table(html, "Rules of the table and of the request", of.adherence());
        }
        if (!of.clinical().isEmpty()) {
            table(html, "Rules of arithmetic and of the body", of.clinical());
        }
    }

    private static void table(Html html, String caption, List<TableAdherence> rules) {
        Marks.table(html, caption, "Rule", "Synthetic rows that break it", "Real people", "Source");
        for (TableAdherence rule : rules) {
            html.open("tr").leaf("th", rule.synthetic().statement(), "scope", "row");
            html.open("td", "data-label", "Synthetic rows that break it", "class", "number")
                    .leaf(
                            "span",
                            broken(rule.synthetic()),
                            "class",
                            rule.synthetic().broken() == 0 ? "met" : "missed")
                    .close();
            Marks.number(html, "Real people", broken(rule.real()));
            Marks.cell(html, "Source", rule.synthetic().source());
            html.close();
        }
        Marks.closeTable(html);
    }

    private static String broken(RuleCheck of) {
        return Words.count(of.broken()) + " of " + Words.count(of.checked());
    }
}
