package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anamnesis.code.EditDistance;
import org.anamnesis.problem.Problem;
import org.anamnesis.table.Variable;

/**
 * Finds the columns and levels of a table in what was written. Goes on after a mistake, so that all
 * are told at once; what it returns then is not to be used.
 */
public final class Meaning {
    private static final int NAMES_SHOWN = 20;
    private static final Condition NOTHING = new Condition.OneOf(0, Set.of());
    private static final RuleExpression NO_NUMBER = RuleExpression.constant(Double.NaN);

    private final List<Variable> variables;
    private final String text;
    private final int offset;
    private final List<Problem> problems;

    /**
     * @param text whole text, for problems
     * @param offset position in it of what was read
     * @param problems filled
     */
    Meaning(List<Variable> variables, String text, int offset, List<Problem> problems) {
        this.variables = variables;
        this.text = text;
        this.offset = offset;
        this.problems = problems;
    }

    Condition condition(Node node) {
        return switch (node.what()) {
            case "and" -> new Condition.Both(condition(node, 0), condition(node, 1));
            case "or" -> new Condition.Either(condition(node, 0), condition(node, 1));
            case "not" -> new Condition.Not(condition(node, 0));
            case "missing" -> missing(node.parts().get(0));
            case "between" -> {
                Node of = node.parts().get(0);
                yield new Condition.Both(
                        compared(">=", node.at(), of, node.parts().get(1)),
                        compared("<=", node.at(), of, node.parts().get(2)));
            }
            case "in" -> in(node);
            case "<", "<=", "=", ">=", ">", "!=" ->
                    compared(node.what(), node.at(), node.parts().get(0), node.parts().get(1));
            default ->
                    problem(
                            "sample.condition.truth",
                            node.at(),
                            "This is a value, not something that is true or false",
                            "a comparison, for example: column >= 5");
        };
    }

    private Condition condition(Node node, int part) {
        return condition(node.parts().get(part));
    }

    private Condition missing(Node of) {
        int k = of.is(Node.NAME) ? column(of) : -1;
        if (!of.is(Node.NAME)) {
            return problem(
                    "sample.condition.missing",
                    of.at(),
                    "Only a column can be missing",
                    "column is missing");
        }
        return k < 0 ? NOTHING : new Condition.Missing(k);
    }

    private Condition in(Node node) {
        Node of = node.parts().get(0);
        if (of.is(Node.NAME) && known(of.text()) < 0) {
            column(of);
            return NOTHING;
        }
        return Condition.anyOf(
                node.parts().stream().skip(1).map(p -> compared("=", node.at(), of, p)).toList());
    }

    private Condition compared(String sign, int at, Node left, Node right) {
        Condition.Sign how = Condition.Sign.of(sign);
        int a = category(left);
        int b = category(right);
        if (a >= 0 && b >= 0) {
            return levels(how, at, a, b);
        }
        if (a >= 0) {
            return level(how, at, a, right);
        }
        if (b >= 0) {
            return level(how.mirrored(), at, b, left);
        }
        return new Condition.Compared(
                how, Term.of(number(left), variables), Term.of(number(right), variables));
    }

    /** Two categories with levels of the same names, row by row. */
    private Condition levels(Condition.Sign sign, int at, int a, int b) {
        if (sign != Condition.Sign.EQUAL && sign != Condition.Sign.OTHER) {
            return noOrder(at, a);
        }
        List<Condition> same = new ArrayList<>();
        for (int level = 0; level < variables.get(a).levels().size(); level++) {
            int other = variables.get(b).levels().indexOf(variables.get(a).levels().get(level));
            Set<Integer> twin = other < 0 ? Set.of() : Set.of(other);
            same.add(
                    new Condition.Both(
                            new Condition.OneOf(a, Set.of(level)), new Condition.OneOf(b, twin)));
        }
        Condition any = Condition.anyOf(same);
        return sign == Condition.Sign.EQUAL ? any : new Condition.Not(any);
    }

    /** A category and a level; with an order only if all levels are numbers. */
    private Condition level(Condition.Sign sign, int at, int k, Node value) {
        List<String> levels = variables.get(k).levels();
        boolean minus = value.is("negative") && value.parts().get(0).is(Node.NUMBER);
        Node plain = minus ? value.parts().get(0) : value;
        if (!plain.is(Node.NUMBER) && !plain.is(Node.TEXT) && !plain.is(Node.NAME)) {
            return problem(
                    "sample.condition.level",
                    value.at(),
                    variables.get(k).name() + " is a category and has no arithmetic",
                    "one of " + shown(levels));
        }
        String named = (minus ? "-" : "") + plain.text();
        boolean equal = sign == Condition.Sign.EQUAL || sign == Condition.Sign.OTHER;
        Set<Integer> hit = new TreeSet<>();
        double asked = asNumber(named);
        for (int level = 0; level < levels.size(); level++) {
            double own = asNumber(levels.get(level));
            boolean both = !Double.isNaN(own) && !Double.isNaN(asked);
            if (equal
                    ? levels.get(level).equals(named) || (both && own == asked)
                    : both && sign.holds(Double.compare(own, asked))) {
                hit.add(level);
            }
        }
        if (equal && hit.isEmpty()) {
            for (int level = 0; level < levels.size(); level++) {
                if (levels.get(level).equalsIgnoreCase(named)) {
                    hit.add(level);
                }
            }
        }
        if (equal && hit.isEmpty()) {
            Optional<Boolean> yes = Answers.yes(named);
            for (int level = 0; level < levels.size() && yes.isPresent(); level++) {
                if (levels.size() == 2 && Answers.yes(levels.get(level)).equals(yes)) {
                    hit.add(level);
                }
            }
        }
        if (equal && hit.isEmpty()) {
            return problem(
                    "sample.condition.level",
                    value.at(),
                    "%s has no level '%s'".formatted(variables.get(k).name(), named),
                    "one of " + shown(nearest(named, levels)));
        }
        if (!equal && (Double.isNaN(asked) || levels.stream().anyMatch(l -> noNumber(l)))) {
            return noOrder(at, k);
        }
        var one = new Condition.OneOf(k, hit);
        return sign == Condition.Sign.OTHER ? new Condition.Not(one) : one;
    }

