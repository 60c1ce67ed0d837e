package org.anamnesis.learn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The numbers of a column: distinct finite values, ascending, and the rows of each.
 *
 * @param style how they are written
 * @param signs around them, with the limits that a value stands for in most rows
 * @param values distinct
 * @param counts rows of each
 * @param infinite rows with an infinite value
 * @param limits rows that give a limit, "&lt;0.5"
 */
@SuppressWarnings("ArrayRecordComponent") // many values, never changed
record NumberCells(
        NumberStyle style,
        Signs signs,
        double[] values,
        long[] counts,
        long infinite,
        long limits) {
    /** Signs before a number that is a limit of the measurement. */
    private static final String LIMITS = "<>≤≥~";

    /** Most decimals that are told apart; longer ones are an artefact of binary numbers. */
    static final int MOST_DECIMALS = 9;

    /** Share of cells that may be longer than the column's decimals: artefacts as 36.599999. */
    private static final double LONGER = 0.01;

    /** Share of cells with so many decimals that shows that zeros are written. */
    private static final double PADDED = 0.98;

    /**
     * How far above chance the share of a multiple must be to be heaping, 0 to 1: three standard
     * errors in 150 rows at a share of a fifth are 0.10.
     */
    private static final double ABOVE_CHANCE = 0.15;

    /** Smallest value that people round to; below it, some cells merely have fewer decimals. */
    private static final double LEAST_ROUND = 0.5;

    /** The number of a cell in a style; a limit is its number, a unit behind it does not count. */
    static double number(NumberStyle style, Signs signs, String text) {
        return style.value(bare(signs, text));
    }

    private static String bare(Signs signs, String text) {
        int from = 0;
        while (from < text.length()
                && (LIMITS.indexOf(text.charAt(from)) >= 0
                        || (from > 0 && " =".indexOf(text.charAt(from)) >= 0))) {
            from++;
        }
        return signs.bare(from == 0 ? text : text.substring(from).strip());
    }

    /** Whether a cell is a limit. */
    static boolean isLimit(String text) {
        return !text.isEmpty() && LIMITS.indexOf(text.charAt(0)) >= 0;
    }

    /**
     * The style that reads the most cells; where two read the same, the one that goes with the
     * separator of the file: behind a semicolon stands a decimal comma.
     */
    static NumberStyle style(Cells cells, Signs signs, char separator) {
        List<NumberStyle> styles =
                separator == ','
                        ? List.of(
                                NumberStyle.POINT,
                                NumberStyle.GROUPED_POINT,
                                NumberStyle.COMMA,
                                NumberStyle.GROUPED_COMMA)
                        : List.of(
                                NumberStyle.POINT,
                                NumberStyle.COMMA,
                                NumberStyle.GROUPED_COMMA,
                                NumberStyle.GROUPED_POINT);
        NumberStyle best = styles.get(0);
        double most = 0;
        for (NumberStyle style : styles) {
            double share = cells.share(t -> !Double.isNaN(number(style, signs, t)));
            if (share > most) {
                most = share;
                best = style;
            }
        }
        NumberStyle plain = best;
        double powers =
                cells.share(t -> !Double.isNaN(number(plain, signs, t)) && POWER.matcher(t).find());
        return powers > MOSTLY ? best.withPowers() : best;
    }

    /** A power of ten behind a number. */
    private static final Pattern POWER = Pattern.compile("\\d[eE][+-]?\\d+");

    /** Share of the cells from which on all are written with a power of ten. */
    private static final double MOSTLY = 0.5;

    static NumberCells of(Cells cells, NumberStyle style, Signs signs) {
        var all = new TreeMap<Double, Long>();
        long infinite = 0;
        long limits = 0;
        Map<Double, Map<String, Integer>> written = new TreeMap<>();
        List<String> texts = cells.texts();
        int[] counts = cells.counts();
        for (int i = 0; i < counts.length; i++) {
            double v = number(style, signs, texts.get(i));
            if (Double.isInfinite(v)) {
                infinite += counts[i];
            } else if (!Double.isNaN(v)) {
                all.merge(v + 0.0, (long) counts[i], Long::sum); // -0 is 0
                if (isLimit(texts.get(i))) {
                    limits += counts[i];
                    written.merge(v + 0.0, Map.of(texts.get(i), counts[i]), NumberCells::more);
                }
            }
        }
        List<String> usual = new ArrayList<>();
        written.forEach(
                (v, spellings) ->
                        spellings.forEach(
                                (text, rows) -> {
                                    boolean most = rows > all.get(v) / 2;
                                    if (most && rows >= LevelCells.LEAST_PEOPLE) {
                                        usual.add(text);
                                    }
                                }));
        return new NumberCells(
                style,
                signs.with(usual),
                all.keySet().stream().mapToDouble(v -> v).toArray(),
                all.values().stream().mapToLong(n -> n).toArray(),
                infinite,
                limits);
    }

    private static Map<String, Integer> more(Map<String, Integer> a, Map<String, Integer> b) {
        Map<String, Integer> both = new TreeMap<>(a);
        b.forEach((text, rows) -> both.merge(text, rows, Integer::sum));
        return both;
    }

    /** The same without some values. */
    NumberCells without(List<Double> marks) {
        int[] kept =
                java.util.stream.IntStream.range(0, values.length)
                        .filter(i -> !marks.contains(values[i]))
                        .toArray();
        return new NumberCells(
                style,
                signs,
                Arrays.stream(kept).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(kept).mapToLong(i -> counts[i]).toArray(),
                infinite,
                limits);
    }

    long rows() {
        return Arrays.stream(counts).sum();
    }

    /** Whether all values are whole. */
    boolean whole() {
        return Arrays.stream(values).allMatch(v -> v == Math.rint(v));
    }

    /** Decimals that carry meaning in all but a few rows. */
    int decimals() {
        long[] rowsBy = new long[MOST_DECIMALS + 1];
        for (int i = 0; i < values.length; i++) {
            int scale = BigDecimal.valueOf(values[i]).stripTrailingZeros().scale();
            rowsBy[Math.max(0, Math.min(MOST_DECIMALS, scale))] += counts[i];
        }
        long longer = (long) (rows() * LONGER);
        int d = MOST_DECIMALS;
        while (d > 0 && rowsBy[d] <= longer) {
            longer -= rowsBy[d];
            d--;
        }
        return d;
    }

    /** Decimals that every cell has at least, as written. */
    int written(Cells cells) {
        long[] rowsBy = new long[MOST_DECIMALS + 1];
        List<String> texts = cells.texts();
        int[] rows = cells.counts();
        for (int i = 0; i < rows.length; i++) {
            String text = texts.get(i);
            // a limit is written as it is: "<5" says nothing of the decimals of 7.0
            if (!isLimit(text) && !Double.isNaN(number(style, signs, text))) {
                rowsBy[Math.min(MOST_DECIMALS, style.decimals(bare(signs, text)))] += rows[i];
            }
        }
        long all = Arrays.stream(rowsBy).sum();
        long shorter = 0;
        int d = 0;
        while (d < MOST_DECIMALS && shorter + rowsBy[d] < (1 - PADDED) * all) {
            shorter += rowsBy[d++];
        }
        return d;
    }

    /** The largest step of which all values are multiples, given the decimals. */
    double step(int decimals) {
        double unit = Math.pow(10, -decimals);
        long divisor = 0;
        for (double v : values) {
            double scaled = v / unit;
            if (Math.abs(scaled) > 0x1.0p53) {
                return unit;
            }
            long a = Math.abs(Math.round(scaled));
            while (a != 0) {
                long rest = divisor % a;
                divisor = a;
                a = rest;
            }
        }
        // fewer than three values are multiples of anything
        boolean believed = divisor > 1 && values.length > 2;
        return believed ? divisor / Math.pow(10, decimals) : unit;
    }

    /** Whether most rows of a value give it as a limit. */
    private boolean isLimit(double value) {
        return signs.limits().stream().anyMatch(t -> number(style, signs, t) == value);
    }

    /** Round values that are met more often than chance would have it. */
    Optional<Content.Heaping> heaping(double step) {
        double range = values[values.length - 1] - values[0];
        for (int multiple : new int[] {10, 5}) {
            double round = multiple * step;
            if (range < 4 * round || round < LEAST_ROUND) {
                continue;
            }
            long on = 0;
            for (int i = 0; i < values.length; i++) {
                if (isLimit(values[i])) {
                    continue;
                }
                double k = values[i] / round;
                on += Math.abs(k - Math.rint(k)) < 1e-6 && values[i] != 0 ? counts[i] : 0;
            }
            double share = on / (double) (rows() - limits);
            if (share > 1.0 / multiple + ABOVE_CHANCE) {
                return Optional.of(
                        new Content.Heaping(
                                BigDecimal.valueOf(round)
                                        .round(new java.math.MathContext(10))
                                        .doubleValue(),
                                Math.round(share * 1000) / 1000.0));
            }
        }
        return Optional.empty();
    }
}
