package org.anamnesis.evaluate;

import java.util.List;

/**
 * Age by sex.
 *
 * @param bands first age of each band, years; the last band is open
 * @param width years of a band
 * @param sexes names of the two sides, in the order of the lists
 * @param counts patients by sex, then band
 * @param reference share of the reference population by sex, then band, 0 to 1 of both sexes
 *     together; empty if unknown
 */
public record Pyramid(
        List<Integer> bands,
        int width,
        List<String> sexes,
        List<List<Long>> counts,
        List<List<Double>> reference) {
    public Pyramid {
        bands = List.copyOf(bands);
        sexes = List.copyOf(sexes);
        counts = counts.stream().map(List::copyOf).toList();
        reference = reference.stream().map(List::copyOf).toList();
    }
}
