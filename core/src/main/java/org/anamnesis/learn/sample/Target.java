package org.anamnesis.learn.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Variable;

/**
 * What the drawn rows come to together.
 *
 * @param text the user's words before the equals sign
 * @param value wanted; of a share between 0 and 1
 */
public record Target(String text, Of of, double value) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*(?<what>mean|share)\\s*\\((?<of>.*)\\)\\s*==?\\s*"
                            + "(?<value>[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*"
                            + "(?<percent>%?)\\s*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String EXAMPLES = "mean(hba1c) = 9 or share(sex = 'female') = 60 %";

    /** What is counted or averaged. */
    sealed interface Of {}

    /** Mean of a number among the rows that have it. */
    record Mean(Term term) implements Of {}

    /** Share of all rows of which a condition is true. */
    record Share(Condition condition) implements Of {}

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
            boolean mean = m.group("what").equalsIgnoreCase("mean");
            boolean percent = !m.group("percent").isEmpty();
            double value = Double.parseDouble(m.group("value")) / (percent ? 100 : 1);
            if (!Double.isFinite(value)
                    || (mean && percent)
                    || (!mean && !(value >= 0 && value <= 1))) {
                problems.add(
                        new Problem(
                                "sample.target.value",
                                text,
                                mean
                                        ? "A mean is a number in the unit of its column"
                                        : "A share lies between 0 and 1, or 0 and 100 %",
                                EXAMPLES));
            }
            String inner = m.group("of");
            int at = m.start("of");
            Of of =
                    mean
                            ? new Mean(Meaning.readNumber(inner, text, at, variables, problems))
                            : new Share(Meaning.read(inner, text, at, variables, problems));
            String words = text.substring(m.start("what"), m.end("of") + 1);
            targets.add(new Target(words, of, value));
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return targets;
    }

    boolean isShare() {
        return of instanceof Share;
    }

    /** Columns that it asks. */
    Set<Integer> columns() {
        if (of instanceof Share share) {
            return share.condition.columns();
        }
        Set<Integer> columns = new LinkedHashSet<>();
        ((Mean) of).term.collect(columns);
        return columns;
    }

    /** Value of a row: 0 or 1 for a share, NaN if a mean has none there. */
    double at(double[][] columns, int row) {
        if (of instanceof Share share) {
            return share.condition.of(columns, row) == Condition.Answer.TRUE ? 1 : 0;
        }
        return ((Mean) of).term.at(columns, row);
    }
}
