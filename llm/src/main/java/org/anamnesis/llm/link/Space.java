package org.anamnesis.llm.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.Link;

/**
 * All names as vectors, and how near a phrase is to them: the cosine after the mean of the
 * catalogue's names was taken from both, which parts what many models press into a narrow cone (Mu,
 * Viswanath 2018, arXiv:1702.01417).
 */
final class Space {
    /** Of each phrase so many concepts are kept. */
    private static final int KEPT = 6;

    /**
     * A phrase among the names.
     *
     * @param near the nearest concepts, each by its nearest name
     * @param outside similarity to the nearest name of what the catalogue lacks
     */
    record Place(List<Link.Near> near, double outside) {}

    private final List<Name> names;
    private final float[][] vectors;
    private final float[] mean;

    /**
     * @param vectors one a name, in the same order, of length 1
     */
    Space(List<Name> names, float[][] vectors) {
        this.names = names;
        this.mean = mean(names, vectors);
        this.vectors = new float[vectors.length][];
        for (int i = 0; i < vectors.length; i++) {
            this.vectors[i] = centred(vectors[i]);
        }
    }

    private static float[] mean(List<Name> names, float[][] vectors) {
        double[] sum = new double[vectors[0].length];
        int n = 0;
        for (int i = 0; i < vectors.length; i++) {
            if (names.get(i).concept().isPresent()) {
                n++;
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += vectors[i][k];
                }
            }
        }
        float[] mean = new float[sum.length];
        for (int k = 0; k < sum.length; k++) {
            mean[k] = (float) (sum[k] / n);
        }
        return mean;
    }

    private float[] centred(float[] vector) {
        float[] moved = new float[vector.length];
        double square = 0;
        for (int k = 0; k < moved.length; k++) {
            moved[k] = vector[k] - mean[k];
            square += moved[k] * moved[k];
        }
        float length = (float) Math.max(1e-9, Math.sqrt(square));
        for (int k = 0; k < moved.length; k++) {
            moved[k] /= length;
        }
        return moved;
    }

    Place place(float[] phrase, Set<Concept.Kind> kinds) {
        float[] at = centred(phrase);
        Map<Concept, Double> best = new HashMap<>();
        double outside = -1;
        for (int i = 0; i < vectors.length; i++) {
            Name name = names.get(i);
            boolean lacking = name.concept().isEmpty();
            if (!lacking && !kinds.contains(name.concept().get().kind())) {
                continue;
            }
            double similarity = 0;
            for (int k = 0; k < at.length; k++) {
                similarity += at[k] * vectors[i][k];
            }
            if (lacking) {
                outside = Math.max(outside, similarity);
            } else {
                best.merge(name.concept().get(), similarity, Math::max);
            }
        }
        List<Link.Near> near = new ArrayList<>();
        best.forEach((c, s) -> near.add(new Link.Near(c, s)));
        near.sort(
                (a, b) ->
                        a.similarity() == b.similarity()
                                ? a.concept().id().compareTo(b.concept().id())
                                : Double.compare(b.similarity(), a.similarity()));
        return new Place(List.copyOf(near.subList(0, Math.min(KEPT, near.size()))), outside);
    }
}
