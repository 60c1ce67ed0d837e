package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

/**
 * What a what-if is held against: the specification as it was before, with the words it rests on.
 *
 * @param spec has no baseline of its own
 */
public record Baseline(CohortSpec spec, Said said) {
    public Baseline {
        requireNonNull(spec, "spec");
        requireNonNull(said, "said");
        if (spec.beyond().baseline().isPresent()) {
            throw new IllegalArgumentException("a baseline of a baseline");
        }
    }
}
