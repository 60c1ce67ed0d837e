package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.generate.dp.Budget;
import org.anamnesis.generate.dp.Budget.Pot;

/**
 * A schema for a model under a promise of differential privacy: levels of categories are those that
 * the user listed, or those that enough people share beyond the noise; figures and reasons that
 * were computed from the table are left out. Names, kinds and spelling of columns stay as they were
 * found.
 */
public final class CoveredSchema {
    private final SourceTable source;
    private final int[] rows;
    private final Budget budget;

    /** Columns whose levels are looked for. */
    private final int searched;

    private final double rho;

    private CoveredSchema(SourceTable source, Schema found, int[] rows, Budget budget) {
        this.source = source;
        this.rows = rows;
        this.budget = budget;
        searched = (int) found.columns().stream().filter(CoveredSchema::open).count();
        long numbers =
                found.learned().stream()
                        .filter(c -> !(c.content() instanceof Content.Levels))
                        .count();
        rho = budget.left(Pot.DOMAINS) / Math.max(1, searched + numbers);
    }

    /**
     * @param found in the table
     * @param rows one of each person who is learned
     */
    public static Schema searched(SourceTable source, Schema found, int[] rows, Budget budget) {
        var covered = new CoveredSchema(source, found, rows, budget);
        List<ColumnSchema> columns = new ArrayList<>();
        for (int k = 0; k < found.columns().size(); k++) {
            columns.add(covered.column(k, found.columns().get(k)));
        }
        return new Schema(columns, found.separator(), found.key(), found.order());
    }

    /** The user's own schema, whose levels are known without the table. */
    public static Schema stated(Schema schema) {
        return new Schema(
                schema.columns().stream().map(c -> with(c, quiet(c.content()))).toList(),
                schema.separator(),
                schema.key(),
                schema.order());
    }

    /** For the model file: the marks of missing values are words of the table's own. */
    public static Schema published(Schema covered) {
        return new Schema(
                covered.columns().stream()
                        .map(
                                c ->
                                        new ColumnSchema(
                                                c.name(),
                                                c.content(),
                                                c.keep(),
                                                List.of(),
                                                List.of(),
                                                MissingMarks.isMark(c.mark()) ? c.mark() : "",
                                                c.concept()))
                        .toList(),
                covered.separator(),
                covered.key(),
                covered.order());
    }

    private static boolean open(ColumnSchema c) {
        return c.keep()
                && (c.content() instanceof Content.Levels
                        || (c.content() instanceof Content.Constant v && !v.value().isEmpty()));
    }

    private ColumnSchema column(int k, ColumnSchema c) {
        return with(c, open(c) ? levels(k, c) : quiet(c.content()));
    }

    private static ColumnSchema with(ColumnSchema c, Content content) {
        return new ColumnSchema(
                c.name(), content, c.keep(), List.of(), c.missing(), c.mark(), c.concept());
    }

    private static Content quiet(Content content) {
        return content instanceof Content.Numbers n
                ? new Content.Numbers(
                        n.style(),
                        n.decimals(),
                        n.written(),
                        n.step(),
                        n.unit(),
                        Optional.empty(),
                        n.signs().with(List.of()))
                : content;
    }

    /** Levels that enough people share; the others are one level. */
    private Content levels(int k, ColumnSchema c) {
        TextColumn column = source.column(k);
        Set<String> missing = new HashSet<>();
        c.missing().forEach(m -> missing.add(m.toLowerCase(Locale.ROOT)));
        long[] all = new long[column.distinct()];
        for (int row : rows) {
            all[column.code(row)]++;
        }
        int[] there =
                IntStream.range(0, all.length)
                        .filter(code -> all[code] > 0 && says(column.text(code), missing))
                        .toArray();
        long[] counts = Arrays.stream(there).mapToLong(code -> all[code]).toArray();
        long[] noisy = budget.shared(Pot.DOMAINS, "levels of " + c.name(), rho, searched, counts);
        Map<String, Integer> best = new HashMap<>();
        for (int i = 0; i < there.length; i++) {
            if (noisy[i] > 0) {
                best.merge(
                        LevelCells.fold(column.text(there[i])),
                        i,
                        (a, b) -> noisy[b] > noisy[a] ? b : a);
            }
        }
        List<String> levels =
                new ArrayList<>(
                        best.values().stream()
                                .sorted((a, b) -> Long.compare(noisy[b], noisy[a]))
                                .limit(LevelCells.MOST_LEVELS)
                                .map(i -> column.text(there[i]))
                                .sorted(LevelCells.NATURAL)
                                .toList());
        if (!levels.contains(LevelCells.OTHER)) {
            levels.add(LevelCells.OTHER);
        }
        return new Content.Levels(levels, Optional.of(LevelCells.OTHER));
    }

    /** What looks like an e-mail address or a telephone number is nobody's answer. */
    private static boolean says(String text, Set<String> missing) {
        return !text.isEmpty()
                && !missing.contains(text.toLowerCase(Locale.ROOT))
                && Identifiers.byValue(text).isEmpty();
    }
}
