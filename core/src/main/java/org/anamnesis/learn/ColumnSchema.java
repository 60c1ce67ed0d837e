package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.anamnesis.table.Variable;

/**
 * One column of a user's table.
 *
 * @param name as the header has it
 * @param content what the cells are
 * @param keep whether it is in the tables that are made
 * @param why it is dropped or read as it is, a sentence each; may be empty
 * @param missing texts that mean that the value is missing, without the empty one, which always
 *     does; compared without regard to case
 * @param mark the text that is written for a missing value
 * @param concept id of the product's own word for it, for example {@code hba1c}
 */
public record ColumnSchema(
        String name,
        Content content,
        boolean keep,
        List<String> why,
        List<String> missing,
        String mark,
        Optional<String> concept) {
    public ColumnSchema {
        requireNonNull(name, "name");
        requireNonNull(content, "content");
        why = List.copyOf(why);
        missing = List.copyOf(missing);
        requireNonNull(mark, "mark");
        requireNonNull(concept, "concept");
    }

    /** The name without a unit at its end: "crp" of "crp_mg_l". */
    public String words() {
        return Concepts.headed(name).words();
    }

    /** The same, not in the tables that are made. */
    public ColumnSchema left() {
        return new ColumnSchema(name, content, false, why, missing, mark, concept);
    }

    /** Whether an engine learns it. */
    public boolean learned() {
        return keep && content.learnable();
    }

    /**
     * As engines see it: numbers in the user's unit, dates in days, levels by the user's words.
     *
     * @throws IllegalStateException if it is not {@link #learned}
     */
    public Variable variable() {
        if (content instanceof Content.Numbers n) {
            boolean small = n.style().powers() && n.decimals() == NumberCells.MOST_DECIMALS;
            int decimals = small ? POWERS : n.decimals();
            return Variable.number(name, n.unit(), decimals);
        }
        if (content instanceof Content.Levels l) {
            return Variable.category(name, l.levels());
        }
        if (content instanceof Content.Dates d) {
            return Variable.number(name, "d", d.formats().get(0).timed() ? TIME_OF_DAY : 0);
        }
        throw new IllegalStateException(name + " is not learned");
    }

    /** Decimals of numbers with a negative power of ten behind them, which are not rounded. */
    private static final int POWERS = 12;

    /** Decimals of a day at which seconds survive (1e-5 days are 0.9 s). */
    private static final int TIME_OF_DAY = 5;
}
