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
    private final Schema schema;
    private final Appendable out;

    /**
     * @param out gets the text, lines ending in LF
     */
    public SpelledTable(Schema schema, Appendable out) {
        this.schema = schema;
        this.out = out;
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
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < block.rows(); i++) {
            cells.clear();
            for (ColumnText t : texts) {
                cells.add(t.of(i));
            }
            line(cells);
        }
    }

    /** Text of a column in row i, ready to be written. */
    private interface ColumnText {
        String of(int row);
    }

    private ColumnText text(ColumnSchema c, Table block, long[] person) {
        if (c.content() instanceof Content.Key) {
            return i -> Long.toString(person[i]);
        }
        if (c.content() instanceof Content.Constant constant) {
            String value = cell(constant.value().isEmpty() ? c.mark() : constant.value());
            return i -> value;
        }
        double[] values = block.column(c.name());
        DoubleFunction<String> spelled = spelled(c.content());
        String missing = cell(c.mark());
        return i -> Double.isNaN(values[i]) ? missing : spelled.apply(values[i]);
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
            double stepped = n.step() * Math.rint(v / n.step());
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
