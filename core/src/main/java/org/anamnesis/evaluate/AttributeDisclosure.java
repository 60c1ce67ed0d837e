package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What someone who knows a few facts of a person reads off the synthetic table about her, DiSCO of
 * Raab, Nowok and Dibben (arXiv:2406.16826): her facts occur there with one value of the target
 * only, and that value is hers.
 *
 * @param meanGap mean over the pairs, in percentage points: training people less strangers
 * @param overLimit share of pairs whose gap is beyond the limit by more than two standard errors
 * @param pairs sets of known facts with a target, the riskiest first
 */
public record AttributeDisclosure(double meanGap, double overLimit, List<Pair> pairs) {
    /** Points that training people may be ahead of strangers (../docs: privacy page). */
    static final double LIMIT = 2;

    public AttributeDisclosure {
        pairs = List.copyOf(pairs);
    }

    /**
     * Some known facts and what is read off.
     *
     * @param keys names of the columns that are known
     * @param target name of the column that is read off
     * @param train share of training people of whom it is read off correctly, 0 to 1
     * @param holdout the same of strangers
     * @param error standard error of the difference
     */
    public record Pair(
            List<String> keys, String target, double train, double holdout, double error) {
        public Pair {
            keys = List.copyOf(keys);
        }

        /** Training people less strangers, in percentage points. */
        public double gap() {
            return 100 * (train - holdout);
        }

        /** The gap less so many standard errors, in percentage points. */
        double surely(double errors) {
            return gap() - errors * 100 * error;
        }
    }

    static AttributeDisclosure of(List<Pair> found) {
        // 4 standard errors: among hundreds of pairs 2 would be passed by chance.
        List<Pair> sorted =
                found.stream()
                        .sorted(Comparator.comparingDouble((Pair p) -> -p.surely(4)))
                        .toList();
        double mean = found.stream().mapToDouble(Pair::gap).average().orElse(0);
        double over = found.stream().filter(p -> p.surely(2) > LIMIT).count();
        return new AttributeDisclosure(mean, found.isEmpty() ? 0 : over / found.size(), sorted);
    }

    /** The same pairs, tried on several models: shares and gaps are means. */
    static AttributeDisclosure pooled(List<AttributeDisclosure> of) {
        Map<List<String>, List<Pair>> same = new LinkedHashMap<>();
        for (AttributeDisclosure found : of) {
            for (Pair pair : found.pairs) {
                List<String> words = new ArrayList<>(pair.keys);
                words.add(pair.target);
                same.computeIfAbsent(words, w -> new ArrayList<>()).add(pair);
            }
        }
        return of(same.values().stream().map(AttributeDisclosure::mean).toList());
    }

    private static Pair mean(List<Pair> of) {
        double squares = of.stream().mapToDouble(p -> p.error * p.error).sum();
        return new Pair(
                of.get(0).keys,
                of.get(0).target,
                of.stream().mapToDouble(Pair::train).average().orElseThrow(),
                of.stream().mapToDouble(Pair::holdout).average().orElseThrow(),
                Math.sqrt(squares) / of.size());
    }

    /** The riskiest pair. */
    public Optional<Pair> worst() {
        return pairs.stream().findFirst();
    }
}
