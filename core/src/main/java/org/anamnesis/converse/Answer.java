package org.anamnesis.converse;

import java.util.List;
import java.util.Map;

/**
 * An answer from evidence and population.
 *
 * @param text the answer in a sentence
 * @param lines who says so: figure, unit, n, years, weighting, source, confidence
 * @param json the same, typed
 */
public record Answer(String text, List<String> lines, Map<String, Object> json) {
    public Answer {
        lines = List.copyOf(lines);
    }
}
