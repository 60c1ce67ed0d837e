package org.anamnesis.generate;

import org.anamnesis.random.SeedTree;

/**
 * Makes people from what an engine has learned. Immutable; nothing is carried from one patient to
 * the next.
 */
public interface Redraw {
    /**
     * Fills the columns that are not given.
     *
     * @param columns p arrays in the order of the fitted table; the given ones are filled already;
     *     rows 0 to {@code count - 1} are patients {@code first}, {@code first + 1}, ...; row k
     *     depends on its patient's number alone
     */
    void fill(double[][] columns, long first, int count, SeedTree seeds);
}
