package org.anamnesis.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How the values of one column came about and on whose figures they rest, in words for the user.
 *
 * @param how one sentence, free of names that only this program knows
 * @param population whose values they are, in words; empty if nobody's
 * @param period years in which these people were seen; empty if not known
 * @param sources ids of {@link Source}s; empty if there is none
 * @param confidence how far the figure itself was checked, where the sources alone do not tell
 * @param assumed which part of it no source supports, in words; empty if every part is supported
 * @param asked whether the user's request itself gives the values
 */
public record Provenance(
        String how,
        String population,
        String period,
        List<String> sources,
        Optional<Confidence> confidence,
        String assumed,
        boolean asked) {
    public Provenance {
        requireNonNull(how, "how");
        requireNonNull(population, "population");
        requireNonNull(period, "period");
        sources = List.copyOf(sources);
        requireNonNull(confidence, "confidence");
        requireNonNull(assumed, "assumed");
    }

    /** Values of some people, by some sources. */
    public static Provenance of(
            String how, String population, String period, List<String> sources) {
        return new Provenance(how, population, period, sources, Optional.empty(), "", false);
    }

    /** Values that the request fixes. */
    public static Provenance asked(String how) {
        return new Provenance(how, "", "", List.of(), Optional.empty(), "", true);
    }

    /** Values that nothing but a decision of this program supports. */
    public static Provenance assumed(String how) {
        return new Provenance(how, "", "", List.of(), Optional.empty(), how, false);
    }

    public Provenance withConfidence(Confidence checked) {
        return new Provenance(
                how, population, period, sources, Optional.of(checked), assumed, asked);
    }

    public Provenance withAssumed(String what) {
        return new Provenance(how, population, period, sources, confidence, what, asked);
    }
}
