package org.anamnesis.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Cells of a column as values, by its schema. */
final class ColumnReader {
    private ColumnReader() {}

    /**
     * @param k number of the column
     * @return n values as in {@link org.anamnesis.table.Table}; NaN for what is missing or cannot
     *     be read
     */
    static double[] values(SourceTable table, int k, ColumnSchema schema) {
        TextColumn column = table.column(k);
        Set<String> missing = new HashSet<>();
        schema.missing().forEach(m -> missing.add(m.toLowerCase(Locale.ROOT)));
        ToDoubleFunction<String> value = reader(schema.content());
        double[] byCode = new double[column.distinct()];
        for (int code = 0; code < byCode.length; code++) {
            String text = column.text(code);
            boolean says = !text.isEmpty() && !missing.contains(text.toLowerCase(Locale.ROOT));
            byCode[code] = says ? value.applyAsDouble(text) : Double.NaN;
        }
        double[] out = new double[column.size()];
        Arrays.setAll(out, i -> byCode[column.code(i)]);
        return out;
    }

    private static ToDoubleFunction<String> reader(Content content) {
        if (content instanceof Content.Levels l) {
            return levels(l);
        }
        if (content instanceof Content.Dates d) {
            return text -> day(d.formats(), text);
        }
        boolean numbers = content instanceof Content.Numbers;
        NumberStyle style = numbers ? ((Content.Numbers) content).style() : NumberStyle.POINT;
        Signs signs = numbers ? ((Content.Numbers) content).signs() : Signs.NONE;
        return text -> {
            double v = NumberCells.number(style, signs, text);
            return Double.isInfinite(v) ? Double.NaN : v + 0.0; // -0 is 0
        };
    }

    private static double day(List<DateFormat> formats, String text) {
        for (DateFormat format : formats) {
            double days = format.days(text);
            if (!Double.isNaN(days)) {
                return days;
            }
        }
        return Double.NaN;
    }

    /** By the level's own spelling, else without regard to case, else the level for others. */
    private static ToDoubleFunction<String> levels(Content.Levels content) {
        Map<String, Integer> index = new HashMap<>();
        for (int k = 0; k < content.levels().size(); k++) {
            index.putIfAbsent(LevelCells.fold(content.levels().get(k)), k);
        }
        for (int k = 0; k < content.levels().size(); k++) {
            index.put(content.levels().get(k), k);
        }
        Map<Boolean, Integer> said = yesAndNo(content.levels());
        Optional<Integer> other = content.other().map(content.levels()::indexOf);
        return text -> {
            Integer exact = index.get(text);
            Integer found = exact == null ? index.get(LevelCells.fold(text)) : exact;
            if (found != null) {
                return found;
            }
            Integer meant = said.isEmpty() ? null : Answers.yes(text).map(said::get).orElse(null);
            if (meant != null) {
                return meant;
            }
            return other.map(Integer::doubleValue).orElse(Double.NaN);
        };
    }

    /** Which level says yes and which no, if there are these two and no other. */
    private static Map<Boolean, Integer> yesAndNo(List<String> levels) {
        Map<Boolean, Integer> said = new HashMap<>();
        for (int k = 0; k < levels.size(); k++) {
            int level = k;
            Answers.yes(levels.get(k)).ifPresent(yes -> said.putIfAbsent(yes, level));
        }
        return levels.size() == 2 && said.size() == 2 ? said : Map.of();
    }
}
