package org.anamnesis.converse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.table.Table;

/** Judges what a model makes before the model is kept. */
interface ModelAudit {
    /**
     * @param train rows that the model learned
     * @param holdout rows of other people that it has not seen
     * @param made rows that it made, the same columns
     * @param target column that the user wants to predict; empty if none
     */
    Verdict of(Table train, Table holdout, Table made, String target, long seed);

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
