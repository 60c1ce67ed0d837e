package org.anamnesis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.evaluate.AttackRisk;
import org.anamnesis.evaluate.AttributeDisclosure;
import org.anamnesis.evaluate.Estimate;
import org.anamnesis.evaluate.Membership;
import org.anamnesis.evaluate.Metric;
import org.anamnesis.evaluate.PrivacyFindings;
import org.anamnesis.evaluate.PrivacyVerdict;
import org.anamnesis.evaluate.TableJudgement;
import org.anamnesis.evaluate.Words;

/** What attacks came to, in words, tables and pictures. */
final class Leaks {
    private static final int MOST_INFERENCES = 12;
    private static final int MOST_PAIRS = 5;

    private Leaks() {}

    /** Value with its 95 % interval. */
    static String interval(Estimate of, int decimals) {
        return of.known()
                ? Words.number(of.value(), decimals)
                        + " ("
                        + Words.number(of.low(), decimals)
                        + " to "
                        + Words.number(of.high(), decimals)
                        + ")"
                : "–";
    }

    /** The verdict and the main pictures. */
    static void summary(Html html, TableJudgement of) {
        verdict(html, of.privacy().verdict());
        membership(html, of.privacy());
        attacks(html, of.privacy());
        html.leaf(
                "p",
                "Every attack with its figures, and what was not tried, stands on the page for the"
                        + " privacy officer.",
                "class",
                "soft");
    }

    static void verdict(Html html, PrivacyVerdict of) {
        html.open("p");
        html.leaf(
                "span",
                of.passes() ? "No limit is broken." : "Limits are broken: do not hand this on.",
                "class",
                of.passes() ? "met" : "missed");
        html.text(of.passes() ? " This is no proof that nobody can be found." : "").close();
        Marks.list(html, of.reasons());
        if (!of.cautions().isEmpty()) {
            html.leaf("p", "What these people were too few to show:");
            Marks.list(html, of.cautions());
        }
    }

    static void membership(Html html, PrivacyFindings of) {
        JudgementPage.shows(html, Metric.MEMBERSHIP);
        Membership found = of.membership();
        List<ForestPlot.Row> rows = new ArrayList<>();
        rows.add(JudgementPage.row("By the nearest synthetic row", found.nearest()));
        rows.add(JudgementPage.row("By density ratio", found.densityRatio()));
        if (found.outliers().known()) {
            rows.add(JudgementPage.row("People unlike all others", found.outliers()));
        }
        ForestPlot.write(
                html,
                "Area under the ROC curve of membership attacks, 95 % interval; dashed: limit",
                rows,
                0.4,
                1,
                0.5,
                OptionalDouble.of(PrivacyVerdict.MEMBERSHIP_LIMIT));
        html.leaf(
                "p",
                "Attacked: "
                        + Words.count(found.people())
                        + " people learned from and "
                        + Words.count(found.strangers())
                        + " strangers. If one of a hundred strangers"
                        + " may be taken for a member by mistake, "
                        + Marks.percent(found.namedAtOnePercent())
                        + " of members are recognised; 1 % is chance.");
    }

    /** Risks of the attacks that Anonymeter defines. */
    static void attacks(Html html, PrivacyFindings of) {
        JudgementPage.shows(html, Metric.SINGLING_OUT);
        JudgementPage.shows(html, Metric.LINKING);
        List<AttackRisk> all = new ArrayList<>(of.singlingOut());
        all.addAll(of.linking());
        if (!of.inferring().isEmpty()) {
            JudgementPage.shows(html, Metric.INFERENCE);
            of.inferring().stream()
                    .sorted(Comparator.comparingDouble(a -> -a.risk().value()))
                    .limit(MOST_INFERENCES)
                    .forEach(all::add);
        }
        ForestPlot.write(
                html,
                "Risk beyond strangers, 95 % interval; dashed: limit",
                all.stream().map(a -> JudgementPage.row(a.name(), a.risk())).toList(),
                0,
                1,
                0,
                OptionalDouble.of(PrivacyVerdict.ATTACK_LIMIT));
        if (of.inferring().size() > MOST_INFERENCES) {
            html.leaf(
                    "p",
                    "Of "
                            + of.inferring().size()
                            + " columns the "
                            + MOST_INFERENCES
                            + " that are inferred best are shown.",
                    "class",
                    "soft");
        }
    }

