package org.anamnesis.learn;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The different texts of one column that say something, with the number of rows of each. */
final class Cells {
    /** Fewer different values are a category or a measurement in a small table, no identifier. */
    static final int LEAST_UNIQUE = 20;

    private final TextColumn column;
    private final BitSet present;
    private final int[] codes;
    private final List<String> texts;
    private final int[] counts;
    private final long rows;

    private Cells(TextColumn column, BitSet present) {
        this.column = column;
        this.present = present;
        this.codes = present.stream().toArray();
        this.texts = Arrays.stream(codes).mapToObj(column::text).toList();
        this.counts = Arrays.stream(codes).map(column::count).toArray();
        this.rows = Arrays.stream(counts).asLongStream().sum();
    }

    /**
     * @param marks texts that mean missing, besides the empty one; case does not matter
     */
    static Cells of(TextColumn column, List<String> marks) {
        Set<String> small = new HashSet<>();
        marks.forEach(m -> small.add(m.toLowerCase(Locale.ROOT)));
        return where(
                column,
                c -> {
                    String text = column.text(c);
                    return !text.isEmpty() && !small.contains(text.toLowerCase(Locale.ROOT));
                });
    }

    /** No cell of the column. */
    static Cells none(TextColumn column) {
        return new Cells(column, new BitSet());
    }

    private static Cells where(TextColumn column, IntPredicate says) {
        BitSet present = new BitSet(column.distinct());
        IntStream.range(0, column.distinct()).filter(says).forEach(present::set);
        return new Cells(column, present);
    }

    /** Codes of the texts, ascending. */
    int[] codes() {
        return codes;
    }

    List<String> texts() {
        return texts;
    }

    /** Rows of each of {@link #texts}. */
    int[] counts() {
        return counts.clone();
    }

    /** Number of different texts. */
    int distinct() {
        return codes.length;
    }

    /** Rows with a text that says something. */
    long rows() {
        return rows;
    }

    boolean has(int code) {
        return present.get(code);
    }

    /** Share of the rows whose text is so, 0 to 1; 0 if there are no rows. */
    double share(java.util.function.Predicate<String> so) {
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            n += so.test(texts.get(i)) ? counts[i] : 0;
        }
        return rows == 0 ? 0 : n / (double) rows;
    }

    /** Mean length of the rows' texts, characters. */
    double meanLength() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (double) texts.get(i).length() * counts[i];
        }
        return sum / rows;
    }

    /** The most frequent text of those that are left out, the one that is written for missing. */
    String usualMark() {
        Optional<Integer> most =
                IntStream.range(0, column.distinct())
                        .filter(c -> !present.get(c))
                        .boxed()
                        .max((a, b) -> Integer.compare(column.count(a), column.count(b)));
        return most.map(column::text).orElse("");
    }

    /** Whether the texts are so many that hardly any is met twice. */
    boolean unique(double share) {
        return distinct() >= LEAST_UNIQUE && distinct() >= share * rows;
    }
}
