package org.anamnesis.report;

import java.util.List;
import java.util.OptionalDouble;
import org.anamnesis.cohort.Field;
import org.anamnesis.evaluate.CategoryFinding;
import org.anamnesis.evaluate.Distribution;
import org.anamnesis.evaluate.NumberFinding;
import org.anamnesis.evaluate.Words;
import org.anamnesis.evidence.Marginal;

/** A card with a chart for each observation. */
final class Observations {
    private Observations() {}

    static void write(Html html, Dossier dossier, Citations citations) {
        html.leaf(
                "p",
                "Height is the share of people per unit of the axis. KS is the Kolmogorov–Smirnov"
                        + " distance between cohort and reference population (0 = the same"
                        + " distribution, 1 = no overlap); differences of means are in standard"
                        + " deviations (SD) of what they are compared with. When the request sets"
                        + " targets, the cohort is meant to differ.");
        Legend.write(html, true);
        html.open("div", "class", "cards");
        for (NumberFinding found : dossier.evaluation().numbers(Field.Role.OBSERVATION)) {
            card(html, found, citations, dossier);
        }
        for (CategoryFinding found : dossier.evaluation().categories(Field.Role.OBSERVATION)) {
            People.category(html, found, citations, dossier);
        }
        html.close();
    }

    static void card(Html html, NumberFinding found, Citations citations, Dossier dossier) {
        Field field = found.field();
        html.open(
                "section",
                "class",
                "card",
                "id",
                "column-" + dossier.header().fields().indexOf(field));
        html.open("h3").text(field.label());
        if (!field.unit().isEmpty()) {
            html.leaf("span", " " + Words.unit(field.unit()), "class", "soft");
        }
        html.close();
        HistogramChart.write(html, found);
        figures(html, found, citations);
        html.open("p").text(people(found));
        found.published().ifPresent(p -> Marks.trust(html.text(" "), Trust.of(p.confidence())));
        html.close();
        band(html, found, citations);
        sources(html, field, citations, dossier);
        html.close();
    }

    /** Badges of the column's own sources. */
    static void sources(Html html, Field field, Citations citations, Dossier dossier) {
        Origin origin = Origin.of(field, dossier);
        html.open("p", "class", "soft").text("Values: ");
        for (String id : origin.sources()) {
            citations.number(id).ifPresent(n -> html.link("#source-" + n, "[" + n + "]").text(" "));
        }
        Marks.trust(html, origin);
        html.close();
    }

    /** The same figures of each population, one below the other. */
    private static void figures(Html html, NumberFinding found, Citations citations) {
        int d = found.field().decimals();
        html.open("table", "class", "figures").open("thead").open("tr").leaf("td", "");
        for (String head : List.of("mean (SD)", "median", "5–95 %")) {
            html.leaf("th", head, "scope", "col");
        }
        html.close(2).open("tbody");
        row(html, "Cohort", found.cohort(), d);
        found.reference().ifPresent(r -> row(html, "Reference", r, d));
        found.published().ifPresent(p -> published(html, p, d, citations));
        found.everyoneMean()
                .ifPresent(
                        m -> {
                            html.open("tr").leaf("th", "All adults", "scope", "row");
                            html.leaf("td", Words.number(m, d + 1)).leaf("td", "").leaf("td", "");
                            html.close();
                        });
        html.close(2);
    }

    private static void row(Html html, String who, Distribution of, int d) {
        html.open("tr").leaf("th", who, "scope", "row");
        html.leaf("td", meanAndSd(of.mean(), OptionalDouble.of(of.sd()), d));
        html.leaf("td", Words.number(of.p50(), d));
        html.leaf("td", Words.number(of.p05(), d) + "–" + Words.number(of.p95(), d)).close();
    }

    private static void published(Html html, Marginal p, int d, Citations citations) {
        Trust trust = Trust.of(p.confidence());
        html.open("tr").open("th", "scope", "row");
        html.text(trust == Trust.UNVERIFIED ? "Recalled " : "Published ");
        citations.number(p.source()).ifPresent(n -> html.link("#source-" + n, "[" + n + "]"));
        html.close().leaf("td", meanAndSd(p.mean(), p.sd(), d));
        html.leaf("td", p.p50().isPresent() ? Words.number(p.p50().getAsDouble(), d) : "");
        boolean both = p.p05().isPresent() && p.p95().isPresent();
        html.leaf(
                "td",
                both
                        ? Words.number(p.p05().getAsDouble(), d)
                                + "–"
                                + Words.number(p.p95().getAsDouble(), d)
                        : "");
        html.close();
    }

    private static String meanAndSd(double mean, OptionalDouble sd, int d) {
        return Words.number(mean, d + 1)
                + (sd.isPresent() ? " (" + Words.number(sd.getAsDouble(), d + 1) + ")" : "");
    }

    private static String people(NumberFinding found) {
        StringBuilder out = new StringBuilder("n " + Words.count(found.cohort().n()));
        if (found.cohort().missing() > 0) {
            out.append(", missing ").append(Words.count(found.cohort().missing()));
        }
        found.distance().ifPresent(x -> out.append("; KS ").append(Words.number(x, 3)));
        found.fromReference()
                .ifPresent(
                        x ->
                                out.append("; mean ")
                                        .append(Marks.signed(x, 2))
                                        .append(" SD of reference"));
        found.fromPublished()
                .ifPresent(
                        x ->
                                out.append(", ")
                                        .append(Marks.signed(x, 2))
                                        .append(" SD of the published mean"));
        double beyond = 1 - found.cohort().shares().stream().mapToDouble(x -> x).sum();
        if (beyond > 0.0005 && found.cohort().n() > 0) {
            out.append("; beyond the axis ").append(Marks.percent(beyond));
        }
        found.published()
                .ifPresent(
                        p -> {
                            String who = Provenance.population(p.population(), p.period(), p.n());
                            out.append(who.isEmpty() ? "" : "; published: " + who);
                        });
        return out.append('.').toString();
    }

    private static void band(Html html, NumberFinding found, Citations citations) {
        found.band()
                .ifPresent(
                        b -> {
                            html.open("p").text(b.label() + ": ");
                            found.cohortInBand()
                                    .ifPresent(
                                            s ->
                                                    html.text(
                                                            Marks.percent(s)
                                                                    + " of patients within"));
                            found.referenceInBand()
                                    .ifPresent(s -> html.text(", reference " + Marks.percent(s)));
                            html.text(" ");
                            Marks.source(html, citations, b.source(), Trust.of(b.confidence()));
                            html.close();
                        });
    }
}
