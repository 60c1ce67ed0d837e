package org.anamnesis.converse;

import java.util.List;
import org.anamnesis.spec.Baseline;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Said;

/** The words that a version rests on. */
final class Grounds {
    private Grounds() {}

    /** A baseline that this turn put there rests on what was said before. */
    static CohortSpec withWords(Conversation heard, CohortSpec spec) {
        return heard.spec().beyond().baseline().isPresent()
                ? spec
                : spec.withBeyond(
                        spec.beyond()
                                .withBaseline(
                                        spec.beyond()
                                                .baseline()
                                                .map(
                                                        b ->
                                                                new Baseline(
                                                                        b.spec(),
                                                                        heard.now().said()))));
    }

    static Said said(
            Conversation heard,
            CohortSpec spec,
            String message,
            List<String> assumed,
            List<String> notUsed) {
        Said before = heard.now().said();
        return before.plus(
                message.strip(),
                Assumptions.of(before.assumed(), assumed, heard.spec(), spec),
                notUsed);
    }
}
