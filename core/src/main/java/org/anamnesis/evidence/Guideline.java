package org.anamnesis.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What care should be, or how a condition is defined.
 *
 * @param name of the guideline
 * @param organisation that issued it
 * @param year of the edition
 * @param criteria of diagnosis, one sentence each
 * @param targets of treatment, one sentence each
 * @param source id of a {@link Source}, or {@code recalled}
 * @param confidence how far it was checked
 */
public record Guideline(
        String name,
        String organisation,
        String year,
        List<String> criteria,
        List<String> targets,
        String source,
        Confidence confidence) {
    public Guideline {
        requireNonNull(name, "name");
        requireNonNull(organisation, "organisation");
        requireNonNull(year, "year");
        criteria = List.copyOf(criteria);
        targets = List.copyOf(targets);
        requireNonNull(source, "source");
        requireNonNull(confidence, "confidence");
    }
}
