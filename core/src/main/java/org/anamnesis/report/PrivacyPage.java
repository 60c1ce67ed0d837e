package org.anamnesis.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.evaluate.TableJudgement;
import org.anamnesis.evaluate.Words;

/**
 * The page for whoever must decide whether a synthetic table may leave: what was learned from, what
 * could leak, what was tried, what came out, what was not tried. The chapters follow what HIPAA's
 * expert determination asks to be documented (45 CFR 164.514(b)(1)) and the anonymisation report of
 * EMA Policy 0070.
 */
public final class PrivacyPage {
    private PrivacyPage() {}

    /** Writes the page, UTF-8 when the writer is. */
    public static void write(Judged judged, Appendable out) throws IOException {
        Html html = new Html();
        TableJudgement of = judged.judgement();
        List<Page.Part> parts = new ArrayList<>();
        parts.add(
                new Page.Part(
                        "verdict", "Result", () -> Leaks.verdict(html, of.privacy().verdict())));
        parts.add(new Page.Part("source", "What was learned from", () -> source(html, judged)));
        parts.add(new Page.Part("threat", "What could leak", () -> threat(html)));
        parts.add(
                new Page.Part(
                        "membership",
                        "Who was among them",
                        () -> Leaks.membership(html, of.privacy())));
        parts.add(new Page.Part("facts", "What is read off", () -> Leaks.facts(html, of)));
        parts.add(
                new Page.Part(
                        "attacks",
                        "Singling out, linking, inferring",
                        () -> {
                            Leaks.attacks(html, of.privacy());
                            Leaks.rates(html, of.privacy());
                        }));
        parts.add(
                new Page.Part(
                        "copies",
                        "Copies and closeness",
                        () -> Leaks.closeness(html, of.privacy())));
        parts.add(new Page.Part("limits", "The limits and who set them", () -> limits(html)));
        parts.add(new Page.Part("untested", "What was not tested", () -> untested(html)));
        parts.add(new Page.Part("use", "What it is still good for", () -> use(html, of)));
        parts.add(new Page.Part("sign", "To be filled in", () -> sign(html)));
        Page.write(
                html,
                "Privacy: " + JudgementPage.title(of),
                () -> {
                    html.leaf("h1", "Privacy of " + Words.count(of.rowsSynthetic()) + " rows");
                    html.leaf("p", Opening.WARNING, "class", "warning");
                    html.leaf(
                            "p",
                            "For the person who decides whether this table may leave. It reports"
                                    + " measurements; it does not certify that the table is anonymous,"
                                    + " nor that it meets any law.");
                },
                parts,
                "Anamnesis " + judged.version() + ". Seed " + of.seed() + ".");
        out.append(html.page()).append('\n');
    }

    private static void source(Html html, Judged judged) {
        TableJudgement of = judged.judgement();
        Judged.Learning from = judged.learning();
        List<String> lines = new ArrayList<>();
        lines.add("Table: " + (from.source().isEmpty() ? "not stated" : from.source()) + ".");
        lines.add(
                Words.count(of.rowsTrain())
                        + " rows were learned from; "
                        + Words.count(of.rowsHoldout())
                        + " were kept back and are the strangers of this page; "
                        + Words.count(of.rowsSynthetic())
                        + " synthetic rows were judged.");
        lines.add(
                of.columns().size()
                        + " columns: "
                        + String.join(", ", of.columns().stream().map(c -> c.name()).toList())
                        + ".");
        lines.add(
                "Left out as identifiers: "
                        + (from.dropped().isEmpty()
                                ? "not stated"
                                : String.join(", ", from.dropped()))
                        + ".");
        lines.add("Engine: " + (from.engine().isEmpty() ? "not stated" : from.engine()) + ".");
        lines.addAll(from.settings());
        Marks.list(html, lines);
    }

    private static void threat(Html html) {
        html.leaf(
                "p",
                "The attacker holds the synthetic table and nothing else of the people learned from,"
                        + " knows their population, and may know facts of single persons. Three things"
                        + " could leak, those that the Article 29 Working Party names (Opinion 05/2014,"
                        + " taken up by the guidance to EMA Policy 0070) and membership:");
        Marks.list(
                html,
                List.of(
                        "Membership: that a person's record was learned from, which alone tells"
                                + " something when the table is of one clinic or one disease.",
                        "Singling out: that something in the table is true of exactly one of them.",
                        "Linking: that two files about the same people can be joined through it.",
                        "Inference: that an unknown value of a person follows from it."));
        html.leaf(
                "p",
                "Each was tried on people learned from and in the same way on strangers. Only what"
                        + " works better on the former is a leak: what is true of strangers too is"
                        + " knowledge about the population, which is what the table is made for.");
    }

    private static void limits(Html html) {
        Marks.list(
                html,
                List.of(
                        "Membership AUC at most 0.53, copies beyond coincidence at most 0.1 % of"
                                + " rows, facts read off at most 2 percentage points beyond strangers,"
                                + " risk of each other attack at most 0.10; each counts as broken only"
                                + " where chance does not explain it. Distances are shown and decide"
                                + " nothing (arXiv:2505.01524).",
                        "These limits are this project's own. HIPAA's expert determination, 45 CFR"
                                + " 164.514(b)(1), asks that an expert find the risk “very small” and"
                                + " document methods and results; it names no figure. This page may be"
                                + " part of such a document; it is not the expert.",
                        "The guidance to EMA Policy 0070 asks either to show that singling out,"
                                + " linking and inference are not possible, or to measure the risk"
                                + " against a threshold chosen for the kind of release, and to report"
                                + " how.",
                        "An expert consensus (Pilgram et al. 2025, doi:10.1016/j.patter.2025.101320)"
                                + " advises to measure membership and attribute disclosure and to avoid"
                                + " mere similarity; attacks and their risks follow Anonymeter (Giomi et"
                                + " al. 2023, arXiv:2211.10459) and DiSCO (arXiv:2406.16826)."));
    }

    private static void untested(Html html) {
        Marks.list(
                html,
                List.of(
                        "An attacker who holds the model file as well, or trains models of her own"
                                + " on many synthetic tables (shadow models).",
                        "Several releases from the same people: what each gives away adds up. Keep a"
                                + " list of releases.",
                        "Attackers who know other facts than those tried, or who hold part of the"
                                + " training table.",
                        "People with several rows, relatives, and small sites that a table betrays as"
                                + " a whole.",
                        "A formal guarantee: nothing on this page is differential privacy."));
    }

    private static void use(Html html, TableJudgement of) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Told apart from people learned from with AUC "
                        + Leaks.interval(of.againstTrain(), 2)
                        + "; real people from real people "
                        + Leaks.interval(of.trainAgainstHoldout(), 2)
                        + ".");
        of.utility()
                .ifPresent(
                        u ->
                                lines.add(
                                        "Prediction of "
                                                + u.outcome()
                                                + " ("
                                                + u.measure().symbol()
                                                + "): "
                                                + Leaks.interval(u.synthetic(), 2)
                                                + ", learned from real people "
                                                + Leaks.interval(u.real(), 2)
                                                + "."));
        Marks.list(html, lines);
    }

    private static void sign(Html html) {
        Marks.list(
                html,
                List.of(
                        "Legal basis and purpose of the release: ____________________",
                        "Recipients, and what binds them: ____________________",
                        "Other releases from the same people: ____________________",
                        "Decision, name and date: ____________________"));
    }
}
