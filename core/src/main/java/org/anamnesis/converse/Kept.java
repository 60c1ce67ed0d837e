package org.anamnesis.converse;

import java.util.List;
import java.util.Map;
import org.anamnesis.learn.RuledModel;

/**
 * A model that may be kept.
 *
 * @param rows that it learned
 * @param smoothing steps beyond the engine's usual care
 * @param sentences of the audit
 * @param privacy figures of the audit, JSON values only
 * @param quality figures of the audit, JSON values only
 */
record Kept(
        RuledModel model,
        int rows,
        int smoothing,
        List<String> sentences,
        Map<String, Object> privacy,
        Map<String, Object> quality) {}
