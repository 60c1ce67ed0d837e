package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * How two columns of a table go together: "correlation of crp and bmi 0.5", "age and a1c correlate
 * 0.4". Read before all else, because a clause has two columns and one number.
 *
 * @param edits what was understood
 * @param problems what cannot be
 * @param rest of the message
 */
record ColumnCorrelations(List<Reading.Quoted> edits, List<Problem> problems, String rest) {
    private static final String COLUMN = CoveredText.COLUMN;
    private static final String VALUE = "(?<v>[-−+]?\\s?(?:\\d+(?:[.,]\\d+)?|[.,]\\d+))(?![\\d%])";
    private static final String WORD =
            "(?:(?:rank|spearman|negatively|positively|negative|positive)(?:'s)?\\s+)*(?:correlat\\p{L}*|corr|rho)(?:\\s+coefficient)?";
    private static final String BE =
            "\\s*(?:(?:is|are|be|being|of|at|to|by|as|with|should|must|shall|about|around|approximately|a|an|the|=+|:)\\s*)*";
    private static final String PAIR =
            "(?<a>COLUMN)\\s*(?:and|with|versus|vs\\.?|to|[-–,&/]|\\+)?\\s*(?<b>COLUMN)"
                    .replace("COLUMN", COLUMN);
    private static final String OPEN =
            "(?:\\b(?:make|set|put|let|have|with|and|want|the|a|an|both)\\s+)*";

    private static final List<Pattern> FORMS =
            List.of(
                    form(
                            WORD
                                    + BE
                                    + VALUE
                                    + "\\s*(?:between|of|for|in|among)\\s*(?:the\\s+)?"
                                    + PAIR),
                    form(
                            VALUE
                                    + "\\s*"
                                    + WORD
                                    + "\\s*(?:between|of|for|in)\\s*(?:the\\s+)?"
                                    + PAIR),
                    form(
                            WORD
                                    + "\\s*(?:of|between|for|in|[:(])?\\s*(?:the\\s+)?"
                                    + PAIR
                                    + "\\s*\\)?"
                                    + BE
                                    + VALUE),
                    form(
                            ("(?<a>COLUMN)"
                                            + BE
                                            + WORD
                                            + BE
                                            + VALUE
                                            + "\\s*(?:with|to|and)\\s*(?<b>COLUMN)")
                                    .replace("COLUMN", COLUMN)),
                    form(
                            ("(?<a>COLUMN)"
                                            + BE
                                            + WORD
                                            + "\\s*(?:with|to|and)\\s*(?<b>COLUMN)"
                                            + BE
                                            + VALUE)
                                    .replace("COLUMN", COLUMN)),
                    form(PAIR + "\\s*(?:have|has|having)?" + BE + WORD + BE + VALUE));

    /** Further pairs of a list. */
    private static final Pattern NEXT =
            form("(?:,|;|and)\\s*(?:and\\s*)?(?:between\\s+)?" + PAIR + BE + VALUE);

    private static final List<Pattern> NONE =
            List.of(
                    form(
                            PAIR
                                    + BE
                                    + "(?:uncorrelated|not\\s+correlated|independent(?:\\s+of\\s+each\\s+other)?)"),
                    form(
                            "(?:no|without(?:\\s+any)?)\\s+"
                                    + WORD
                                    + "\\s*(?:of|between|for)\\s*"
                                    + PAIR));

    /** Nothing is asked any more of how two go together. */
    private static final Pattern FORGOTTEN =
            form(
                    "(?:drop|remove|forget|lift|cancel|delete|clear|ignore|no more)\\s+(?:the\\s+|any\\s+)?"
                            + WORD
                            + "\\s*(?:of|between|for)?\\s*(?:the\\s+)?"
                            + PAIR
                            + "(?!"
                            + BE
                            + VALUE
                            + ")");

    private static final Pattern ANY =
            Pattern.compile(
                    "(?iu)correl|korrel|corrél|相关|uncorrelated|independen|\\bcorr\\b|\\brho\\b");

    private static Pattern form(String form) {
        return Pattern.compile(OPEN + form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static ColumnCorrelations of(String message, List<TableColumn> columns, Language likely) {
        var none = new ColumnCorrelations(List.of(), List.of(), message);
        if (!ANY.matcher(message).find()) {
            return none;
        }
        ColumnCorrelations read = new Clauses(message, columns, likely).read();
        return read.rest().isEmpty() ? none : read;
    }

    /** Reads one message. */
    private static final class Clauses {
        private final CoveredText covered;
        private final List<TableColumn> columns;
        private final List<Reading.Quoted> edits = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Clauses(String message, List<TableColumn> columns, Language likely) {
            this.columns = columns;
            this.covered = new CoveredText(message, columns, likely);
        }

        private Matcher in(Pattern form) {
            return form.matcher(covered.text());
        }

        ColumnCorrelations read() {
            for (Pattern form : FORMS) {
                for (Matcher m = in(form); m.find(); m = in(form)) {
                    boolean negative = m.group().matches("(?is).*\\bnegative(?:ly)?\\b.*");
                    double value = number(m.group("v"));
                    int end = m.end();
                    take(m, negative ? -Math.abs(value) : value);
                    Matcher next = in(NEXT).region(end, covered.text().length());
                    while (next.lookingAt()) {
                        end = next.end();
                        take(next, number(next.group("v")));
                        next = in(NEXT).region(end, covered.text().length());
                    }
                }
            }
            for (Matcher m = in(FORGOTTEN); m.find(); m = in(FORGOTTEN)) {
                var gone = new Constraint.Correlation(column(m, "a").id(), column(m, "b").id(), 0);
                String quote = covered.quote(m.start(), m.end());
                edits.add(new Reading.Quoted(Edit.Forget.about(gone), quote));
                covered.take(m.start(), m.end());
            }
            for (Pattern form : NONE) {
                for (Matcher m = in(form); m.find(); m = in(form)) {
                    take(m, 0);
                }
            }
            boolean nothing = edits.isEmpty() && problems.isEmpty();
            return new ColumnCorrelations(edits, problems, nothing ? "" : covered.rest());
        }

        private void take(Matcher m, double value) {
            TableColumn a = column(m, "a");
            TableColumn b = column(m, "b");
            String quote = covered.quote(m.start(), m.end());
            boolean numbers =
                    a.kind() == TableColumn.Kind.NUMBER && b.kind() == TableColumn.Kind.NUMBER;
            if (!numbers || a.equals(b)) {
                problems.add(
                        new Problem(
                                "sample.words.correlation",
                                quote,
                                "A correlation is of two different columns of numbers.",
                                "two of: " + numbers()));
            } else if (Math.abs(value) >= 1) {
                problems.add(
                        new Problem(
                                "request.correlation.range",
                                quote,
                                "A correlation lies between -1 and 1.",
                                "a correlation of 0.5"));
            } else {
                var asked = new Constraint.Correlation(a.id(), b.id(), value);
                edits.add(new Reading.Quoted(new Edit.AddConstraint(asked), quote));
            }
            covered.take(m.start(), m.end());
        }

        private TableColumn column(Matcher m, String group) {
            return covered.column(m.group(group));
        }

        private String numbers() {
            return String.join(
                    ", ",
                    columns.stream()
                            .filter(c -> c.kind() == TableColumn.Kind.NUMBER)
                            .map(TableColumn::name)
                            .limit(8)
                            .toList());
        }

        private static double number(String typed) {
            return Double.parseDouble(
                    typed.replaceAll("\\s", "").replace('−', '-').replace(',', '.'));
        }
    }
}
