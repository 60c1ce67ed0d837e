package org.anamnesis.generate;

import org.anamnesis.table.Table;

/**
 * Learns how the columns of a weighted table hang together. Every engine obeys given columns
 * exactly.
 */
public interface Engine {
    /** Name in requests: {@code trees}, {@code copula}. */
    String name();

    /**
     * Learns the columns of a table in their order.
     *
     * @param people n rows × p columns with weights; the first {@code given} columns are handed in
     *     at redraw, the others are drawn given all before them
     * @param given number of leading columns that the redraw is told
     */
    Redraw fit(Table people, int given);
}
