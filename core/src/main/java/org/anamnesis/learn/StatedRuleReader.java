package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.generate.Allowance;
import org.anamnesis.problem.Problem;
import org.anamnesis.table.Variable;

/**
 * Reads one rule as users state it: {@code diastolic < systolic}, {@code bmi = weight /
 * (height/100)^2}, {@code births only if sex = 'female'}, {@code score between 0 and 27}, {@code
 * "clinic name" follows from clinic}, {@code country is always 'US'}, or any condition ({@code not
 * (sex = 'male' and pregnant = 'yes')}), in the language of conditions.
 *
 * <p>Names of columns are taken as they are or, if that is clear, in another case; names with other
 * signs than letters, digits, _ and . stand in double quotes, values of categories in single ones.
 */
final class StatedRuleReader {
    private static final String EXAMPLES =
            "diastolic < systolic, bmi = weight / (height/100)^2, births only if sex = 'female'";

    /**
     * A total of a hundred columns with long names has room; a text of any length must not end the
     * program.
     */
    private static final int LONGEST = 10_000;

    private final String text;
    private final List<Variable> variables;
    private final List<Problem> problems = new ArrayList<>();
    private final Meaning meaning;

    private StatedRuleReader(String text, List<Variable> variables) {
        this.text = text.length() > 200 ? text.substring(0, 197) + "..." : text;
        this.variables = variables;
        this.meaning = new Meaning(variables, this.text, 0, problems);
    }

    /**
     * What was read: a rule, or one column that follows from another by a table still to be made.
     */
    sealed interface Read {
        record Whole(TableRule rule) implements Read {}

        record Follows(Variable column, Variable parent) implements Read {}
    }

    static Read read(String text, List<Variable> variables) throws NotARuleException {
        return new StatedRuleReader(text, variables).whole(text);
    }

    private Read whole(String all) throws NotARuleException {
        if (all.length() > LONGEST) {
            throw no("It is too long.", "a shorter rule");
        }
        Node node;
        try {
            node = Grammar.rule(all);
        } catch (NoConditionException e) {
            throw no("%s, at letter %d.".formatted(e.getMessage(), e.at() + 1), EXAMPLES);
        }
        if (node.is(Node.FOLLOWS)) {
            Variable column = column(node.parts().get(0));
            Variable parent = column(node.parts().get(1));
            if (parent.equals(column)) {
                throw no("A column cannot follow from itself.", "another column");
            }
            return new Read.Follows(column, parent);
        }
        TableRule rule =
                switch (node.what()) {
                    case Node.ALWAYS -> always(node);
                    case Node.ONLY_IF, Node.IF_AND_ONLY_IF -> onlyIf(node);
                    case "between" -> between(node, all);
                    case "<", "<=", "=", ">=", ">", "!=" -> comparison(node, all);
                    default -> check(node, all);
                };
        return new Read.Whole(rule);
    }

    private Variable column(Node node) throws NotARuleException {
        if (!node.is(Node.NAME)) {
            throw no("A column should stand at letter %d.".formatted(node.at() + 1), EXAMPLES);
        }
        int k = meaning.column(node);
        said();
        return variables.get(k);
    }

    private TableRule always(Node node) throws NotARuleException {
        Variable column = column(node.parts().get(0));
        Node value = node.parts().get(1);
        if (!column.isCategory()) {
            return new ConstantRule(column, constant(value));
        }
        Condition is = meaning.condition(Node.of("=", value.at(), node.parts().get(0), value));
        said();
        return is instanceof Condition.OneOf one && one.levels().size() == 1
                ? new ConstantRule(column, one.levels().iterator().next())
                : fails("'is always' needs one value of %s.".formatted(column.name()));
    }

    private TableRule onlyIf(Node node) throws NotARuleException {
        Variable column = column(node.parts().get(0));
        Condition when = meaning.condition(node.parts().get(1));
        said();
        Set<Integer> parents = when.columns();
        if (parents.size() != 1) {
            throw no("What it depends on must be one column.", EXAMPLES);
        }
        int k = parents.iterator().next();
        Variable parent = variables.get(k);
        if (parent.equals(column)) {
            throw no("A column cannot depend on itself.", "another column");
        }
        Optional<Allowance> allowed =
                Pushed.of(when, k, parent)
                        .filter(p -> p.whole() || isRange(when))
                        .map(Pushed::allowance);
        if (allowed.isEmpty()
                || (allowed.get() instanceof Allowance.Levels l
                        && l.levels().contains(Pushed.NO_LEVEL))) {
            throw no("Values of %s cannot be told so.".formatted(parent.name()), EXAMPLES);
        }
        boolean open = node.parts().size() > 2;
        if (open && allowed.get() instanceof Allowance.Presence) {
            throw no("'or is missing' says nothing new here.", "leave it out");
        }
        return new OnlyIfRule(
                column.name(), parent, allowed.get(), open, node.is(Node.IF_AND_ONLY_IF));
    }

    private static boolean isRange(Condition when) {
        return when instanceof Condition.Both both
                && both.left() instanceof Condition.Compared a
                && both.right() instanceof Condition.Compared b
                && a.sign() != Condition.Sign.OTHER
                && b.sign() != Condition.Sign.OTHER;
    }

