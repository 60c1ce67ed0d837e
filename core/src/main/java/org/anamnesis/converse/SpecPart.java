package org.anamnesis.converse;

import java.util.List;

/**
 * One line of a specification, as a page shows it for reading and changing.
 *
 * @param id names it within its specification ("count", "constraint:2"); {@link Parts} finds it
 * @param text in words, as in the difference of two specifications
 * @param figures numbers in it that can be changed one by one
 * @param codes verified codes of the concept it is about; empty without one
 * @param removable whether the specification is one without it
 */
public record SpecPart(
        String id, String text, List<Figure> figures, List<Code> codes, boolean removable) {
    /**
     * A number that stands in a line.
     *
     * @param name within its line ("from", "to", "mean", "percent", "count", "seed")
     * @param value as text; empty for an end that is open
     * @param unit UCUM, %, or empty
     */
    public record Figure(String name, String value, String unit) {}

    /**
     * A code of the concept.
     *
     * @param system its name for people
     */
    public record Code(String system, String code, String display) {}

    public SpecPart {
        figures = List.copyOf(figures);
        codes = List.copyOf(codes);
    }
}