    /** Rates behind the risks. */
    static void rates(Html html, PrivacyFindings of) {
        Marks.table(
                html,
                "Share of successes, and the risk (attack − strangers) / (1 − strangers), each with"
                        + " 95 % interval. An attack no better than guessing shows nothing.",
                "Attack",
                "Tried",
                "On people learned from",
                "On strangers",
                "Guessing",
                "Risk");
        List<AttackRisk> all = new ArrayList<>(of.singlingOut());
        all.addAll(of.linking());
        all.addAll(of.inferring());
        for (AttackRisk a : all) {
            html.open("tr").leaf("th", a.name(), "scope", "row");
            Marks.number(html, "Tried", Words.count(a.attacks()));
            Marks.number(html, "On people learned from", interval(a.attack(), 2));
            Marks.number(html, "On strangers", interval(a.control(), 2));
            String note = a.noBetterThanGuessing() ? ": no better" : "";
            Marks.number(html, "Guessing", interval(a.baseline(), 2) + note);
            Marks.number(html, "Risk", interval(a.risk(), 2));
            html.close();
        }
        Marks.closeTable(html);
    }

    static void facts(Html html, TableJudgement of) {
        JudgementPage.shows(html, Metric.ATTRIBUTES);
        AttributeDisclosure found = of.privacy().attributes();
        html.leaf(
                "p",
                "Taken as known to acquaintances: "
                        + (of.keys().isEmpty() ? "nothing by name" : String.join(", ", of.keys()))
                        + "; besides, random sets of three to five columns. Over "
                        + Words.count(found.pairs().size())
                        + " sets and targets, "
                        + Words.number(found.meanGap(), 2)
                        + " percentage points more are read off about people learned from than about"
                        + " strangers. The riskiest:");
        Marks.table(
                html,
                "A value counts as read off when all synthetic rows with the known facts have it,"
                        + " and it is the person's own.",
                "Known",
                "Read off",
                "People learned from",
                "Strangers",
                "Difference, points (± standard error)");
        found.pairs().stream()
                .filter(p -> p.gap() > 0)
                .limit(MOST_PAIRS)
                .forEach(p -> fact(html, p));
        Marks.closeTable(html);
    }

    private static void fact(Html html, AttributeDisclosure.Pair p) {
        html.open("tr").leaf("th", String.join(", ", p.keys()), "scope", "row");
        Marks.cell(html, "Read off", p.target());
        Marks.number(html, "People learned from", Marks.percent(p.train()));
        Marks.number(html, "Strangers", Marks.percent(p.holdout()));
        Marks.number(
                html,
                "Difference, points (± standard error)",
                Marks.signed(p.gap(), 1) + " (± " + Words.number(100 * p.error(), 1) + ")");
        html.close();
    }

    static void closeness(Html html, PrivacyFindings of) {
        JudgementPage.shows(html, Metric.COPIES);
        html.leaf(
                "p",
                Marks.percent(of.copies().ofTrain())
                        + " of synthetic rows equal a record learned from in every column, "
                        + Marks.percent(of.copies().ofHoldout())
                        + " a stranger's.");
        JudgementPage.shows(html, Metric.CLOSENESS);
        html.open("p");
        html.text(
                interval(of.closeness().closerToTrain(), 3)
                        + " of synthetic rows lie nearer to a person learned from than to any of as"
                        + " many strangers; 0.5 is ideal.");
        if (!Double.isNaN(of.closeness().nearCopies())) {
            html.text(
                    " Nearer to somebody than 99 % of strangers are: "
                            + Marks.percent(of.closeness().nearCopies())
                            + ", 1 % is chance. Distance of the nearest twentieth over that of"
                            + " strangers: "
                            + Words.number(of.closeness().ratioAtFivePercent(), 2)
                            + ", 1 is ideal.");
        }
        html.close();
    }
}
