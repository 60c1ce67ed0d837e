package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Texts and numbers by which tables say that a value is missing. */
final class MissingMarks {
    private static final Set<String> WORDS =
            Set.of(
                    "", "na", "n/a", "n.a.", "nan", "null", "nil", "#n/a", "<na>", "nat", ".", "?",
                    "-", "--", "missing", "#null!", "#value!", "#div/0!", "#num!", "(null)", "\\n");

    /** Missing among numbers, an answer among words ("None" of the depressed days). */
    private static final String NONE = "none";

    /** Numbers that stand for "not known" in files of statistics programs and surveys. */
    private static final Set<Double> POSITIVE =
            Set.of(
                    7.0, 8.0, 9.0, 77.0, 88.0, 97.0, 98.0, 99.0, 777.0, 888.0, 997.0, 998.0, 999.0,
                    7777.0, 8888.0, 9997.0, 9998.0, 9999.0, 99999.0, 999999.0, 9999999.0, 99.9,
                    999.9, 99.99, 999.99);

    private static final Set<Double> NEGATIVE =
            Set.of(
                    -1.0, -2.0, -3.0, -4.0, -6.0, -7.0, -8.0, -9.0, -66.0, -77.0, -88.0, -99.0,
                    -777.0, -888.0, -999.0, -7777.0, -8888.0, -9999.0, -99999.0);

    /** Fewer rows with a short mark are chance; 999 and longer are no one's typing error. */
    private static final int ROWS = 2;

    private static final double LONG = 999;

    private MissingMarks() {}

    /** Whether the text means that nothing is known. */
    static boolean isMark(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether the text is "None", which is a mark only where the other cells are numbers. */
    static boolean isNone(String text) {
        return text.toLowerCase(Locale.ROOT).equals(NONE);
    }

    /**
     * Which numbers of a column are marks: those that stand apart from all others. A positive one
     * must lie further beyond the largest than the others are apart among themselves; a negative
     * one must be negative where no other is.
     *
     * @param values distinct finite values, ascending
     * @param counts rows of each
     */
    static List<Double> numeric(double[] values, long[] counts) {
        List<Double> marks = new ArrayList<>();
        double low = Double.NaN;
        double high = Double.NaN;
        for (double v : values) {
            if (!NEGATIVE.contains(v)) {
                low = Double.isNaN(low) ? v : low;
            }
        }
        boolean negatives = low < 0;
        int last = values.length - 1;
        // from the largest down: 777, 888 and 999 stand together
        while (last > 0 && POSITIVE.contains(values[last])) {
            last--;
        }
        for (int i = last; i < values.length && Double.isNaN(high); i++) {
            double next = i + 1 < values.length ? values[i + 1] : Double.NaN;
            boolean apart = next - values[i] > Math.max(values[i] - low, leastGap(low, values[i]));
            high = apart ? values[i] : high;
        }
        for (int i = 0; i < values.length; i++) {
            double v = values[i];
            boolean enough = counts[i] >= ROWS || Math.abs(v) >= LONG;
            boolean above = v > high && POSITIVE.contains(v);
            boolean below = v < 0 && !negatives && !Double.isNaN(low) && NEGATIVE.contains(v);
            if (enough && (above || below)) {
                marks.add(v);
            }
        }
        return marks;
    }

    /**
     * Two values 0 and 1 are apart by 1 and a 9 by 8; but a lone value has no spread, and neither
     * does a count that is nearly always 0, so a mark must also be twice the largest.
     */
    private static double leastGap(double low, double high) {
        return Math.max(1, high - Math.min(0, low));
    }
}
