package org.anamnesis.converse;

/**
 * How far a request narrows the reference population, one requirement after the other.
 *
 * @param text the requirement, in words
 * @param rows of the reference population that meet it and all before it
 * @param share of the reference population, 0 to 1
 * @param people residents that they stand for
 */
public record Narrowed(String text, int rows, double share, double people) {
    /** Whether so few are left that the user should know. */
    public boolean rare() {
        return share < Warnings.RARE;
    }
}
