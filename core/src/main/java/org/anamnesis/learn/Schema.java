package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.table.Variable;

/**
 * How a user's table is written and what its columns mean: what is needed to read it, and to write
 * made rows in the same spelling. Holds no row.
 *
 * @param columns in the file's order, names distinct
 * @param separator between the cells
 * @param key column that says which rows belong to one person, where persons have several
 * @param order column by which a person's rows follow each other
 */
public record Schema(
        List<ColumnSchema> columns, char separator, Optional<String> key, Optional<String> order) {
    public Schema {
        columns = List.copyOf(columns);
        requireNonNull(key, "key");
        requireNonNull(order, "order");
        Set<String> names = new HashSet<>();
        for (ColumnSchema c : columns) {
            if (!names.add(c.name())) {
                throw new IllegalArgumentException("twice: " + c.name());
            }
        }
        for (Optional<String> of : List.of(key, order)) {
            if (of.isPresent() && !names.contains(of.get())) {
                throw new IllegalArgumentException("no column " + of.get());
            }
        }
    }

    /** Columns that engines learn, in the file's order. */
    public List<ColumnSchema> learned() {
        return columns.stream().filter(ColumnSchema::learned).toList();
    }

    /** The p columns of the table that engines learn. */
    public List<Variable> variables() {
        return learned().stream().map(ColumnSchema::variable).toList();
    }

    /** The column of exactly this name. */
    public Optional<ColumnSchema> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * The column that somebody means: its name, its name but for case and signs, the concept's id,
     * or a word for the concept ("HbA1c", "systolic blood pressure"), the surest first. Empty if
     * there is none or the words fit two columns equally.
     */
    public Optional<ColumnSchema> find(String words) {
        String plain = HeaderWords.plain(words);
        List<List<ColumnSchema>> byWorth =
                List.of(
                        columns.stream().filter(c -> c.name().equals(words)).toList(),
                        columns.stream()
                                .filter(c -> HeaderWords.plain(c.name()).equals(plain))
                                .toList(),
                        ofConcept(words),
                        Concepts.named(words).map(this::ofConcept).orElse(List.of()));
        return byWorth.stream()
                .filter(found -> !found.isEmpty())
                .findFirst()
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0));
    }

    /** A rule for the user, in the spelling of the table: engines know days where it has dates. */
    public String sentence(TableRule rule) {
        if (rule instanceof BoundsRule bounds
                && column(bounds.column()).map(ColumnSchema::content).orElse(null)
                        instanceof Content.Dates dates) {
            return bounds.sentence(dates.formats().get(0)::write);
        }
        return rule.sentence();
    }

    /** The columns of a concept; of several in different units the one in the usual unit. */
    private List<ColumnSchema> ofConcept(String id) {
        List<ColumnSchema> all =
                columns.stream()
                        .filter(c -> c.learned() && c.concept().equals(Optional.of(id)))
                        .toList();
        Optional<String> usual = Measurands.bundled().find(id).map(Measurand::unit);
        List<ColumnSchema> inIt =
                all.stream()
                        .filter(c -> c.content() instanceof Content.Numbers)
                        .filter(
                                c ->
                                        Optional.of(((Content.Numbers) c.content()).unit())
                                                .equals(usual))
                        .toList();
        return inIt.size() == 1 ? inIt : all;
    }
}
