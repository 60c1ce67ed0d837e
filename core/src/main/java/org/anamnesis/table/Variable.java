package org.anamnesis.table;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What one column holds.
 *
 * @param name column name, for example {@code hba1c} or {@code smoking}
 * @param unit UCUM code, empty for categories
 * @param decimals digits after the point; 0 for categories
 * @param levels names of the categories, value k of the column means {@code levels.get(k)}; empty
 *     for numbers
 */
public record Variable(String name, String unit, int decimals, List<String> levels) {
    public Variable {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        levels = List.copyOf(levels);
    }

    public static Variable number(String name, String unit, int decimals) {
        return new Variable(name, unit, decimals, List.of());
    }

    public static Variable category(String name, List<String> levels) {
        return new Variable(name, "", 0, levels);
    }

    /** A yes/no column: level 0 is "no", level 1 is "yes". */
    public static Variable flag(String name) {
        return category(name, List.of("no", "yes"));
    }

    public boolean isCategory() {
        return !levels.isEmpty();
    }
}
