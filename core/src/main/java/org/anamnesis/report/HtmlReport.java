package org.anamnesis.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.cohort.Field;
import org.anamnesis.evaluate.Comparison;
import org.anamnesis.evaluate.Evaluation;

/** One page with everything: no network, no script; reads on paper and on a telephone. */
public final class HtmlReport {
    private HtmlReport() {}

    /** Writes the page, UTF-8 when the writer is. */
    public static void write(Dossier dossier, Appendable out) throws IOException {
        Html html = new Html();
        Page.write(
                html,
                Opening.title(dossier) + " (synthetic)",
                () -> Opening.write(html, dossier),
                parts(html, dossier, new Citations(dossier)),
                "Anamnesis " + dossier.version() + ". " + Opening.WARNING + ".");
        out.append(html.page()).append('\n');
    }

    private static List<Page.Part> parts(Html html, Dossier dossier, Citations citations) {
        Evaluation found = dossier.evaluation();
        List<Page.Part> out = new ArrayList<>();
        out.add(new Page.Part("asked", "What was asked", () -> Opening.asked(html, dossier)));
        out.add(
                new Page.Part(
                        "adherence",
                        "Asked and achieved",
                        () -> AdherenceTable.write(html, dossier)));
        dossier.baseline()
                .ifPresent(
                        b ->
                                out.add(
                                        new Page.Part(
                                                "what-if",
                                                "What if",
                                                () ->
                                                        Beside.whatIf(
                                                                html, Comparison.of(b, found)))));
        found.groups()
                .ifPresent(
                        g ->
                                out.add(
                                        new Page.Part(
                                                "groups",
                                                "The groups",
                                                () -> Beside.groups(html, dossier, g))));
        out.add(
                new Page.Part(
                        "people",
                        "Who the patients are",
                        () -> People.demographics(html, dossier, citations)));
        if (dossier.header().fields().stream().anyMatch(f -> f.role() == Field.Role.OBSERVATION)) {
            out.add(
                    new Page.Part(
                            "observations",
                            "Observations",
                            () -> Observations.write(html, dossier, citations)));
        }
        boolean more =
                !found.categories(Field.Role.CONDITION).isEmpty()
                        || !found.categories(Field.Role.MEDICATION).isEmpty();
        if (more) {
            out.add(
                    new Page.Part(
                            "conditions",
                            "Conditions and medications",
                            () -> People.conditions(html, dossier, citations)));
        }
        found.correlations()
                .ifPresent(
                        c ->
                                out.add(
                                        new Page.Part(
                                                "correlations",
                                                "How observations move together",
                                                () -> Fidelity.correlations(html, c))));
        found.histories()
                .ifPresent(
                        h ->
                                out.add(
                                        new Page.Part(
                                                "history",
                                                "Before the index visit",
                                                () -> HistoryTable.write(html, h))));
        out.add(
                new Page.Part(
                        "reality",
                        "How far from reality",
                        () -> Fidelity.reality(html, found.reality(), found.referenceRows())));
        if (!found.rules().isEmpty()) {
            out.add(
                    new Page.Part(
                            "rules",
                            "Rules that must hold",
                            () -> Fidelity.rules(html, found.rules())));
        }
        out.add(
                new Page.Part(
                        "provenance",
                        "Where each column comes from",
                        () -> Provenance.columns(html, dossier, citations)));
        out.add(new Page.Part("sources", "Sources", () -> Provenance.sources(html, citations)));
        if (!StudyFigures.kinds(dossier).isEmpty()) {
            out.add(
                    new Page.Part(
                            "studies",
                            "Recordings and images",
                            () -> StudyFigures.write(html, dossier)));
        }
        if (!citations.guidelines().isEmpty()) {
            out.add(
                    new Page.Part(
                            "guidelines",
                            "Guidelines",
                            () -> Provenance.guidelines(html, citations)));
        }
        out.add(new Page.Part("privacy", "Privacy", () -> Closing.privacy(html, citations)));
        out.add(new Page.Part("methods", "Methods", () -> Closing.methods(html, dossier)));
        out.add(new Page.Part("limits", "Limits", () -> Closing.limits(html, citations)));
        return out;
    }
}
