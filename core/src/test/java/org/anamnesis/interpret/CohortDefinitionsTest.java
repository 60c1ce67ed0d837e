package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.anamnesis.code.PhenotypeNames;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.junit.jupiter.api.Test;

/**
 * Published cohort definitions in prose: name, description and inclusion rules read as one message.
 * Those of our conditions must be found, and the limits that the prose states, no others.
 */
class CohortDefinitionsTest {
    /**
     * @param values of measurements that the prose compares with, beside the limits of age
     */
    private record Definition(
            String text, Set<String> conditions, Set<String> limits, List<Double> values) {}

    @Test
    void conditionsAndLimitsOfPublishedDefinitionsAreFound() throws IOException {
        List<Definition> all = definitions();
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int read = 0;
        int stated = 0;
        for (Definition d : all) {
            List<Edit> edits = edits(new RuleReader().read(d.text(), CohortSpec.DEFAULT));
            if (!conditions(edits).containsAll(d.conditions())) {
                missed.add(d.text() + " -> " + conditions(edits));
            }
            Set<String> limits = limits(edits, d.values());
            stated += d.limits().size();
            read += limits.size();
            right += (int) limits.stream().filter(d.limits()::contains).count();
            if (!limits.equals(d.limits())) {
                wrong.add(d.text() + " wanted " + d.limits() + " came " + limits);
            }
        }
        double found = 1 - (double) missed.size() / all.size();
        double f1 = 2.0 * right / (read + stated);
        assertTrue(all.size() > 100 && stated > 15, all.size() + ", " + stated);
        assertTrue(
                found >= 0.97, () -> "found %.3f%n%s".formatted(found, String.join("\n", missed)));
        assertTrue(f1 >= 0.9, () -> "F1 %.3f%n%s".formatted(f1, String.join("\n", wrong)));
    }

    private static List<Definition> definitions() throws IOException {
        String shared = System.getProperty("anamnesis.shared", "");
        Path file = Path.of(shared, "conversation", "ohdsi-phenotypes.json");
        assumeTrue(
                !shared.isEmpty() && Files.isReadable(file),
                "set -Danamnesis.shared to the folder that holds conversation/ohdsi-phenotypes.json");
        List<Definition> all = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Object row : JSON.std.listFrom(in)) {
                Map<?, ?> m = (Map<?, ?>) row;
                String name = m.get("name").toString();
                Set<String> conditions = new TreeSet<>(PhenotypeNames.conditions(name));
                if (conditions.isEmpty()) {
                    continue;
                }
                String rules =
                        String.join(
                                "; ",
                                ((List<?>) m.get("inclusionRules"))
                                        .stream().map(Object::toString).toList());
                String text = "%s. %s. %s".formatted(name, m.get("description"), rules);
                List<Double> values = values(m, text);
                Set<String> limits = new TreeSet<>(ages(m, text));
                values.forEach(v -> limits.add("value " + v));
                all.add(new Definition(text, conditions, limits, values));
            }
        }
        return all;
    }

    private static List<Double> values(Map<?, ?> m, String text) {
        return ((List<?>) m.get("numeric"))
                .stream()
                        .map(o -> ((Number) ((Map<?, ?>) o).get("value")).doubleValue())
                        .filter(v -> text.matches("(?s).*[<>\u2264\u2265=] ?" + shown(v) + "\\b.*"))
                        .distinct()
                        .toList();
    }

    private static String shown(double v) {
        return v == Math.rint(v) ? String.valueOf((long) v) : String.valueOf(v).replace(".", "[.]");
    }

    /** Limits of age in the definition's logic, as far as the prose says them. */
    private static Set<String> ages(Map<?, ?> m, String text) {
        Set<String> limits = new TreeSet<>();
        String prose = text.toLowerCase(Locale.ROOT);
        for (Object o : (List<?>) m.get("age")) {
            Map<?, ?> limit = (Map<?, ?>) o;
            int value = ((Number) limit.get("value")).intValue();
            if (prose.matches("(?s).*\\b%d\\b.*".formatted(value))
                    || (value == 18 && prose.contains("adult"))) {
                limits.add(
                        switch (limit.get("op").toString()) {
                            case "gte" -> "age >= " + value;
                            case "gt" -> "age >= " + (value + 1);
                            case "lt" -> "age <= " + (value - 1);
                            case "lte" -> "age <= " + value;
                            default -> "age " + value;
                        });
            }
        }
        return limits;
    }

    private static List<Edit> edits(Reading reading) {
        List<Reading.Quoted> quoted =
                reading instanceof Reading.Understood u
                        ? u.edits()
                        : reading instanceof Reading.NotUnderstood n ? n.edits() : List.of();
        return quoted.stream().map(Reading.Quoted::edit).toList();
    }

    private static Set<String> conditions(List<Edit> edits) {
        Set<String> found = new TreeSet<>();
        for (Edit e : edits) {
            if (e instanceof Edit.SetCondition c) {
                found.add(c.condition());
            }
            criterion(e)
                    .map(c -> c instanceof Criterion.Not n ? n.inner() : c)
                    .filter(c -> c instanceof Criterion.HasCondition)
                    .ifPresent(c -> found.add(((Criterion.HasCondition) c).condition()));
        }
        return found;
    }

    /** A limit next to a stated value is that value: "above 6.5" begins a step higher. */
    private static String value(double read, List<Double> stated) {
        return "value "
                + stated.stream()
                        .filter(v -> Math.abs(v - read) <= Math.max(0.11, 0.02 * v))
                        .findFirst()
                        .orElse(read);
    }

    private static Set<String> limits(List<Edit> edits, List<Double> stated) {
        Set<String> limits = new TreeSet<>();
        for (Edit e : edits) {
            Optional<Criterion> c = criterion(e);
            if (c.isPresent() && c.get() instanceof Criterion.AgeBetween a) {
                if (a.minYears() > 0) {
                    limits.add("age >= " + a.minYears());
                }
                if (a.maxYears() < 120) {
                    limits.add("age <= " + a.maxYears());
                }
            } else if (c.isPresent() && c.get() instanceof Criterion.ObservationWithin o) {
                for (double end : List.of(o.range().low(), o.range().high())) {
                    if (!Double.isInfinite(end)) {
                        limits.add(value(end, stated));
                    }
                }
            }
        }
        return limits;
    }

    private static Optional<Criterion> criterion(Edit e) {
        return e instanceof Edit.AddConstraint a
                ? a.constraint() instanceof Constraint.Require r
                        ? Optional.of(r.criterion())
                        : a.constraint() instanceof Constraint.Share s
                                ? Optional.of(s.criterion())
                                : Optional.empty()
                : Optional.empty();
    }
}
