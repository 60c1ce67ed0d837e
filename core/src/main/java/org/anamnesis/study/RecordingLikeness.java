package org.anamnesis.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How like real recordings made ones are, each figure beside what two groups of real people come
 * to.
 *
 * @param figures by name
 * @param sentences the same in words
 * @param copied whether made shapes lie nearer to learned ones than those of people held out,
 *     beyond chance
 */
public record RecordingLikeness(
        Map<String, Double> figures, List<String> sentences, boolean copied) {
    public RecordingLikeness {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        sentences = List.copyOf(sentences);
    }
}
