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
import org.anamnesis.evidence.Marginal;
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
        out.add(population(dossier));
        out.add(guidelines(citations));
        out.add(trust(origins));
        if (out.size() != LINES) {
            throw new IllegalStateException(out.size() + " lines");
        }
        return out.stream().map(Summary::oneLine).toList();
    }

    private static List<String> sources(List<Origin> origins, Citations citations) {
        Map<String, List<Origin>> users = new LinkedHashMap<>();
        for (Origin origin : origins) {
            for (String id : origin.sources()) {
                users.computeIfAbsent(id, x -> new ArrayList<>()).add(origin);
            }
        }
        users.remove(Trust.RECALLED);
        List<String> byUse =
                users.keySet().stream()
                        .sorted(Comparator.comparing((String id) -> -users.get(id).size()))
                        .toList();
        if (byUse.isEmpty()) {
            return List.of("No column rests on a published source.", "No other source.");
        }
        String first = byUse.get(0);
        List<String> others = byUse.subList(1, byUse.size());
        String more =
                others.stream()
                        .limit(3)
                        .map(id -> name(id, citations) + " (" + counted(users.get(id)) + ")")
                        .collect(Collectors.joining("; "));
        int rest = others.size() - 3;
        return List.of(
                counted(users.get(first), origins)
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

    /** What a reader can count in the files. */
    private enum Kind {
        COLUMN("column", "columns", " of the cohort table beside patient_id"),
        DIAGNOSIS("diagnosis", "diagnoses", " of the conditions table"),
        DRUG("drug class", "drug classes", " of the medications table"),
        OTHER("entry", "entries", " of the other tables");

        private final String one;
        private final String several;
        private final String where;

        Kind(String one, String several, String where) {
            this.one = one;
            this.several = several;
            this.where = where;
        }

        static Kind of(Origin origin) {
            return switch (origin.table()) {
                case "cohort" -> COLUMN;
                case "conditions" -> DIAGNOSIS;
                case "medications" -> DRUG;
                default -> OTHER;
            };
        }

        static long count(Kind kind, List<Origin> origins) {
            return origins.stream().filter(o -> of(o) == kind).count();
        }

        String named(long n) {
            return n == 1 ? one : several;
        }
    }

    /** "2 drug classes". */
    private static String counted(List<Origin> origins) {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long n = Kind.count(kind, origins);
            if (n > 0) {
                parts.add(n + " " + kind.named(n));
            }
        }
        return String.join(", ", parts);
    }

    /** "28 of 28 columns of the cohort table beside patient_id, 16 of 17 diagnoses ...". */
    private static String counted(List<Origin> some, List<Origin> all) {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long n = Kind.count(kind, all);
            if (n > 0) {
                parts.add(Kind.count(kind, some) + " of " + n + " " + kind.named(n) + kind.where);
            }
        }
        return String.join(", ", parts);
    }

    private static String name(String id, Citations citations) {
        return citations
                .source(id)
                .map(s -> s.title() + " (" + s.publisher() + ", " + s.year() + ")")
                .orElse(id + " (not in the list of sources)");
    }

    private static String population(Dossier dossier) {
        String rows =
                Words.count(dossier.evaluation().referenceRows())
                        + " rows of the reference population meet the request";
        List<Marginal> counted =
                dossier.evaluation().numbers().stream()
                        .flatMap(f -> f.published().stream())
                        .filter(p -> p.n().isPresent())
                        .toList();
        if (counted.isEmpty()) {
            return rows;
        }
        Marginal first = counted.get(0);
        List<Marginal> alike =
                counted.stream()
                        .filter(p -> p.population().equals(first.population()))
                        .filter(p -> p.period().equals(first.period()))
                        .toList();
        long least = alike.stream().mapToLong(p -> p.n().getAsLong()).min().orElseThrow();
        long most = alike.stream().mapToLong(p -> p.n().getAsLong()).max().orElseThrow();
        return rows
                + "; published beside it: "
                + Provenance.population(first.population(), first.period(), OptionalLong.empty())
                + ", "
                + Words.count(least)
                + (least == most ? "" : " to " + Words.count(most))
                + " persons a column";
    }

    private static String guidelines(Citations citations) {
        List<String> names = new ArrayList<>();
        citations.editions().forEach((edition, entries) -> names.add(edition + checked(entries)));
        return names.isEmpty()
                ? "No guideline was used."
                : "Guidelines: " + String.join("; ", names);
    }

    private static String checked(List<Guideline> entries) {
        long unverified =
                entries.stream().filter(g -> Trust.of(g.confidence()) == Trust.UNVERIFIED).count();
        if (unverified == 0) {
            return "";
        }
        return unverified == entries.size()
                ? " (unverified)"
                : " (read in part, the rest unverified)";
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
        long inPart = origins.stream().filter(Origin::inPartAssumed).count();
        return "Confidence: "
                + String.join(", ", parts)
                + (inPart > 0 ? " (" + inPart + " of them in part assumed)" : "")
                + "; each in full: sources.md";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
