package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Variable;

/**
 * Reads one rule as users state it: {@code diastolic < systolic}, {@code bmi = weight /
 * (height/100)^2}, {@code births only if sex = 'female'}, {@code score between 0 and 27}, {@code
 * "clinic name" follows from clinic}, {@code country is always 'US'}.
 *
 * <p>Names of columns are taken as they are or, if that is clear, in another case; names with other
 * signs than letters, digits, _ and . stand in double quotes, values of categories in single ones.
 */
final class StatedRuleReader extends ArithmeticReader {
    private StatedRuleReader(String text, List<Variable> variables) throws NotARuleException {
        super(text, variables);
    }

    /**
     * What was read: a rule, or one column that follows from another by a table still to be made.
     */
    sealed interface Read {
        record Whole(TableRule rule) implements Read {}

        record Follows(Variable column, Variable parent) implements Read {}
    }

    static Read read(String text, List<Variable> variables) throws NotARuleException {
        return new StatedRuleReader(text, variables).whole();
    }

    private Read whole() throws NotARuleException {
        Read read = rule();
        if (word().kind() != RuleWords.Kind.END) {
            throw no("There is more behind its end: '%s'.".formatted(word().text()), EXAMPLES);
        }
        return read;
    }

    private Read rule() throws NotARuleException {
        if (named() && (next(1).is("only") || next(1).is("if"))) {
            return new Read.Whole(onlyIf());
        } else if (named() && next(1).is("follows")) {
            Variable column = column();
            expect("follows");
            expect("from");
            Variable parent = column();
            if (parent.equals(column)) {
                throw no("A column cannot follow from itself.", "another column");
            }
            return new Read.Follows(column, parent);
        } else if (named() && next(1).is("is")) {
            Variable column = column();
            expect("is");
            expect("always");
            return new Read.Whole(new ConstantRule(column, value(column)));
        } else if (named() && next(1).is("between")) {
            Variable column = number(column());
            double[] ends = between();
            return new Read.Whole(new BoundsRule(column.name(), ends[0], ends[1]));
        }
        return new Read.Whole(comparison());
    }

    private TableRule onlyIf() throws NotARuleException {
        Variable column = column();
        boolean always = take("if");
        if (always) {
            expect("and");
        }
        expect("only");
        expect("if");
        Variable parent = column();
        if (parent.equals(column)) {
            throw no("A column cannot depend on itself.", "another column");
        }
        Allowance when = condition(parent);
        boolean open = take("or");
        if (open) {
            expect("is");
            expect("missing");
        }
        if (open && when instanceof Allowance.Presence) {
            throw no("'or is missing' says nothing new here.", "leave it out");
        }
        return new OnlyIfRule(column.name(), parent, when, open, always);
    }

    private Allowance condition(Variable parent) throws NotARuleException {
        if (take("is")) {
            boolean missing = take("missing");
            if (!missing) {
                expect("present");
            }
            return new Allowance.Presence(!missing);
        } else if (parent.isCategory()) {
            return new Allowance.Levels(levels(parent));
        } else if (word().is("between")) {
            double[] ends = between();
            return new Allowance.Range(ends[0], ends[1]);
        }
        String sign = sign();
        double bound = constant();
        return switch (sign) {
            case ">=" -> new Allowance.Range(bound, Double.POSITIVE_INFINITY);
            case "<=" -> new Allowance.Range(Double.NEGATIVE_INFINITY, bound);
            case ">" -> new Allowance.Range(Math.nextUp(bound), Double.POSITIVE_INFINITY);
            case "<" -> new Allowance.Range(Double.NEGATIVE_INFINITY, Math.nextDown(bound));
            case "=" -> new Allowance.Range(bound, bound);
            default -> throw no("'%s' cannot stand here.".formatted(sign), ">=, <=, > or <");
        };
    }

    private Set<Integer> levels(Variable parent) throws NotARuleException {
        Set<Integer> levels = new HashSet<>();
        if (take("in")) {
            expect("(");
            do {
                levels.add((int) value(parent));
            } while (take(","));
            expect(")");
            return levels;
        }
        boolean not = take("!=") || take("<>");
        if (!not && !take("==")) {
            expect("=");
        }
        levels.add((int) value(parent));
        if (not) {
            Set<Integer> others = new HashSet<>();
            for (int l = 0; l < parent.levels().size(); l++) {
                others.add(l);
            }
            others.removeAll(levels);
            levels = others;
        }
        if (levels.isEmpty()) {
            throw no("No value of %s is left.".formatted(parent.name()), "another value");
        }
        return levels;
    }

    /** A formula, an order, a bound, or another comparison of two expressions. */
    private TableRule comparison() throws NotARuleException {
        RuleExpression left = sum();
        String sign = sign();
        RuleExpression right = sum();
        List<String> columns = new ArrayList<>(left.columns());
        right.columns().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
        if (columns.isEmpty()) {
            throw no("It speaks of no column.", EXAMPLES);
        }
        if (sign.equals("=")
                && left instanceof RuleExpression.Column target
                && !right.columns().contains(target.name())) {
            return formula(target.name(), right);
        } else if (sign.startsWith(">")) {
            return ordered(right, left, sign.length() == 1, columns, sign);
        } else if (sign.startsWith("<")) {
            return ordered(left, right, sign.length() == 1, columns, sign);
        }
        return check(left, sign, right, columns);
    }

    private TableRule formula(String target, RuleExpression right) {
        Variable of = variable(target);
        List<Variable> inputs = right.columns().stream().map(this::variable).toList();
        return inputs.isEmpty()
                ? new ConstantRule(of, right.compile(List.of()).at(new double[0]))
                : new FormulaRule(of, right, inputs, true, of.decimals());
    }

    private TableRule ordered(
            RuleExpression lower,
            RuleExpression upper,
            boolean strict,
            List<String> columns,
            String sign) {
        if (lower instanceof RuleExpression.Column l && upper instanceof RuleExpression.Column u) {
            if (!l.equals(u)) {
                return new OrderRule(l.name(), u.name(), strict);
            }
        } else if (columns.size() == 1 && !strict) {
            if (lower instanceof RuleExpression.Column l
                    && upper instanceof RuleExpression.Constant c) {
                return new BoundsRule(l.name(), Double.NEGATIVE_INFINITY, c.value());
            } else if (upper instanceof RuleExpression.Column u
                    && lower instanceof RuleExpression.Constant c) {
                return new BoundsRule(u.name(), c.value(), Double.POSITIVE_INFINITY);
            }
        }
        boolean turned = sign.startsWith(">");
        return check(turned ? upper : lower, sign, turned ? lower : upper, columns);
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

    private double[] between() throws NotARuleException {
        expect("between");
        double low = constant();
        expect("and");
        double high = constant();
        if (low > high) {
            throw no("%s is above %s.".formatted(low, high), "the lower number first");
        }
        return new double[] {low, high};
    }

    private String sign() throws NotARuleException {
        for (String sign : List.of("<=", ">=", "<", ">", "==", "=", "!=", "<>")) {
            if (take(sign)) {
                return sign.equals("==") ? "=" : sign.equals("<>") ? "!=" : sign;
            }
        }
        throw no("A comparison is missing before '%s'.".formatted(word().text()), EXAMPLES);
    }
}
