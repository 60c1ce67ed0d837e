package org.anamnesis.generate;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.table.CsvTable;
import org.anamnesis.table.Variable;

/**
 * One column of the census and how the survey's file states it.
 *
 * @param variable the census column
 * @param from column of the survey file
 * @param meaning the file's spelling of each level; empty for numbers and 0/1 answers
 * @param factor what to multiply the file's number with
 * @param onlyIf column that must have one of {@code onlyLevels} for the question to make sense;
 *     empty if it always does
 * @param onlyLevels level indices of {@code onlyIf}
 */
record SurveyColumn(
        Variable variable,
        String from,
        List<String> meaning,
        double factor,
        String onlyIf,
        List<Integer> onlyLevels) {
    static SurveyColumn number(String name, String unit, int decimals, String from) {
        return new SurveyColumn(
                Variable.number(name, unit, decimals), from, List.of(), 1, "", List.of());
    }

    static SurveyColumn flag(String name, String from) {
        return new SurveyColumn(Variable.flag(name), from, List.of(), 1, "", List.of());
    }

    /** {@code levels}: pairs of census level and the file's spelling. */
    static SurveyColumn category(String name, String from, String... levels) {
        List<String> ours = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (int k = 0; k < levels.length; k += 2) {
            ours.add(levels[k]);
            theirs.add(levels[k + 1]);
        }
        return new SurveyColumn(Variable.category(name, ours), from, theirs, 1, "", List.of());
    }

    SurveyColumn times(double changed) {
        return new SurveyColumn(variable, from, meaning, changed, onlyIf, onlyLevels);
    }

    SurveyColumn onlyIf(String column, Integer... levels) {
        return new SurveyColumn(variable, from, meaning, factor, column, Arrays.asList(levels));
    }

    /** Values for the given rows of the file. */
    double[] values(CsvTable file, int[] rows) {
        if (meaning.isEmpty()) {
            double[] all = file.numbers(from);
            double scale = Math.pow(10, variable.decimals());
            return Arrays.stream(rows)
                    .mapToDouble(
                            i ->
                                    variable.isCategory()
                                            ? all[i]
                                            : Math.round(all[i] * factor * scale) / scale
                                                    + 0 * all[i])
                    .toArray();
        }
        List<String> text = file.text(from);
        return IntStream.of(rows)
                .mapToDouble(
                        i -> {
                            int level = meaning.indexOf(text.get(i));
                            return level < 0 ? Double.NaN : level;
                        })
                .toArray();
    }

    /** For the header of the census: what the column is made from. */
    String described() {
        String renamed =
                IntStream.range(0, meaning.size())
                        .filter(k -> !meaning.get(k).equals(variable.levels().get(k)))
                        .mapToObj(k -> meaning.get(k) + " = " + variable.levels().get(k))
                        .collect(joining(", "));
        return renamed.isEmpty() ? from : from + " (" + renamed + ")";
    }
}
