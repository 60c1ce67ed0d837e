package org.anamnesis.evidence;

import static java.util.Objects.requireNonNull;

/**
 * A publication, data set or guideline.
 *
 * @param id short name used by facts
 * @param title as published
 * @param publisher who published it
 * @param year or years
 * @param url where it is found; empty if none
 * @param licence terms of use
 * @param taken what was taken from it
 * @param access how it was read: microdata, the page itself, a secondary page
 */
public record Source(
        String id,
        String title,
        String publisher,
        String year,
        String url,
        String licence,
        String taken,
        String access) {
    public Source {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(publisher, "publisher");
        requireNonNull(year, "year");
        requireNonNull(url, "url");
        requireNonNull(licence, "licence");
        requireNonNull(taken, "taken");
        requireNonNull(access, "access");
    }
}
