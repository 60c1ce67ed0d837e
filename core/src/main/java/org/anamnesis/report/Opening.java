package org.anamnesis.report;

import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.cohort.Field;
import org.anamnesis.evaluate.Adherence;
import org.anamnesis.evaluate.Evaluation;
import org.anamnesis.evaluate.NumberFinding;
import org.anamnesis.evaluate.Words;
import org.anamnesis.spec.Populations;

/** Title, warning, the main figures, and how the request was taken. */
final class Opening {
    static final String WARNING = "Synthetic — not real patients, not for clinical decisions";

    private Opening() {}

    static String title(Dossier dossier) {
        return Words.count(dossier.evaluation().patients())
                + " synthetic patients: "
                + dossier.conditionName().orElse("general population");
    }

    static void write(Html html, Dossier dossier) {
        html.leaf("h1", title(dossier));
        html.leaf("p", WARNING, "class", "warning");
        html.leaf("blockquote", dossier.understanding().request());
        glance(html, dossier);
    }

    static void asked(Html html, Dossier dossier) {
        Understanding how = dossier.understanding();
        html.open("div", "class", "columns");
        part(html, "Understood", how.understood(), "Nothing was read from words.");
        part(html, "Assumed", how.assumed(), "Nothing was assumed.");
        if (!how.ignored().isEmpty()) {
            part(html, "Not used", how.ignored(), "");
        }
        html.close();
        html.open("p", "class", "soft");
        html.text("Population: ").text(Populations.inWords(dossier.spec().population()));
        html.text(". Index date: ").text(dossier.header().indexDate().toString());
        html.text(". Engine: ").text(dossier.spec().engine());
        html.text(". Seed: ").text(Long.toString(dossier.spec().seed()));
        html.text(". The same specification makes the same patients again.").close();
    }

    private static void part(Html html, String title, List<String> sentences, String none) {
        html.open("div").leaf("h3", title);
        if (sentences.isEmpty()) {
            html.leaf("p", none, "class", "soft");
        } else {
            Marks.list(html, sentences);
        }
        html.close();
    }

    private static void glance(Html html, Dossier dossier) {
        Evaluation found = dossier.evaluation();
        List<NumberFinding> observations = found.numbers(Field.Role.OBSERVATION);
        html.open("dl", "class", "glance");
        figure(html, "Patients", Words.count(found.patients()), "one row each");
        long count =
                dossier.header().fields().stream()
                        .filter(f -> f.role() == Field.Role.OBSERVATION && f.analysis())
                        .count();
        figure(html, "Observations", Words.count(count), "beside demographics");
        long met =
                found.adherence().stream()
                        .filter(a -> a.verdict() == Adherence.Verdict.MET)
                        .count();
        figure(html, "Asked and met", met + " of " + found.adherence().size(), "lines below");
        figure(
                html,
                "Rules broken",
                Words.count(found.rulesBroken()) + (found.rulesBroken() == 0 ? " ✓" : " ✗"),
                "rows, over " + found.rules().size() + " rules");
        OptionalDouble mean =
                observations.stream().flatMapToDouble(o -> o.distance().stream()).average();
        mean.ifPresent(
                d ->
                        figure(
                                html,
                                "Mean KS distance",
                                Words.number(d, 3),
                                "to the reference; 0 = same"));
        found.correlations()
                .map(c -> c.largest().difference())
                .filter(d -> !d.isNaN())
                .ifPresent(
                        d ->
                                figure(
                                        html,
                                        "Largest correlation gap",
                                        Words.number(d, 2),
                                        "Spearman, to the reference"));
        html.close();
    }

    private static void figure(Html html, String name, String value, String note) {
        html.open("div").leaf("dt", name).open("dd").text(value).leaf("small", note).close(2);
    }
}