    private TableRule between(Node node, String all) throws NotARuleException {
        RuleExpression of = meaning.number(node.parts().get(0));
        RuleExpression low = meaning.number(node.parts().get(1));
        RuleExpression high = meaning.number(node.parts().get(2));
        said();
        boolean ends = low.columns().isEmpty() && high.columns().isEmpty();
        if (!ends || !(of instanceof RuleExpression.Column column)) {
            return check(node, all);
        }
        double least = constant(node.parts().get(1));
        double most = constant(node.parts().get(2));
        if (least > most) {
            throw no("%s is above %s.".formatted(least, most), "the lower number first");
        }
        return new BoundsRule(column.name(), least, most);
    }

    private double constant(Node node) throws NotARuleException {
        RuleExpression value = meaning.number(node);
        said();
        if (!value.columns().isEmpty()) {
            throw no("A number should stand at letter %d.".formatted(node.at() + 1), EXAMPLES);
        }
        return value.compile(List.of()).at(new double[0]);
    }

    /** A formula, an order, a bound, or another comparison of two expressions. */
    private TableRule comparison(Node node, String all) throws NotARuleException {
        Node first = node.parts().get(0);
        Node second = node.parts().get(1);
        if (meaning.category(first) >= 0 || meaning.category(second) >= 0) {
            return check(node, all);
        }
        String sign = node.what();
        RuleExpression left = meaning.number(first);
        RuleExpression right = meaning.number(second);
        said();
        var columns = new LinkedHashSet<>(left.columns());
        columns.addAll(right.columns());
        if (columns.isEmpty()) {
            throw no("It speaks of no column.", EXAMPLES);
        }
        if (sign.equals("=")
                && left instanceof RuleExpression.Column target
                && !right.columns().contains(target.name())) {
            return formula(target.name(), right);
        }
        Optional<TableRule> plain =
                sign.startsWith(">")
                        ? ordered(right, left, sign.length() == 1)
                        : sign.startsWith("<")
                                ? ordered(left, right, sign.length() == 1)
                                : Optional.empty();
        return plain.isPresent() ? plain.get() : check(left, sign, right, List.copyOf(columns));
    }

    private TableRule formula(String target, RuleExpression right) {
        Variable of = variable(target);
        List<Variable> inputs = right.columns().stream().map(this::variable).toList();
        return inputs.isEmpty()
                ? new ConstantRule(of, right.compile(List.of()).at(new double[0]))
                : new FormulaRule(of, right, inputs, true, of.decimals());
    }

    private Variable variable(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    /** Two columns in order, or a column and its bound; empty if it is neither. */
    private static Optional<TableRule> ordered(
            RuleExpression lower, RuleExpression upper, boolean strict) {
        if (lower instanceof RuleExpression.Column l && upper instanceof RuleExpression.Column u) {
            return l.equals(u)
                    ? Optional.empty()
                    : Optional.of(new OrderRule(l.name(), u.name(), strict));
        }
        if (!strict
                && lower instanceof RuleExpression.Column l
                && upper instanceof RuleExpression.Constant c) {
            return Optional.of(new BoundsRule(l.name(), Double.NEGATIVE_INFINITY, c.value()));
        }
        return !strict
                        && upper instanceof RuleExpression.Column u
                        && lower instanceof RuleExpression.Constant c
                ? Optional.of(new BoundsRule(u.name(), c.value(), Double.POSITIVE_INFINITY))
                : Optional.empty();
    }

    private static TableRule check(
            RuleExpression left, String sign, RuleExpression right, List<String> columns) {
        RuleExpression.Compiled a = left.compile(columns);
        RuleExpression.Compiled b = right.compile(columns);
        CheckRule.Test test =
                switch (sign) {
                    case "<" -> values -> !(a.at(values) >= b.at(values));
                    case "<=" -> values -> !(a.at(values) > b.at(values));
                    case ">" -> values -> !(a.at(values) <= b.at(values));
                    case ">=" -> values -> !(a.at(values) < b.at(values));
                    case "=" -> values -> !(Math.abs(a.at(values) - b.at(values)) > 1e-9);
                    default -> values -> a.at(values) != b.at(values);
                };
        return new CheckRule(left + " " + sign + " " + right, columns, test);
    }

    /** Any other condition: a row breaks it where it is false, not where a value is missing. */
    private TableRule check(Node node, String all) throws NotARuleException {
        List<Integer> read = List.copyOf(meaning.condition(node).columns());
        said();
        if (read.isEmpty()) {
            throw no("It speaks of no column.", EXAMPLES);
        }
        List<Variable> own = read.stream().map(variables::get).toList();
        Condition condition = new Meaning(own, text, 0, problems).condition(node);
        CheckRule.Test test =
                values -> {
                    double[][] row = new double[values.length][1];
                    for (int k = 0; k < values.length; k++) {
                        row[k][0] = values[k];
                    }
                    return condition.of(row, 0) != Condition.Answer.FALSE;
                };
        return new CheckRule(all.strip(), own.stream().map(Variable::name).toList(), test);
    }

    /** Throws the first problem that was found so far. */
    private void said() throws NotARuleException {
        if (!problems.isEmpty()) {
            Problem p = problems.get(0);
            throw no(p.message() + ".", p.suggestion());
        }
    }

    private TableRule fails(String message) throws NotARuleException {
        throw no(message, EXAMPLES);
    }

    private NotARuleException no(String message, String suggestion) {
        return new NotARuleException(new Problem("rule.text", text, message, suggestion));
    }
}
