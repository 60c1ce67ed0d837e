package org.anamnesis.converse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.evaluate.JudgedTables;

/** Judges what a model makes before the model is kept. */
interface ModelAudit {
    /**
     * @param splits what each of some models learned, people whom it has not seen, and what it
     *     made; the first is the model that would be kept. A small table has several, each with
     *     other people held out, because so few held-out people show little
     * @param keys columns that acquaintances of a person know; may be empty
     * @param target column that the user wants to predict; empty if none
     */
    Verdict of(List<JudgedTables> splits, List<String> keys, String target, long seed);

    /**
     * @param passed whether the model may be kept
     * @param sentences what was found, for the user
     * @param privacy figures that are kept with the model, JSON values only
     * @param quality figures that are kept with the model, JSON values only
     */
    record Verdict(
            boolean passed,
            List<String> sentences,
            Map<String, Object> privacy,
            Map<String, Object> quality) {
        public Verdict {
            sentences = List.copyOf(sentences);
            privacy = Collections.unmodifiableMap(new LinkedHashMap<>(privacy));
            quality = Collections.unmodifiableMap(new LinkedHashMap<>(quality));
        }
    }
}
