package org.anamnesis.report;

import java.io.IOException;
import org.anamnesis.cohort.Field;
import org.anamnesis.evaluate.Comparison;
import org.anamnesis.evaluate.Evaluation;

/**
 * The pictures and tables of a sample, to stand within another page: no style, no script; every
 * number's badge leads to its source at the end.
 */
public final class PreviewFragment {
    /**
     * Its look, for a page that defines the colours --cohort, --fill, --reference, --line, --ink,
     * --soft, --paper, --good and --bad.
     */
    public static final String STYLE = Stylesheet.FIGURES;

    private PreviewFragment() {}

    /**
     * Writes the fragment.
     *
     * @param dossier what was found out about the sample
     */
    public static void write(Dossier dossier, Appendable out) throws IOException {
        Html html = Html.fragment();
        Evaluation found = dossier.evaluation();
        Citations citations = new Citations(dossier);
        Legend.hatching(html);
        part(html, "Asked and achieved", () -> AdherenceTable.write(html, dossier));
        dossier.baseline()
                .ifPresent(
                        b ->
                                part(
                                        html,
                                        "What if",
                                        () -> Beside.whatIf(html, Comparison.of(b, found))));
        found.groups()
                .ifPresent(g -> part(html, "The groups", () -> Beside.groups(html, dossier, g)));
        part(html, "Who the patients are", () -> People.demographics(html, dossier, citations));
        if (dossier.header().fields().stream().anyMatch(f -> f.role() == Field.Role.OBSERVATION)) {
            part(html, "Observations", () -> Observations.write(html, dossier, citations));
        }
        part(html, "Conditions and medications", () -> People.conditions(html, dossier, citations));
        found.correlations()
                .ifPresent(
                        c ->
                                part(
                                        html,
                                        "How observations move together",
                                        () -> Fidelity.correlations(html, c)));
        part(
                html,
                "How far from reality",
                () -> Fidelity.reality(html, found.reality(), found.referenceRows()));
        html.open("details", "class", "cited").leaf("summary", "Sources of these numbers");
        Provenance.sources(html, citations);
        html.close();
        out.append(html.page());
    }

    private static void part(Html html, String title, Runnable body) {
        html.open("section", "class", "part").leaf("h3", title, "class", "title");
        body.run();
        html.close();
    }
}
