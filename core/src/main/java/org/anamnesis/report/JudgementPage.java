package org.anamnesis.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.evaluate.Estimate;
import org.anamnesis.evaluate.Metric;
import org.anamnesis.evaluate.TableJudgement;
import org.anamnesis.evaluate.Words;

/** The judgement of a synthetic table as one page with pictures; reads on paper too. */
public final class JudgementPage {
    private JudgementPage() {}

    /** Writes the page, UTF-8 when the writer is. */
    public static void write(Judged judged, Appendable out) throws IOException {
        Html html = new Html();
        TableJudgement of = judged.judgement();
        List<Page.Part> parts = new ArrayList<>();
        parts.add(new Page.Part("apart", "Can it be told apart?", () -> apart(html, of)));
        parts.add(new Page.Part("columns", "Column by column", () -> Likeness.columns(html, of)));
        if (of.columns().size() > 1) {
            parts.add(new Page.Part("pairs", "Together", () -> Likeness.pairs(html, of.pairs())));
        }
        of.courses()
                .ifPresent(
                        c ->
                                parts.add(
                                        new Page.Part(
                                                "courses",
                                                "From row to row",
                                                () -> Courses.write(html, c))));
        if (!of.subgroups().isEmpty()) {
            parts.add(
                    new Page.Part(
                            "subgroups",
                            "Within groups",
                            () -> Likeness.subgroups(html, of.subgroups())));
        }
        if (!of.effects().isEmpty()) {
            parts.add(
                    new Page.Part(
                            "effects",
                            "Strength of relations",
                            () -> Likeness.effects(html, of.effects())));
        }
        of.utility()
                .ifPresent(
                        u ->
                                parts.add(
                                        new Page.Part(
                                                "use",
                                                "Use for prediction",
                                                () -> Likeness.utility(html, u))));
        parts.add(new Page.Part("privacy", "Privacy", () -> Leaks.summary(html, of)));
        if (!of.adherence().isEmpty() || !of.clinical().isEmpty()) {
            parts.add(new Page.Part("rules", "Rules", () -> Likeness.rules(html, of)));
        }
        parts.add(new Page.Part("limits", "Limits", () -> limits(html, of)));
        Page.write(
                html,
                title(of) + " (synthetic)",
                () -> opening(html, of),
                parts,
                "Anamnesis " + judged.version() + ". " + Opening.WARNING + ".");
        out.append(html.page()).append('\n');
    }

    static String title(TableJudgement of) {
        return Words.count(of.rowsSynthetic())
                + " synthetic rows beside "
                + Words.count(of.rowsTrain() + of.rowsHoldout())
                + " real people";
    }

    private static void opening(Html html, TableJudgement of) {
        html.leaf("h1", title(of));
        html.leaf("p", Opening.WARNING, "class", "warning");
        html.open("p").text("Learned from " + Words.count(of.rowsTrain()) + " people; ");
        html.text(
                "judged beside "
                        + Words.count(of.rowsHoldout())
                        + " others of the same population who were kept back. What two groups of real"
                        + " people differ by is shown beside every figure.");
        html.close();
        html.open("dl", "class", "glance");
        figure(
                html,
                "Told apart (AUC)",
                Words.number(of.againstTrain().value(), 2),
                "0.5 is a guess; real people " + Words.number(of.trainAgainstHoldout().value(), 2));
        double distance =
                of.columns().stream().mapToDouble(c -> c.distance()).average().orElse(Double.NaN);
        double floor =
                of.columns().stream().mapToDouble(c -> c.floor()).average().orElse(Double.NaN);
        figure(
                html,
                "Mean column distance",
                Words.number(distance, 3),
                "0 is the same; real people " + Words.number(floor, 3));
        of.utility()
                .ifPresent(
                        u ->
                                figure(
                                        html,
                                        "Prediction (" + u.measure().symbol() + ")",
                                        Words.number(u.synthetic().value(), 2),
                                        "learned from real people "
                                                + Words.number(u.real().value(), 2)));
        figure(
                html,
                "Membership (AUC)",
                Words.number(of.privacy().membership().nearest().value(), 2),
                "0.5 is a guess");
        figure(
                html,
                "Privacy limits",
                of.privacy().verdict().passes() ? "kept ✓" : "broken ✗",
                of.privacy().verdict().passes()
                        ? "no limit is broken; no proof"
                        : of.privacy().verdict().reasons().size() + " reasons below");
        html.close();
    }

    private static void figure(Html html, String name, String value, String note) {
        html.open("div").leaf("dt", name).open("dd").text(value).leaf("small", note).close(2);
    }

    private static void apart(Html html, TableJudgement of) {
        shows(html, Metric.TWO_SAMPLE);
        ForestPlot.write(
                html,
                "Area under the ROC curve with 95 % interval",
                List.of(
                        row("Synthetic against people learned from", of.againstTrain()),
                        row("Synthetic against people kept back", of.againstHoldout()),
                        row("Real people against real people", of.trainAgainstHoldout())),
                0.2,
                1,
                0.5,
                OptionalDouble.empty());
        if (of.copying()) {
            html.leaf(
                    "p",
                    "The first figure is clearly below 0.5: rows or values of the people learned from"
                            + " were copied. Such a table is not fit to be handed on.",
                    "class",
                    "missed");
        }
        shows(html, Metric.COVERAGE);
        html.leaf(
                "p",
                Marks.percent(of.coverage().synthetic())
                        + " of held-out people have a synthetic row in their neighbourhood; "
                        + Marks.percent(of.coverage().floor())
                        + " have one of the people learned from there.");
    }

    static ForestPlot.Row row(String label, Estimate of) {
        return new ForestPlot.Row(label, of, Optional.empty());
    }

    /** What a figure can and cannot show stands before it. */
    static void shows(Html html, Metric metric) {
        html.open("p").leaf("strong", metric.title() + ". ").text(metric.shows()).close();
    }

    private static void limits(Html html, TableJudgement of) {
        Marks.list(
                html,
                List.of(
                        "One table was judged once, with seed "
                                + of.seed()
                                + "; another table of the same generator will differ by chance.",
                        "Where a table is large, a random part was used: up to 10,000 rows a table to"
                                + " tell apart, 20,000 to predict and to attack, 5,000 people of each"
                                + " kind attacked.",
                        "Rows count once each; survey weights are not used.",
                        of.courses().isPresent()
                                ? "Persons have several rows. What is told apart, covered and attacked are"
                                        + " persons, summed up in one row each; columns, pairs, groups,"
                                        + " prediction and rules are judged row by row, so that their"
                                        + " intervals are too narrow."
                                : "Rows are taken for different people. If one person has several rows,"
                                        + " keep all of them on one side of the split, or every figure"
                                        + " flatters.",
                        "Intervals and p-values worked out from synthetic rows as if they were people"
                                + " are too narrow (Decruyenaere et al. 2023, arXiv:2312.07837)."));
    }
}
