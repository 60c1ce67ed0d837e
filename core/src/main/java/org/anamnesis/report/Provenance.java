package org.anamnesis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.evaluate.Words;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.evidence.Source;

/** Who says so: each column, each source in full, guidelines. */
final class Provenance {
    private Provenance() {}

    static void columns(Html html, Dossier dossier, Citations citations) {
        html.open("ul", "class", "legend");
        Arrays.stream(Trust.values())
                .forEach(
                        t -> {
                            html.open("li");
                            Marks.trust(html, t);
                            html.text(t.meaning()).close();
                        });
        html.close();
        Marks.table(
                html,
                "Every column of the cohort table, and every diagnosis and drug class of the EHR"
                        + " tables: how the values were made and on whose figures they rest. n is"
                        + " the number of persons behind the published distribution, where there"
                        + " is one.",
                "Column or entry",
                "Table",
                "Meaning",
                "How made",
                "Population",
                "Sources");
        for (Origin origin : Origin.all(dossier)) {
            html.open("tr").open("th", "scope", "row").leaf("code", origin.place()).close();
            Marks.cell(html, "Table", origin.table());
            String unit = origin.field().unit();
            Marks.cell(
                    html,
                    "Meaning",
                    origin.field().label() + (unit.isEmpty() ? "" : ", " + Words.unit(unit)));
            Marks.cell(html, "How made", origin.how());
            Marks.cell(
                    html,
                    "Population",
                    population(origin.population(), origin.period(), origin.n()));
            html.open("td", "data-label", "Sources");
            for (String id : origin.sources()) {
                citations
                        .number(id)
                        .ifPresent(n -> html.link("#source-" + n, "[" + n + "]").text(" "));
            }
            Marks.trust(html, origin);
            html.close(2);
        }
        Marks.closeTable(html);
    }

    /**
     * Whose values, when, and how many: "US adults with diagnosed type 2 diabetes, 2011-March 2020,
     * n 3,305".
     */
    static String population(String population, String period, OptionalLong n) {
        List<String> parts = new ArrayList<>();
        if (!population.isEmpty()) {
            parts.add(population);
        }
        if (!period.isEmpty()) {
            parts.add(period.equals("not stated") ? "years not stated" : Origin.years(period));
        }
        n.ifPresent(k -> parts.add("n " + Words.count(k)));
        return String.join(", ", parts);
    }

    static void sources(Html html, Citations citations) {
        html.open("ol", "class", "sources");
        for (String id : citations.ids()) {
            html.open("li", "id", "source-" + citations.number(id).orElseThrow());
            Optional<Source> source = citations.source(id);
            if (source.isPresent()) {
                source(html, source.get());
            } else {
                html.text(id + ": not in the list of sources ");
                Marks.trust(html, Trust.UNVERIFIED);
            }
            html.close();
        }
        html.close();
    }

    private static void source(Html html, Source source) {
        html.leaf("strong", source.title())
                .text(". " + source.publisher() + ", " + source.year() + ". ");
        if (!source.url().isEmpty()) {
            html.link(source.url(), source.url()).text(" ");
        }
        html.open("span", "class", "soft").text("Licence: " + source.licence() + ". ");
        if (!source.taken().isEmpty()) {
            html.text("Taken: " + source.taken() + ". ");
        }
        html.text("Seen: " + source.access() + ".").close();
    }

    static void guidelines(Html html, Citations citations) {
        citations
                .editions()
                .forEach(
                        (edition, entries) -> {
                            html.leaf("h3", entries.get(0).name() + ", " + edition);
                            for (Guideline g : entries) {
                                boolean other = !g.name().equals(entries.get(0).name());
                                part(html, citations, g, other ? g.name() + ". " : "");
                            }
                        });
    }

    /** What one entry of the evidence says, after how far it was checked. */
    private static void part(Html html, Citations citations, Guideline g, String name) {
        html.open("p");
        Marks.source(html, citations, g.source(), Trust.of(g.confidence()));
        html.text(" " + name + sentences("Criteria: ", g.criteria()));
        html.text(sentences("Targets: ", g.targets())).close();
    }

    private static String sentences(String name, List<String> of) {
        return of.isEmpty() ? "" : name + String.join("; ", of) + ". ";
    }
}
