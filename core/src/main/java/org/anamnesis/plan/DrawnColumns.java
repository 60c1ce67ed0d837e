package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.population.Derived;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.table.OnlyIf;

/**
 * The columns that an engine draws, in its order.
 *
 * @param order names; the given ones lead
 * @param given how many of them the start rows hand over
 */
record DrawnColumns(List<String> order, int given) {
    /**
     * What the fields and the asked tests need; handed over are the asked ones and who a person is.
     *
     * @param asked columns that a wish, a share or a mean concerns
     */
    static DrawnColumns of(
            List<PlannedField> fields, Set<String> asked, ReferencePopulation people) {
        List<String> columns = people.inDrawingOrder(needed(fields, asked));
        Set<String> first = new HashSet<>(List.of("age", "sex", "race_ethnicity"));
        asked.forEach(c -> first.addAll(Derived.drawn(c)));
        List<String> order = new ArrayList<>();
        columns.stream().filter(first::contains).forEach(order::add);
        int given = order.size();
        columns.stream().filter(c -> !first.contains(c)).forEach(order::add);
        return new DrawnColumns(order, given);
    }

    /** Drawn columns behind fields and tests, parents included. */
    private static Set<String> needed(List<PlannedField> fields, Set<String> asked) {
        Set<String> needed = new LinkedHashSet<>();
        for (PlannedField f : fields) {
            switch (f.source()) {
                case PEOPLE, DERIVED, MOVED, INGREDIENT -> needed.addAll(Derived.drawn(f.column()));
                case DEALT -> {
                    if (!f.column().isEmpty()) {
                        needed.addAll(Derived.drawn(f.column()));
                    }
                }
                default -> {}
            }
        }
        asked.forEach(c -> needed.addAll(Derived.drawn(c)));
        needed.add("age");
        for (var rule : ReferencePopulation.RULES) {
            if (needed.contains(rule.column())) {
                needed.add(rule.parent());
            }
        }
        return needed;
    }

    /** Rules between drawn columns. */
    List<OnlyIf> rules() {
        return ReferencePopulation.RULES.stream()
                .filter(r -> order.contains(r.column()) && order.contains(r.parent()))
                .toList();
    }

    /** The drawn columns behind the given ones, each once. */
    List<String> behind(List<String> columns) {
        return columns.stream()
                .flatMap(c -> Derived.drawn(c).stream())
                .filter(order::contains)
                .distinct()
                .toList();
    }
}
