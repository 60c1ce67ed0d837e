package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.measure.UnitConversion;

/** What can be asked for: conditions, observations, drugs and their classes, looked up by words. */
public final class CatalogueSearch {
    /** So many near names are offered where nothing has the words. */
    private static final int NEAR = 5;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}%]+");

    /**
     * Some of the catalogue.
     *
     * @param entries best first, an object each
     * @param total how many there are with those that were left out
     * @param near whether nothing has the words, and these only look like them
     */
    public record Found(List<Map<String, Object>> entries, int total, boolean near) {
        public Found {
            entries = List.copyOf(entries);
        }
    }

    private CatalogueSearch() {}

    /** The kinds that there are: condition, observation, ingredient, drug_class. */
    public static List<String> kinds() {
        return List.of(Concept.Kind.values()).stream().map(CatalogueSearch::word).toList();
    }

    /**
     * @param words any of an entry's names, a part of one, or a code; empty for everything
     * @param kind one of {@link #kinds}; empty for all
     * @param most entries that are shown
     */
    public static Found of(String words, Optional<String> kind, int most) {
        List<Concept> all = new ArrayList<>();
        for (Concept.Kind k : Concept.Kind.values()) {
            if (kind.isEmpty() || kind.get().equals(word(k))) {
                all.addAll(Catalogue.bundled().concepts(k));
            }
        }
        String wanted = key(words);
        Set<Concept> found = new LinkedHashSet<>();
        for (Fit fit : Fit.values()) {
            all.stream().filter(c -> fit.fits(wanted, c)).forEach(found::add);
        }
        boolean near = found.isEmpty();
        if (near) {
            for (Concept.Kind k : Concept.Kind.values()) {
                Vocabulary.bundled().nearest(words, k, NEAR).stream()
                        .filter(all::contains)
                        .forEach(found::add);
            }
        }
        return new Found(
                found.stream().limit(most).map(CatalogueSearch::object).toList(),
                found.size(),
                near);
    }

    /** How an entry has the words, the best first. */
    private enum Fit {
        WHOLE,
        BEGINS,
        PART;

        boolean fits(String wanted, Concept concept) {
            if (wanted.isEmpty()) {
                return true;
            }
            if (this == WHOLE && concept.codings().stream().anyMatch(c -> code(c.code(), wanted))) {
                return true;
            }
            if (fits(wanted, key(concept.id())) || fits(wanted, key(concept.name()))) {
                return true;
            }
            return concept.synonyms().stream().anyMatch(s -> fits(wanted, key(s)));
        }

        private boolean fits(String wanted, String known) {
            return switch (this) {
                case WHOLE -> known.equals(wanted);
                case BEGINS -> known.startsWith(wanted);
                case PART -> List.of(wanted.split(" ")).stream().allMatch(known::contains);
            };
        }

        private static boolean code(String code, String wanted) {
            return key(code).equals(wanted);
        }
    }

    /** Letters and digits in small letters; what stands between them is one space. */
    private static String key(String words) {
        return BETWEEN.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static Map<String, Object> object(Concept c) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("id", c.id());
        m.put("kind", word(c.kind()));
        m.put("name", c.name());
        m.put(
                "words",
                c.synonyms().stream().map(s -> s.startsWith("=") ? s.substring(1) : s).toList());
        m.put(
                "codes",
                c.codings().stream()
                        .filter(x -> x.verified())
                        .map(
                                x ->
                                        Typed.object(
                                                "system", x.system().title(),
                                                "uri", x.system().uri(),
                                                "code", x.code(),
                                                "display", x.display()))
                        .toList());
        switch (c.kind()) {
            case OBSERVATION -> Measurands.bundled().find(c.id()).ifPresent(x -> measured(x, m));
            case INGREDIENT ->
                    m.put(
                            "classes",
                            Catalogue.bundled().classesOf(c.id()).stream()
                                    .map(Concept::name)
                                    .toList());
            case DRUG_CLASS ->
                    m.put(
                            "drugs",
                            Catalogue.bundled().ingredientsOf(c.id()).stream()
                                    .map(Concept::name)
                                    .toList());
            case CONDITION -> {}
        }
        return m;
    }

    private static void measured(Measurand measurand, Map<String, Object> m) {
        m.put("column", measurand.column());
        m.put("unit", measurand.unit());
        m.put(
                "other_units",
                measurand.conversions().stream().map(UnitConversion::unit).distinct().toList());
        measurand.reference().ifPresent(r -> m.put("reference_range", range(r)));
        measurand.plausible().ifPresent(r -> m.put("plausible_range", range(r)));
        if (!measurand.referenceNote().isEmpty()) {
            m.put("reference_note", measurand.referenceNote());
        }
    }

    /** An end that is open is left out. */
    private static Map<String, Object> range(QuantityRange r) {
        Map<String, Object> m = new LinkedHashMap<>();
        if (Double.isFinite(r.low())) {
            m.put("low", r.low());
        }
        if (Double.isFinite(r.high())) {
            m.put("high", r.high());
        }
        m.put("unit", r.unit());
        return m;
    }

    private static String word(Concept.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
