package org.anamnesis.learn.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.anamnesis.learn.Condition;
import org.anamnesis.learn.Meaning;
import org.anamnesis.learn.Term;
import org.anamnesis.population.Weighted;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * What the drawn rows come to together.
 *
 * @param text the user's words before the equals sign
 * @param value wanted; of a share between 0 and 1, of a correlation between -1 and 1
 */
public record Target(String text, Of of, double value) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*(?<what>mean|share|correlation)\\s*\\((?<of>.*)\\)\\s*==?\\s*"
                            + "(?<value>[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*"
                            + "(?<percent>%?)\\s*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String EXAMPLES =
            "mean(hba1c) = 9, share(sex = 'female') = 60 % or correlation(hba1c, bmi) = 0.5";

    /** Two parts around the first comma that is in no name, text or bracket. */
    private static final Pattern PAIR =
            Pattern.compile(
                    "(?<first>(?:\"[^\"]*\"|`[^`]*`|'[^']*'|\\([^()]*\\)|[^,\"`'()])+),(?<second>.+)",
                    Pattern.DOTALL);

    /** What is counted or averaged. */
    sealed interface Of {}

    /** Mean of a number among the rows that have it. */
    record Mean(Term term) implements Of {}

    /** Share of all rows of which a condition is true. */
    record Share(Condition condition) implements Of {}

    /** Spearman's rank correlation of two numbers among the rows that have both. */
    record Correlation(Term first, Term second) implements Of {}

    /**
     * Reads targets, for example {@code mean(hba1c) = 9}.
     *
     * @throws RequestException with all mistakes in all texts
     */
    public static List<Target> read(List<String> texts, List<Variable> variables) {
        List<Problem> problems = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (String text : texts) {
            Matcher m = FORM.matcher(text);
            if (!m.matches()) {
                problems.add(
                        new Problem("sample.target.form", text, "This is no target", EXAMPLES));
                continue;
            }
            boolean percent = !m.group("percent").isEmpty();
            double value = Double.parseDouble(m.group("value")) / (percent ? 100 : 1);
            String inner = m.group("of");
            int at = m.start("of");
            Of of =
                    switch (m.group("what").toLowerCase(Locale.ROOT)) {
                        case "mean" ->
                                new Mean(Meaning.readNumber(inner, text, at, variables, problems));
                        case "share" ->
                                new Share(Meaning.read(inner, text, at, variables, problems));
                        default -> pair(inner, text, at, variables, problems);
                    };
            if (!Double.isFinite(value) || !possible(of, value, percent)) {
                problems.add(new Problem("sample.target.value", text, limits(of), EXAMPLES));
            }
            String words = text.substring(m.start("what"), m.end("of") + 1);
            targets.add(new Target(words, of, value));
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return targets;
    }

    private static Of pair(
            String inner, String text, int at, List<Variable> variables, List<Problem> problems) {
        Matcher m = PAIR.matcher(inner);
        if (!m.matches()) {
            problems.add(
                    new Problem(
                            "sample.target.pair",
                            text,
                            "A correlation is of two columns",
                            "correlation(hba1c, bmi) = 0.5"));
            return new Mean(new Term.Constant(0));
        }
        return new Correlation(
                Meaning.readNumber(m.group("first"), text, at, variables, problems),
                Meaning.readNumber(
                        m.group("second"), text, at + m.start("second"), variables, problems));
    }

    private static boolean possible(Of of, double value, boolean percent) {
        if (of instanceof Share) {
            return value >= 0 && value <= 1;
        }
        return !percent && (of instanceof Mean || (value > -1 && value < 1));
    }

    private static String limits(Of of) {
        if (of instanceof Share) {
            return "A share lies between 0 and 1, or 0 and 100 %";
        }
        return of instanceof Mean
                ? "A mean is a number in the unit of its column"
                : "A correlation lies between -1 and 1, without these two";
    }

    public boolean isShare() {
        return of instanceof Share;
    }

    /** Columns that it asks. */
    public Set<Integer> columns() {
        Set<Integer> columns = new LinkedHashSet<>();
        if (of instanceof Share share) {
            share.condition.collect(columns);
        } else if (of instanceof Mean mean) {
            mean.term.collect(columns);
        } else {
            ((Correlation) of).first.collect(columns);
            ((Correlation) of).second.collect(columns);
        }
        return columns;
    }

    /**
     * By row: 0 or 1 for a share, NaN if a mean has none there; of a correlation 1 if the row has
     * both values, else NaN.
     */
    double[] values(double[][] columns, int rows) {
        double[] values = new double[rows];
        if (of instanceof Share share) {
            Arrays.setAll(
                    values, i -> share.condition.of(columns, i) == Condition.Answer.TRUE ? 1 : 0);
        } else if (of instanceof Mean mean) {
            Arrays.setAll(values, i -> mean.term.at(columns, i));
        } else {
            RankedPair pair = pair(columns, rows);
            Arrays.setAll(values, i -> pair.has(i) ? 1 : Double.NaN);
        }
        return values;
    }

    /** The two numbers of a correlation. */
    RankedPair pair(double[][] columns, int rows) {
        Correlation asked = (Correlation) of;
        return new RankedPair(
                IntStream.range(0, rows).mapToDouble(i -> asked.first.at(columns, i)).toArray(),
                IntStream.range(0, rows).mapToDouble(i -> asked.second.at(columns, i)).toArray());
    }

    boolean isCorrelation() {
        return of instanceof Correlation;
    }

    /** Of a share, by row of such a table whether it counts. */
    public boolean[] counts(Table table) {
        double[][] columns = new double[table.variables().size()][];
        Arrays.setAll(columns, table::column);
        double[] values = values(columns, table.rows());
        boolean[] counts = new boolean[values.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = values[i] == 1;
        }
        return counts;
    }

    /** What the rows of a table come to, whose columns are those that targets were read for. */
    public double in(Table table) {
        double[][] columns = new double[table.variables().size()][];
        Arrays.setAll(columns, table::column);
        return reached(columns, table.rows());
    }

    /** What rows come to, all of one weight. */
    double reached(double[][] columns, int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return isCorrelation()
                ? pair(columns, rows).correlation(ones)
                : Weighted.mean(values(columns, rows), ones);
    }
}
