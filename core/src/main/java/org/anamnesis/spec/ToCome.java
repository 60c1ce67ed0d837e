package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.problem.Problem;

/**
 * What a specification may ask and this version cannot make yet. A conversation keeps it and warns;
 * making files of it is a problem.
 */
public final class ToCome {
    static final List<String> FORMATS = List.of("fhir");

    private ToCome() {}

    /** One problem a thing; empty if all of it can be made. */
    public static List<Problem> of(CohortSpec spec) {
        List<Problem> problems = new ArrayList<>();
        for (String format : spec.formats()) {
            if (FORMATS.contains(format)) {
                problems.add(
                        new Problem(
                                "spec.format.later",
                                format,
                                "This version cannot write the format %s yet."
                                        .formatted(format.toUpperCase(Locale.ROOT)),
                                "only " + String.join(", ", Known.FORMATS)));
            }
        }
        return problems;
    }
}
