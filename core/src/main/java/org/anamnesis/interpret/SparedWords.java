package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Complications that stand in records alone and that nobody shall have: "without retinopathy, no
 * amputations". Nobody can be chosen by them; histories leave them out.
 */
final class SparedWords {
    private static final Map<String, String> IDS = new LinkedHashMap<>();
    private static final Phrases PHRASES;
    private static final Phrases AGAIN;

    static {
        for (RecordOnly r : RecordOnly.bundled()) {
            r.concept().synonyms().forEach(w -> IDS.put(w, r.concept().id()));
        }
        PHRASES = new Phrases(new ArrayList<>(IDS.keySet()));
        AGAIN =
                new Phrases(
                        IDS.keySet().stream()
                                .filter(w -> w.matches("(?:second|recurrent) .*"))
                                .toList());
    }

    private SparedWords() {}

    static void find(Draft draft) {
        find(draft, PHRASES);
    }

    /** "No second stroke", before it is read as no stroke. */
    static void again(Draft draft) {
        find(draft, AGAIN);
    }

    private static void find(Draft draft, Phrases phrases) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            int to = s.afterAny(i, phrases);
            int from = s.like(i - 1, "diabetic") ? i - 1 : i; // which was read as the condition
            if (to > 0 && s.free(i, to) && DeniedNames.is(draft, from, to)) {
                String id = IDS.get(words(s, i, to));
                var has = new Criterion.HasCondition(id, Optional.empty());
                draft.edit(
                        new Edit.AddConstraint(new Constraint.Require(new Criterion.Not(has))),
                        DeniedNames.start(draft, from),
                        to);
                draft.unknown(from, to); // a list may go on with it
                i = to - 1;
            }
        }
    }

    private static String words(Sentence s, int from, int to) {
        List<String> words = new ArrayList<>();
        for (int k = from; k < to; k++) {
            words.add(s.word(k));
        }
        return String.join(" ", words);
    }
}
