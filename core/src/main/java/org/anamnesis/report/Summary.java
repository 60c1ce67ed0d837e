package org.anamnesis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.anamnesis.evaluate.Words;
import org.anamnesis.evidence.Guideline;
import org.anamnesis.evidence.Source;

/** "Where the numbers come from", for the terminal: always five lines. */
public final class Summary {
    private static final int LINES = 5;

    private Summary() {}

    /**
     * Most used source; the others; what a published distribution says; guidelines; what is not
     * verified or assumed.
     */
    public static List<String> lines(Dossier dossier) {
        Citations citations = new Citations(dossier);
        List<Origin> origins = Origin.all(dossier);
        List<String> out = new ArrayList<>();
        out.addAll(sources(origins, citations));
        out.add(population(origins, dossier));
        out.add(guidelines(citations));
        out.add(trust(origins));
        if (out.size() != LINES) {
            throw new IllegalStateException(out.size() + " lines");
        }
        return out.stream().map(Summary::oneLine).toList();
    }

    private static List<String> sources(List<Origin> origins, Citations citations) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (Origin origin : origins) {
            for (String id : origin.sources()) {
                columns.merge(id, 1, Integer::sum);
            }
        }
        columns.remove(Trust.RECALLED);
        List<String> byUse =
                columns.keySet().stream()
                        .sorted(Comparator.comparing((String id) -> -columns.get(id)))
                        .toList();
        if (byUse.isEmpty()) {
            return List.of("No column rests on a published source.", "No other source.");
        }
        String first = byUse.get(0);
        List<String> others = byUse.subList(1, byUse.size());
        String more =
                others.stream()
                        .limit(3)
                        .map(id -> name(id, citations) + " (" + columns(columns.get(id)) + ")")
                        .collect(Collectors.joining("; "));
        int rest = others.size() - 3;
        return List.of(
                columns(columns.get(first))
                        + " of "
                        + origins.size()
                        + " from "
                        + name(first, citations)
                        + citations
                                .source(first)
                                .map(Source::url)
                                .filter(u -> !u.isEmpty())
                                .map(u -> " " + u)
                                .orElse(""),
                others.isEmpty()
                        ? "No other source."
                        : "Also " + more + (rest > 0 ? "; and " + rest + " more" : ""));
    }

    private static String name(String id, Citations citations) {
        return citations
                .source(id)
                .map(s -> s.title() + " (" + s.publisher() + ", " + s.year() + ")")
                .orElse(id + " (not in the list of sources)");
    }

    private static String columns(int n) {
        return n == 1 ? "1 column" : n + " columns";
    }

    private static String population(List<Origin> origins, Dossier dossier) {
        List<Origin> counted = origins.stream().filter(o -> o.n().isPresent()).toList();
        String rows =
                Words.count(dossier.evaluation().referenceRows())
                        + " rows of the reference population meet the request";
        if (counted.isEmpty()) {
            return rows;
        }
        long least = counted.stream().mapToLong(o -> o.n().getAsLong()).min().orElseThrow();
        long most = counted.stream().mapToLong(o -> o.n().getAsLong()).max().orElseThrow();
        Origin first = counted.get(0);
        return rows
                + "; published beside it: "
                + Provenance.population(first.population(), first.period(), OptionalLong.empty())
                + ", "
                + Words.count(least)
                + (least == most ? "" : " to " + Words.count(most))
                + " persons a column";
    }

    private static String guidelines(Citations citations) {
        List<String> names =
                citations.guidelines().stream().map(Summary::guideline).distinct().toList();
        return names.isEmpty()
                ? "No guideline was used."
                : "Guidelines: " + String.join("; ", names);
    }

    private static String guideline(Guideline g) {
        String mark = Trust.of(g.confidence()) == Trust.UNVERIFIED ? " (unverified)" : "";
        return g.organisation() + " " + g.year() + mark;
    }

    private static String trust(List<Origin> origins) {
        Map<Trust, Long> count =
                origins.stream()
                        .collect(Collectors.groupingBy(Origin::trust, Collectors.counting()));
        List<String> parts = new ArrayList<>();
        for (Trust trust : Trust.values()) {
            if (count.containsKey(trust)) {
                parts.add(count.get(trust) + " " + trust.word());
            }
        }
        return "Confidence by column: " + String.join(", ", parts) + "; in full: sources.md";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
