package org.anamnesis.learn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.anamnesis.table.Table;

/**
 * Made rows as delimited text in the user's own spelling: columns in his order, his separator,
 * decimals, formats of dates, names of levels and mark for missing values. Dropped columns are left
 * out.
 */
public final class SpelledTable {
    /** Characters that are handed on at a time. */
    private static final int HANDED_ON = 1 << 13;

    /** Texts of values that are kept for each column: most columns have fewer values. */
    private static final int REMEMBERED_BITS = 11;

    private static final int REMEMBERED = 1 << REMEMBERED_BITS;

    /** The golden ratio as an odd whole number, which spreads neighbours (Knuth, vol. 3, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Schema schema;
    private final Appendable out;
    private final MadeKeys keys;

    /**
     * @param out gets the text, lines ending in LF
     */
    public SpelledTable(Schema schema, Appendable out) {
        this(schema, out, new MadeKeys("", 0));
    }

    /**
     * @param keys how persons are written
     */
    public SpelledTable(Schema schema, Appendable out, MadeKeys keys) {
        this.schema = schema;
        this.out = out;
        this.keys = keys;
    }

    /** Writes the names of the columns. */
    public void header() throws IOException {
        line(
                schema.columns().stream()
                        .filter(ColumnSchema::keep)
                        .map(c -> cell(c.name()))
                        .toList());
    }

    /**
     * Writes rows.
     *
     * @param block has the learned columns
     * @param person of each row, at least block.rows() numbers; written where the table has a key
     */
    public void rows(Table block, long[] person) throws IOException {
        List<ColumnText> texts = new ArrayList<>();
        for (ColumnSchema c : schema.columns()) {
            if (c.keep()) {
                texts.add(text(c, block, person));
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < block.rows(); i++) {
            for (int k = 0; k < texts.size(); k++) {
                if (k > 0) {
                    text.append(schema.separator());
                }
                text.append(texts.get(k).of(i));
            }
            text.append('\n');
            if (text.length() >= HANDED_ON) {
                out.append(text);
                text.setLength(0);
            }
        }
        out.append(text);
    }

    /** Text of a column in row i, ready to be written. */
    private interface ColumnText {
        String of(int row);
    }

    private ColumnText text(ColumnSchema c, Table block, long[] person) {
        if (c.content() instanceof Content.Key) {
            return i -> cell(keys.text(person[i]));
        }
        if (c.content() instanceof Content.Constant constant) {
            String value = cell(constant.value().isEmpty() ? c.mark() : constant.value());
            return i -> value;
        }
        double[] values = block.column(c.name());
        DoubleFunction<String> spelled = remembered(spelled(c.content()));
        String missing = cell(c.mark());
        return i -> Double.isNaN(values[i]) ? missing : spelled.apply(values[i]);
    }

    /** The same text, not made anew for a value that was there shortly before. */
    private static DoubleFunction<String> remembered(DoubleFunction<String> spelled) {
        long[] values = new long[REMEMBERED];
        String[] texts = new String[REMEMBERED];
        return v -> {
            long bits = Double.doubleToRawLongBits(v);
            int place = (int) ((bits * SPREAD) >>> (Long.SIZE - REMEMBERED_BITS));
            if (texts[place] == null || values[place] != bits) {
                values[place] = bits;
                texts[place] = spelled.apply(v);
            }
            return texts[place];
        };
    }

    /** A value as the user writes it. */
    private DoubleFunction<String> spelled(Content content) {
        if (content instanceof Content.Numbers n) {
            DoubleFunction<String> number = number(n);
            return v -> cell(number.apply(v));
        }
        if (content instanceof Content.Dates d) {
            return v -> cell(d.formats().get(0).write(v));
        }
        List<String> levels = ((Content.Levels) content).levels().stream().map(this::cell).toList();
        return v -> levels.get((int) v);
    }

    private static DoubleFunction<String> number(Content.Numbers n) {
        int decimals = Math.max(n.decimals(), n.written());
        Signs signs = n.signs();
        Map<Double, String> limits = new HashMap<>();
        signs.limits().forEach(t -> limits.put(NumberCells.number(n.style(), signs, t), t));
        return v -> {
            double stepped = n.style().powers() ? v : n.step() * Math.rint(v / n.step());
            String limit = limits.isEmpty() ? null : limits.get(nearest(stepped, decimals));
            String plain = n.style().write(stepped, decimals, n.written());
            return limit == null ? signs.before() + plain + signs.after() : limit;
        };
    }

    /** A value without the last digits of its binary form. */
    private static double nearest(double value, int decimals) {
        double unit = Math.pow(10, decimals);
        return Math.rint(value * unit) / unit;
    }

    private void line(List<String> cells) throws IOException {
        for (int k = 0; k < cells.size(); k++) {
            if (k > 0) {
                out.append(schema.separator());
            }
            out.append(cells.get(k));
        }
        out.append('\n');
    }

    private String cell(String text) {
        String safe = harmless(text);
        boolean quote =
                safe.indexOf(schema.separator()) >= 0
                        || safe.indexOf('"') >= 0
                        || safe.indexOf('\n') >= 0
                        || safe.indexOf('\r') >= 0;
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV
     * Injection"). Answers such as "+" and "-ve" stay.
     */
    private static String harmless(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        boolean formula =
                first == '='
                        || first == '@'
                        || ((first == '+' || first == '-') && text.matches(".*[(|!].*"));
        return formula ? "'" + text : text;
    }
}
