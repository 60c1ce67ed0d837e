package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.ColumnMentions.Mention;
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
    /** A column is one private-use character that numbers it, filled up to the length it had. */
    private static final char FIRST = '\uE000';

    private static final char FILL = '\uF8FF';

    private static final int MOST = 256;

    private static final String COLUMN = "[\uE000-\uE0FF]\uF8FF*";
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
        return ANY.matcher(message).find()
                ? new Clauses(message, columns, likely).read()
                : new ColumnCorrelations(List.of(), List.of(), message);
    }

    /** Reads one message. */
    private static final class Clauses {
        private final ColumnMentions found;
        private final Wording wording;
        private final List<TableColumn> named = new ArrayList<>();
        private final List<TableColumn> columns;
        private final List<Reading.Quoted> edits = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final StringBuilder rest;
        private String text;

        Clauses(String message, List<TableColumn> columns, Language likely) {
            this.columns = columns;
            this.found = ColumnMentions.of(message, columns, true);
            this.wording = Wording.of(found.marked(), Language.of(message, likely));
            this.rest = new StringBuilder(wording.text());
            this.text = wording.english();
            for (Mention m : found.mentions()) {
                for (int at = text.indexOf(m.mark()); at >= 0; at = text.indexOf(m.mark())) {
                    cover(at, at + m.mark().length(), m.column());
                }
            }
            for (Vocabulary.Mention m : Vocabulary.bundled().find(text)) {
                column(m.concept().id()).ifPresent(c -> cover(m.start(), m.end(), c));
            }
            Matcher age = Pattern.compile("(?i)\\bage\\b").matcher(text);
            while (age.find()) {
                column("age").ifPresent(c -> cover(age.start(), age.end(), c));
            }
        }

        private Optional<TableColumn> column(String id) {
            return columns.stream().filter(c -> c.id().equals(id)).findFirst();
        }

        private void cover(int start, int end, TableColumn column) {
            if (named.size() < MOST) {
                String cover =
                        (char) (FIRST + named.size())
                                + String.valueOf(FILL).repeat(end - start - 1);
                named.add(column);
                text = text.substring(0, start) + cover + text.substring(end);
            }
        }

        ColumnCorrelations read() {
            for (Pattern form : FORMS) {
                for (Matcher m = form.matcher(text); m.find(); m = form.matcher(text)) {
                    boolean negative = m.group().matches("(?is).*\\bnegative(?:ly)?\\b.*");
                    double value = number(m.group("v"));
                    int end = m.end();
                    take(m, negative ? -Math.abs(value) : value);
                    Matcher next = NEXT.matcher(text).region(end, text.length());
                    while (next.lookingAt()) {
                        end = next.end();
                        take(next, number(next.group("v")));
                        next = NEXT.matcher(text).region(end, text.length());
                    }
                }
            }
            for (Matcher m = FORGOTTEN.matcher(text); m.find(); m = FORGOTTEN.matcher(text)) {
                var gone = new Constraint.Correlation(column(m, "a").id(), column(m, "b").id(), 0);
                String quote = found.written(wording.quote(m.start(), m.end())).strip();
                edits.add(new Reading.Quoted(Edit.Forget.about(gone), quote));
                blank(m.start(), m.end());
            }
            for (Pattern form : NONE) {
                for (Matcher m = form.matcher(text); m.find(); m = form.matcher(text)) {
                    take(m, 0);
                }
            }
            return new ColumnCorrelations(edits, problems, found.unmarked(rest.toString()));
        }

        private void take(Matcher m, double value) {
            TableColumn a = column(m, "a");
            TableColumn b = column(m, "b");
            int start = m.start();
            int end = m.end();
            String quote = found.written(wording.quote(start, end)).strip();
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
                edits.add(
                        new Reading.Quoted(
                                new Edit.AddConstraint(
                                        new Constraint.Correlation(a.id(), b.id(), value)),
                                quote));
            }
            blank(start, end);
        }

        private TableColumn column(Matcher m, String group) {
            return named.get(m.group(group).charAt(0) - FIRST);
        }

        /** What is understood is no longer read. */
        private void blank(int start, int end) {
            text = text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
            int[] own = wording.places(start, end);
            for (int i = own[0]; i < own[1]; i++) {
                rest.setCharAt(i, ' ');
            }
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