    private Condition noOrder(int at, int k) {
        return problem(
                "sample.condition.order",
                at,
                variables.get(k).name() + " is a category whose levels have no order",
                "= or in with some of " + shown(variables.get(k).levels()));
    }

    /** A number of a row. */
    RuleExpression number(Node node) {
        return switch (node.what()) {
            case Node.NUMBER -> RuleExpression.constant(Double.parseDouble(node.text()));
            case Node.NAME -> column(node, column(node));
            case Node.CALL ->
                    new RuleExpression.Call(
                            RuleExpression.Function.valueOf(node.text().toUpperCase(Locale.ROOT)),
                            number(node.parts().get(0)));
            case "negative" -> negative(number(node.parts().get(0)));
            case "+" -> number(node, 0).plus(number(node, 1));
            case "-" -> number(node, 0).minus(number(node, 1));
            case "*" -> number(node, 0).times(number(node, 1));
            case "/" -> number(node, 0).over(number(node, 1));
            case "^" -> number(node, 0).power(number(node, 1));
            default -> {
                OptionalLong days =
                        node.is(Node.TEXT) ? Token.days(node.text()) : OptionalLong.empty();
                if (days.isPresent()) {
                    yield RuleExpression.constant((double) days.getAsLong());
                }
                problem(
                        "sample.condition.number",
                        node.at(),
                        node.is(Node.TEXT)
                                ? "'%s' is text where a number is expected".formatted(node.text())
                                : "A number is expected here",
                        "a number or a column of numbers");
                yield NO_NUMBER;
            }
        };
    }

    private RuleExpression number(Node node, int part) {
        return number(node.parts().get(part));
    }

    private static RuleExpression negative(RuleExpression of) {
        return of instanceof RuleExpression.Constant c
                ? RuleExpression.constant(-c.value())
                : RuleExpression.constant(-1).times(of);
    }

    /** Column {@code k} that a node names, −1 if there is none, which was said already. */
    private RuleExpression column(Node node, int k) {
        if (k >= 0 && variables.get(k).isCategory()) {
            problem(
                    "sample.condition.number",
                    node.at(),
                    node.text() + " is a category, not a number",
                    "compare it with one of " + shown(variables.get(k).levels()));
            return NO_NUMBER;
        }
        return k < 0 ? NO_NUMBER : RuleExpression.column(variables.get(k).name());
    }

    /** Index of a category that is named, −1 if it is none. */
    int category(Node node) {
        int k = node.is(Node.NAME) ? known(node.text()) : -1;
        return k >= 0 && variables.get(k).isCategory() ? k : -1;
    }

    private int known(String name) {
        for (int k = 0; k < variables.size(); k++) {
            if (variables.get(k).name().equals(name)) {
                return k;
            }
        }
        int found = -1;
        for (int k = 0; k < variables.size(); k++) {
            if (variables.get(k).name().equalsIgnoreCase(name)) {
                found = found == -1 ? k : -2;
            }
        }
        return found;
    }

    int column(Node node) {
        int k = known(node.text());
        if (k < 0) {
            List<String> names = variables.stream().map(Variable::name).toList();
            problem(
                    "sample.condition.column",
                    node.at(),
                    "There is no column \"%s\"".formatted(node.text()),
                    "one of " + shown(nearest(node.text(), names)));
        }
        return k;
    }

    private Condition problem(String code, int at, String message, String suggestion) {
        problems.add(at(code, text, offset + at, message, suggestion));
        return NOTHING;
    }

    /** A problem at a position of a text; people count letters from 1. */
    public static Problem at(String code, String text, int at, String message, String suggestion) {
        return new Problem(code, text, message + ", at letter " + (at + 1), suggestion);
    }

    private static List<String> nearest(String wrong, List<String> names) {
        String low = wrong.toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted(
                        Comparator.comparingInt(
                                n -> EditDistance.between(low, n.toLowerCase(Locale.ROOT))))
                .toList();
    }

    private static String shown(List<String> names) {
        String some = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() > NAMES_SHOWN ? some + " and others" : some;
    }

    private static boolean noNumber(String level) {
        return Double.isNaN(asNumber(level));
    }

    private static double asNumber(String level) {
        try {
            return Double.parseDouble(level);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    /** Reads a condition; problems are added, and then the condition is not to be used. */
    public static Condition read(
            String part, String text, int offset, List<Variable> variables, List<Problem> all) {
        return node(part, text, offset, all)
                .map(new Meaning(variables, text, offset, all)::condition)
                .orElse(NOTHING);
    }

    /** Reads a number of a row, as {@link #read} does. */
    public static Term readNumber(
            String part, String text, int offset, List<Variable> variables, List<Problem> all) {
        return Term.of(
                node(part, text, offset, all)
                        .map(new Meaning(variables, text, offset, all)::number)
                        .orElse(NO_NUMBER),
                variables);
    }

    private static Optional<Node> node(
            String part, String text, int offset, List<Problem> problems) {
        try {
            return Optional.of(Grammar.condition(part));
        } catch (NoConditionException e) {
            problems.add(
                    at(
                            "sample.condition.grammar",
                            text,
                            offset + e.at(),
                            e.getMessage(),
                            "for example: age >= 40 and sex = 'female'"));
            return Optional.empty();
        }
    }
}
