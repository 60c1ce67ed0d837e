package org.anamnesis.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.cohort.Field;
import org.anamnesis.evaluate.Comparison;
import org.anamnesis.evaluate.Evaluation;

/** One page with everything: no network, no script; reads on paper and on a telephone. */
public final class HtmlReport {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private HtmlReport() {}

    private record Part(String id, String title, Runnable body) {}

    /** Writes the page, UTF-8 when the writer is. */
    public static void write(Dossier dossier, Appendable out) throws IOException {
        Html html = new Html();
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.leaf("title", Opening.title(dossier) + " (synthetic)");
        html.style(Stylesheet.CSS).close();
        html.open("body");
        Legend.hatching(html);
        html.open("header");
        Opening.write(html, dossier);
        html.close();
        List<Part> parts = parts(html, dossier, new Citations(dossier));
        html.open("nav", "aria-label", "Contents").open("ul");
        for (Part part : parts) {
            html.open("li").link("#" + part.id(), part.title()).close();
        }
        html.close(2).open("main");
        for (Part part : parts) {
            html.open("section", "aria-labelledby", part.id());
            html.leaf("h2", part.title(), "id", part.id());
            part.body().run();
            html.close();
        }
        html.close().open("footer");
        html.leaf(
                "p",
                "Anamnesis " + dossier.version() + ". " + Opening.WARNING + ".",
                "class",
                "soft");
        html.close(3);
        out.append(html.page()).append('\n');
    }

    private static List<Part> parts(Html html, Dossier dossier, Citations citations) {
        Evaluation found = dossier.evaluation();
        List<Part> out = new ArrayList<>();
        out.add(new Part("asked", "What was asked", () -> Opening.asked(html, dossier)));
        out.add(
                new Part(
                        "adherence",
                        "Asked and achieved",
                        () -> AdherenceTable.write(html, dossier)));
        dossier.baseline()
                .ifPresent(
                        b ->
                                out.add(
                                        new Part(
                                                "what-if",
                                                "What if",
                                                () ->
                                                        Beside.whatIf(
                                                                html, Comparison.of(b, found)))));
        found.groups()
                .ifPresent(
                        g ->
                                out.add(
                                        new Part(
                                                "groups",
                                                "The groups",
                                                () -> Beside.groups(html, dossier, g))));
        out.add(
                new Part(
                        "people",
                        "Who the patients are",
                        () -> People.demographics(html, dossier, citations)));
        if (dossier.header().fields().stream().anyMatch(f -> f.role() == Field.Role.OBSERVATION)) {
            out.add(
                    new Part(
                            "observations",
                            "Observations",
                            () -> Observations.write(html, dossier, citations)));
        }
        boolean more =
                !found.categories(Field.Role.CONDITION).isEmpty()
                        || !found.categories(Field.Role.MEDICATION).isEmpty();
        if (more) {
            out.add(
                    new Part(
                            "conditions",
                            "Conditions and medications",
                            () -> People.conditions(html, dossier, citations)));
        }
        found.correlations()
                .ifPresent(
                        c ->
                                out.add(
                                        new Part(
                                                "correlations",
                                                "How observations move together",
                                                () -> Fidelity.correlations(html, c))));
        out.add(
                new Part(
                        "reality",
                        "How far from reality",
                        () -> Fidelity.reality(html, found.reality(), found.referenceRows())));
        if (!found.rules().isEmpty()) {
            out.add(
                    new Part(
                            "rules",
                            "Rules that must hold",
                            () -> Fidelity.rules(html, found.rules())));
        }
        out.add(
                new Part(
                        "provenance",
                        "Where each column comes from",
                        () -> Provenance.columns(html, dossier, citations)));
        out.add(new Part("sources", "Sources", () -> Provenance.sources(html, citations)));
        if (!citations.guidelines().isEmpty()) {
            out.add(
                    new Part(
                            "guidelines",
                            "Guidelines",
                            () -> Provenance.guidelines(html, citations)));
        }
        out.add(new Part("privacy", "Privacy", () -> Closing.privacy(html, citations)));
        out.add(new Part("methods", "Methods", () -> Closing.methods(html, dossier)));
        out.add(new Part("limits", "Limits", () -> Closing.limits(html, citations)));
        return out;
    }
}
