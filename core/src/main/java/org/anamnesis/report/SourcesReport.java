package org.anamnesis.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.evaluate.Words;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.evidence.Source;

/** Who says so, as {@code sources.md} for people and {@code sources.json} for programs. */
public final class SourcesReport {
    private SourcesReport() {}

    /** Columns, sources, guidelines, assumptions; ends with a line feed. */
    public static String markdown(Dossier dossier) {
        Citations citations = new Citations(dossier);
        StringBuilder out = new StringBuilder();
        out.append("# Sources: ").append(Markdown.text(Opening.title(dossier))).append("\n\n");
        out.append("**").append(Opening.WARNING).append(".**\n\n");
        out.append("Request: ").append(Markdown.text(dossier.understanding().request()));
        out.append("\n\n## Confidence\n\n");
        for (Trust trust : Trust.values()) {
            out.append("- **").append(trust.word()).append("**: ").append(trust.meaning());
            out.append('\n');
        }
        columns(out, dossier, citations);
        sources(out, citations);
        guidelines(out, citations);
        out.append("\n## Assumptions\n\n");
        for (String assumption : dossier.understanding().assumed()) {
            out.append("- ").append(Markdown.text(assumption)).append('\n');
        }
        for (Origin origin : Origin.all(dossier)) {
            if (origin.trust() == Trust.ASSUMED) {
                out.append("- Column ").append(Markdown.text(origin.field().name())).append(": ");
                out.append(Markdown.text(origin.field().provenance())).append('\n');
            }
        }
        out.append("\n## How to cite\n\n").append(Markdown.text(Closing.citation(dossier)));
        return out.append('\n').toString();
    }

    private static void columns(StringBuilder out, Dossier dossier, Citations citations) {
        out.append("\n## Columns\n\n");
        out.append("| column | meaning | unit | how made | population | years | n | sources |");
        out.append(" confidence |\n|---|---|---|---|---|---|---|---|---|\n");
        for (Origin origin : Origin.all(dossier)) {
            List<String> numbers =
                    origin.sources().stream()
                            .flatMap(id -> citations.number(id).stream())
                            .map(n -> "\\[" + n + "\\]")
                            .toList();
            List<String> cells =
                    List.of(
                            Markdown.text(origin.field().name()),
                            Markdown.text(origin.field().label()),
                            Markdown.text(origin.field().unit()),
                            Markdown.text(origin.field().provenance()),
                            Markdown.text(origin.population()),
                            Markdown.text(origin.period()),
                            origin.n().isPresent() ? Words.count(origin.n().getAsLong()) : "",
                            String.join(" ", numbers),
                            origin.trust().word());
            out.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
    }

    private static void sources(StringBuilder out, Citations citations) {
        out.append("\n## Sources\n\n");
        for (String id : citations.ids()) {
            out.append(citations.number(id).orElseThrow()).append(". ");
            Optional<Source> source = citations.source(id);
            if (source.isEmpty()) {
                out.append(Markdown.text(id)).append(": not in the list of sources, unverified\n");
                continue;
            }
            Source s = source.get();
            out.append(Markdown.text(s.title() + ". " + s.publisher() + ", " + s.year() + "."));
            out.append(s.url().isEmpty() ? "" : " " + Markdown.link(s.url()));
            out.append(" Licence: ").append(Markdown.text(s.licence()));
            out.append(". Taken: ").append(Markdown.text(s.taken()));
            out.append(". Seen: ").append(Markdown.text(s.access())).append(".\n");
        }
    }

    private static void guidelines(StringBuilder out, Citations citations) {
        if (citations.guidelines().isEmpty()) {
            return;
        }
        out.append("\n## Guidelines\n\n");
        for (Guideline g : citations.guidelines()) {
            out.append("- ").append(Markdown.text(g.name() + ", " + g.organisation()));
            out.append(' ').append(Markdown.text(g.year()));
            citations.number(g.source()).ifPresent(n -> out.append(" \\[").append(n).append("\\]"));
            out.append(" (").append(Trust.of(g.confidence()).word()).append(')');
            List<String> rules = new ArrayList<>(g.criteria());
            rules.addAll(g.targets());
            out.append(rules.isEmpty() ? "" : ": " + Markdown.text(String.join("; ", rules)));
            out.append('\n');
        }
    }

    /** The same as one JSON object; ends with a line feed. */
    public static String json(Dossier dossier) {
        Citations citations = new Citations(dossier);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", Opening.title(dossier));
        root.put("synthetic", true);
        root.put("request", dossier.understanding().request());
        root.put("assumptions", dossier.understanding().assumed());
        root.put("columns", Origin.all(dossier).stream().map(SourcesReport::column).toList());
        root.put("sources", citations.ids().stream().map(id -> source(id, citations)).toList());
        root.put(
                "guidelines",
                citations.guidelines().stream().map(SourcesReport::guideline).toList());
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(root).replace("\r", "")
                    + "\n";
        } catch (IOException impossible) {
            throw new IllegalStateException("maps and lists are always JSON", impossible);
        }
    }

    private static Map<String, Object> column(Origin origin) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("column", origin.field().name());
        out.put("id", origin.field().id());
        out.put("meaning", origin.field().label());
        out.put("unit", origin.field().unit());
        out.put("how_made", origin.field().provenance());
        out.put("population", origin.population());
        out.put("period", origin.period());
        origin.n().ifPresent(n -> out.put("n", n));
        out.put("sources", origin.sources());
        out.put("confidence", origin.trust().word());
        return out;
    }

    private static Map<String, Object> source(String id, Citations citations) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("number", citations.number(id).orElseThrow());
        citations
                .source(id)
                .ifPresentOrElse(
                        s -> {
                            out.put("title", s.title());
                            out.put("publisher", s.publisher());
                            out.put("year", s.year());
                            out.put("url", s.url());
                            out.put("licence", s.licence());
                            out.put("taken", s.taken());
                            out.put("access", s.access());
                        },
                        () -> out.put("confidence", Trust.UNVERIFIED.word()));
        return out;
    }

    private static Map<String, Object> guideline(Guideline g) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", g.name());
        out.put("organisation", g.organisation());
        out.put("year", g.year());
        out.put("criteria", g.criteria());
        out.put("targets", g.targets());
        out.put("source", g.source());
        out.put("confidence", Trust.of(g.confidence()).word());
        return out;
    }
}
