package org.anamnesis.learn;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.UnitNames;

/**
 * What a table of several rows a patient adds to the one row: a column for each thing that some row
 * is about, named as in the analysis table that {@code generate} writes.
 *
 * @param part the table
 * @param names of the added columns by what a row is about
 * @param otherwise what stands there if no row of the patient is about it
 */
record FolderColumns(FolderPart part, Kind kind, Map<String, String> names, String otherwise) {
    /** The tables that are spread out. */
    enum Kind {
        /** Yes or no for each diagnosis. */
        CONDITIONS("conditions", "condition"),
        /** The ingredient for each class of drugs. */
        MEDICATIONS("medications", "drug_class,ingredient"),
        /** The value of each observation, in its unit. */
        OBSERVATIONS("observations", "observation,value,value_text,unit");

        private final String table;
        private final String needed;

        Kind(String table, String needed) {
            this.table = table;
            this.needed = needed;
        }

        String table() {
            return table;
        }

        /** Columns without which a table is another one of the same name. */
        List<String> needed() {
            return List.of(needed.split(","));
        }
    }

    /** Looks through the table for what its rows are about, beside columns that are there. */
    static FolderColumns of(FolderPart part, Kind kind, Set<String> there) throws IOException {
        Set<List<String>> about = new LinkedHashSet<>();
        int unit = part.at("unit");
        int what = part.at(kind.needed().get(0));
        try (FolderPart.Rows rows = part.open()) {
            for (var row = rows.row(); row.isPresent(); row = rows.row()) {
                List<String> r = row.get();
                about.add(List.of(r.get(what), unit < 0 ? "" : r.get(unit)));
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (List<String> a : about) {
            String name = name(kind, a.get(0), a.get(1));
            if (names.containsKey(a.get(0))) {
                throw part.wrong("%s stands there in several units.".formatted(a.get(0)));
            }
            if (!there.contains(name)) {
                names.put(a.get(0), name);
            }
        }
        String otherwise =
                switch (kind) {
                    case CONDITIONS -> "no";
                    case MEDICATIONS -> NONE;
                    case OBSERVATIONS -> "";
                };
        return new FolderColumns(part, kind, names, otherwise);
    }

    /** Stands where no drug of a class is taken, which is no missing value. */
    static final String NONE = "none";

    /** What is no longer taken. */
    private static final String STOPPED = "stopped";

    /** Header of a column that tells what of a class of drugs is taken. */
    static boolean isDrug(String name) {
        return name.startsWith("takes_");
    }

    /** The answer of who has no such diagnosis or drug; empty for other columns. */
    static Optional<String> nobody(String column) {
        if (isDrug(column)) {
            return Optional.of(NONE);
        }
        return column.startsWith("has_") ? Optional.of("no") : Optional.empty();
    }

    private static String name(Kind kind, String about, String unit) {
        return switch (kind) {
            case CONDITIONS -> "has_" + snake(about);
            case MEDICATIONS -> "takes_" + snake(drugClass(about));
            case OBSERVATIONS ->
                    Measurands.bundled()
                            .find(about)
                            .filter(m -> m.unit().equals(unit))
                            .map(Measurand::column)
                            .orElse(about + (unit.isEmpty() ? "" : "_" + UnitNames.part(unit)));
        };
    }

    private static String snake(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "_").replaceAll("_$", "");
    }

    /** The id of a class, which its rows name in full, without its prefix. */
    private static String drugClass(String name) {
        Optional<Concept> found =
                Catalogue.bundled().concepts(Concept.Kind.DRUG_CLASS).stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst();
        return found.map(c -> c.id().replace(Concepts.CLASS, "")).orElse(name);
    }

    /** The cells of a patient with these rows, in the order of {@link #names}. */
    List<String> cells(List<List<String>> rows) {
        Map<String, String> cells = new LinkedHashMap<>();
        names.keySet().forEach(a -> cells.put(a, otherwise));
        int status = kind == Kind.MEDICATIONS ? part.at("status") : -1;
        for (List<String> row : rows) {
            if (status >= 0 && row.get(status).equals(STOPPED)) {
                continue; // taken before, not at the index visit
            }
            String about = row.get(part.at(kind.needed().get(0)));
            String cell =
                    switch (kind) {
                        case CONDITIONS -> "yes";
                        case MEDICATIONS -> row.get(part.at("ingredient"));
                        case OBSERVATIONS -> value(row);
                    };
            boolean second =
                    kind == Kind.MEDICATIONS && !cells.getOrDefault(about, NONE).equals(NONE);
            cells.computeIfPresent(about, (a, was) -> second ? was + " + " + cell : cell);
        }
        return List.copyOf(cells.values());
    }

    private String value(List<String> row) {
        String number = row.get(part.at("value"));
        return number.isEmpty() ? row.get(part.at("value_text")) : number;
    }
}
