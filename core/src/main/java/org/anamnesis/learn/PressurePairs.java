package org.anamnesis.learn;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;

/**
 * A column that holds both blood pressures in a cell, "145/78" or "145/78 mmHg", as two columns of
 * one number each. Other pairs of numbers (visual acuity, scores out of many) stay as they are:
 * what their halves are, nobody says.
 *
 * @param names of the two columns, systolic first
 */
record PressurePairs(List<String> names, List<TextColumn> columns) {
    private static final Pattern PAIR =
            Pattern.compile(
                    "(\\d{2,3})\\s*[/|\\\\]\\s*(\\d{2,3})(?:\\s*mm\\s?\\[?Hg\\]?)?",
                    Pattern.CASE_INSENSITIVE);

    /** Share of the cells with something in them that must be pairs. */
    private static final double PAIRS = 0.9;

    /** Share of the pairs that must be possible pressures; the others are errors of typing. */
    private static final double POSSIBLE = 0.95;

    /** Rows of pairs at least; fewer are chance. */
    private static final int LEAST = 5;

    /**
     * @param taken names of the table's columns
     * @param most bytes of different texts that a column keeps
     * @return empty if the column holds anything else
     */
    static Optional<PressurePairs> of(
            String name, TextColumn column, List<String> taken, int most) {
        List<String> names = List.of(name + "_systolic", name + "_diastolic");
        if (column.overflowed() || names.stream().anyMatch(taken::contains)) {
            return Optional.empty();
        }
        Optional<Measurand> systolic = Measurands.bundled().find("sbp");
        Optional<Measurand> diastolic = Measurands.bundled().find("dbp");
        long said = 0;
        long pairs = 0;
        long possible = 0;
        String[] first = new String[column.distinct()];
        String[] second = new String[column.distinct()];
        for (int code = 0; code < first.length; code++) {
            String text = column.text(code);
            int rows = column.count(code);
            first[code] = text;
            second[code] = text;
            said += MissingMarks.isMark(text) ? 0 : rows;
            Matcher m = PAIR.matcher(text);
            if (m.matches()) {
                first[code] = m.group(1);
                second[code] = m.group(2);
                double high = Double.parseDouble(m.group(1));
                double low = Double.parseDouble(m.group(2));
                boolean both =
                        high > low
                                && systolic.filter(s -> s.mayBe(high)).isPresent()
                                && diastolic.filter(d -> d.mayBe(low)).isPresent();
                pairs += rows;
                possible += both ? rows : 0;
            }
        }
        if (pairs < LEAST || pairs < PAIRS * said || possible < POSSIBLE * pairs) {
            return Optional.empty();
        }
        return Optional.of(
                new PressurePairs(
                        names, List.of(spread(column, first, most), spread(column, second, most))));
    }

    private static TextColumn spread(TextColumn column, String[] texts, int most) {
        var out = new TextColumn(most);
        for (int i = 0; i < column.size(); i++) {
            out.add(texts[column.code(i)]);
        }
        return out;
    }

    /** What the user should know. */
    String note(String name) {
        return "%s holds two pressures in a cell; it is read as two columns, %s and %s, and made rows have these two."
                .formatted(name, names.get(0), names.get(1));
    }
}
