package org.anamnesis.report;

import java.util.Collection;
import java.util.Optional;
import org.anamnesis.code.Standing;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Source;

/**
 * How far a figure can be trusted, in the word that readers see, the weakest last; what was asked
 * for stands apart.
 */
enum Trust {
    COMPUTED(Confidence.COMPUTED.word(), "worked out from survey microdata, with survey weights"),
    READ(Confidence.READ.word(), "stood in the named source, or in a page that quotes it"),
    UNVERIFIED(
            Confidence.RECALLED.word(),
            "general knowledge that nobody has looked up yet: not evidence"),
    ASSUMED("assumed", "no source: a decision of this program"),
    ASKED("asked", "fixed by the request itself");

    /** Source id of figures that have none. */
    static final String RECALLED = "recalled";

    private final String word;
    private final String meaning;

    Trust(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String meaning() {
        return meaning;
    }

    static Trust of(Confidence confidence) {
        return switch (confidence) {
            case COMPUTED -> COMPUTED;
            case READ -> READ;
            case RECALLED -> UNVERIFIED;
        };
    }

    static Trust of(Standing standing) {
        return switch (standing) {
            case COMPUTED -> COMPUTED;
            case READ -> READ;
            case RECALLED -> UNVERIFIED;
            case ASSUMED -> ASSUMED;
        };
    }

    /** A source without further word on one figure. */
    static Trust of(String id, Optional<Source> source) {
        if (id.equals(RECALLED) || source.isEmpty()) {
            return UNVERIFIED;
        }
        return source.get().access().startsWith("microdata") ? COMPUTED : READ;
    }

    /** The weakest of several; assumed if there is none. */
    static Trust weakest(Collection<Trust> several) {
        return several.stream().max(Enum::compareTo).orElse(ASSUMED);
    }
}
