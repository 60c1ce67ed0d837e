package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.CategoryIn;

/** The subgroups by which evidence tells figures apart: {@code sex: female, age: 65+}. */
final class Strata {
    private static final int OLDEST = 120;

    private Strata() {}

    /**
     * The stratum that the filters describe exactly; "all" without filters, empty if evidence has
     * no such strata.
     */
    static Optional<String> of(List<Criterion> filters) {
        TreeMap<Integer, String> parts = new TreeMap<>();
        for (Criterion filter : filters) {
            Optional<String> part = of(filter);
            if (part.isEmpty() || parts.put(order(part.get()), part.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(parts.isEmpty() ? "all" : String.join(", ", parts.values()));
    }

    /** Evidence names sex first, then age, then race. */
    private static int order(String part) {
        return part.startsWith("sex") ? 0 : part.startsWith("age") ? 1 : 2;
    }

    static Optional<String> of(Criterion filter) {
        if (filter instanceof AgeBetween a) {
            return Optional.of(
                    a.maxYears() >= OLDEST
                            ? "age: %d+".formatted(a.minYears())
                            : "age: %d-%d".formatted(a.minYears(), a.maxYears()));
        }
        if (!(filter instanceof CategoryIn c)) {
            return Optional.empty();
        }
        if (c.variable().equals("sex") && c.levels().size() == 1) {
            return Optional.of("sex: " + c.levels().get(0));
        }
        if (c.variable().equals("race_ethnicity")) {
            boolean hispanic = c.levels().equals(List.of("Mexican American", "Other Hispanic"));
            // evidence has no strata of Mexican Americans or other Hispanics alone
            boolean one = c.levels().size() == 1 && c.levels().get(0).matches("NH .*|Other/Multi");
            return hispanic
                    ? Optional.of("race: Hispanic")
                    : one ? Optional.of("race: " + c.levels().get(0)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** A population with its stratum in words: "US adults with hypertension, women, aged 65+". */
    static String group(String population, String stratum) {
        List<String> words = new ArrayList<>(List.of(population));
        if (!stratum.equals("all")) {
            for (String part : stratum.split(", ")) {
                words.add(words(part));
            }
        }
        return String.join(", ", words);
    }

    private static String words(String part) {
        return switch (part) {
            case "sex: female" -> "women";
            case "sex: male" -> "men";
            case "stage: g1g2_albuminuria" -> "stage G1 or G2 with albuminuria";
            case "stage: g3a" -> "stage G3a";
            case "stage: g3b" -> "stage G3b";
            case "stage: g4g5" -> "stage G4 or G5";
            default ->
                    part.replace("age: ", "aged ")
                            .replace("race: ", "")
                            .replace("NH ", "non-Hispanic ")
                            .replace("Other/Multi", "other or several races");
        };
    }
}
