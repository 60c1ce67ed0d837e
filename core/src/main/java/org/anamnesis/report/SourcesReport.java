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
        history(out, dossier);
        StudyFigures.markdown(out, dossier);
        out.append("\n## Assumptions\n\n");
        for (String assumption : dossier.understanding().assumed()) {
            out.append("- ").append(Markdown.text(assumption)).append('\n');
        }
        Map<String, List<Origin>> assumed = new LinkedHashMap<>();
        for (Origin origin : Origin.all(dossier)) {
            if (origin.trust() == Trust.ASSUMED) {
                assumed.computeIfAbsent(origin.how(), x -> new ArrayList<>()).add(origin);
            } else if (origin.inPartAssumed()) {
                assumed.computeIfAbsent(
                                origin.field().provenance().assumed(), x -> new ArrayList<>())
                        .add(origin);
            }
        }
        assumed.forEach(
                (what, origins) -> {
                    out.append("- ").append(Markdown.text(what)).append(": ");
                    List<String> places = origins.stream().map(Origin::place).toList();
                    out.append(Markdown.text(String.join(", ", places))).append('\n');
                });
        out.append("\n## How to cite\n\n").append(Markdown.text(Closing.citation(dossier)));
        return out.append('\n').toString();
    }

    private static void history(StringBuilder out, Dossier dossier) {
        if (!dossier.history().isEmpty()) {
            out.append("\n## History before the index visit\n\n");
            dossier.history().forEach(h -> out.append("- ").append(Markdown.text(h)).append('\n'));
        }
        if (!dossier.care().isEmpty()) {
            out.append("\n## What else stands in the records\n\n");
            dossier.care().forEach(c -> out.append("- ").append(Markdown.text(c)).append('\n'));
        }
    }

    private static void columns(StringBuilder out, Dossier dossier, Citations citations) {
        out.append("\n## Columns\n\n");
        out.append("Every column of the table cohort, and every diagnosis and drug class of the");
        out.append(" tables conditions and medications. \"n\" is the number of persons behind the");
        out.append(" published distribution of these values, where there is one.");
        if (citations.number(Closing.SURVEY).isPresent()) {
            out.append(' ').append(Closing.FOUR_FIFTHS);
        }
        out.append("\n\n");
        out.append(
                "| table | column or entry | meaning | unit | how made | population | years | n | sources |");
        out.append(" confidence |\n|---|---|---|---|---|---|---|---|---|---|\n");
        for (Origin origin : Origin.all(dossier)) {
            List<String> numbers =
                    origin.sources().stream()
                            .flatMap(id -> citations.number(id).stream())
                            .sorted()
                            .map(n -> "\\[" + n + "\\]")
                            .toList();
            List<String> cells =
                    List.of(
                            origin.table(),
                            Markdown.text(origin.place()),
                            Markdown.text(origin.field().label()),
                            Markdown.text(Words.unit(origin.field().unit())),
                            Markdown.text(origin.how()),
                            Markdown.text(origin.population()),
                            Markdown.text(origin.period()),
                            origin.n().isPresent() ? Words.count(origin.n().getAsLong()) : "",
                            String.join(" ", numbers),
                            origin.trust().word()
                                    + (origin.inPartAssumed() ? ", in part assumed" : ""));
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
            out.append(". Seen: ").append(Markdown.text(s.access())).append('.');
            out.append(" Id: ").append(Markdown.text(id)).append(".\n");
        }
    }

    private static void guidelines(StringBuilder out, Citations citations) {
        if (citations.guidelines().isEmpty()) {
            return;
        }
        out.append("\n## Guidelines\n\n");
        citations
                .editions()
                .forEach(
                        (edition, entries) -> {
                            String name = entries.get(0).name();
                            out.append("- ").append(Markdown.text(name + ", " + edition));
                            out.append('\n');
                            entries.forEach(g -> guideline(out, citations, name, g));
                        });
    }

    /** What one entry of the evidence says of a guideline, after how far it was checked. */
    private static void guideline(
            StringBuilder out, Citations citations, String edition, Guideline g) {
        out.append("  - ").append(Trust.of(g.confidence()).word());
        citations.number(g.source()).ifPresent(n -> out.append(" \\[").append(n).append("\\]"));
        List<String> rules = new ArrayList<>(g.criteria());
        rules.addAll(g.targets());
        String other = g.name().equals(edition) ? "" : ", " + g.name();
        out.append(Markdown.text(other));
        out.append(rules.isEmpty() ? "" : ": " + Markdown.text(String.join("; ", rules)));
        out.append('\n');
    }

    /** The same as one JSON object; ends with a line feed. */
    public static String json(Dossier dossier) {
        Citations citations = new Citations(dossier);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("title", Opening.title(dossier));
        root.put("synthetic", true);
        root.put("request", dossier.understanding().request());
        root.put("assumptions", dossier.understanding().assumed());
        if (!dossier.history().isEmpty()) {
            root.put("history", dossier.history());
        }
        if (!dossier.care().isEmpty()) {
            root.put("care", dossier.care());
        }
        if (!StudyFigures.kinds(dossier).isEmpty()) {
            root.put("studies", StudyFigures.json(dossier));
        }
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
        out.put("table", origin.table());
        out.put(origin.field().analysis() ? "column" : "rows", origin.place());
        out.put("id", origin.field().id());
        out.put("meaning", origin.field().label());
        out.put("unit", origin.field().unit());
        out.put("how_made", origin.field().provenance().how());
        out.put("population", origin.population());
        out.put("period", origin.period());
        origin.n().ifPresent(n -> out.put("n", n));
        out.put("sources", origin.sources());
        out.put("confidence", origin.trust().word());
        if (origin.inPartAssumed()) {
            out.put("assumed", origin.field().provenance().assumed());
        }
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
