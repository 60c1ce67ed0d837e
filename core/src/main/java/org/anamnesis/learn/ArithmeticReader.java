package org.anamnesis.learn;

import java.util.List;
import org.anamnesis.table.Variable;

/** Reads arithmetic with the usual order of operations; a power binds to the right. */
class ArithmeticReader extends RuleCursor {
    /** Brackets in brackets beyond this are no formula. */
    private static final int DEEPEST = 100;

    private int depth;

    ArithmeticReader(String text, List<Variable> variables) throws NotARuleException {
        super(text, variables);
    }

    RuleExpression sum() throws NotARuleException {
        RuleExpression left = product();
        while (word().is("+") || word().is("-")) {
            boolean plus = take("+");
            step(plus ? 0 : 1);
            RuleExpression right = product();
            left = plus ? left.plus(right) : left.minus(right);
        }
        return left;
    }

    private RuleExpression product() throws NotARuleException {
        RuleExpression left = power();
        while (word().is("*") || word().is("/")) {
            boolean times = take("*");
            step(times ? 0 : 1);
            RuleExpression right = power();
            left = times ? left.times(right) : left.over(right);
        }
        return left;
    }

    private RuleExpression power() throws NotARuleException {
        if (depth == DEEPEST) {
            throw no("It is nested too deeply.", "a shorter rule");
        }
        depth++;
        RuleExpression read = signed();
        depth--;
        return read;
    }

    private RuleExpression signed() throws NotARuleException {
        if (take("-")) {
            RuleExpression of = power();
            return of instanceof RuleExpression.Constant c
                    ? RuleExpression.constant(-c.value())
                    : RuleExpression.constant(-1).times(of);
        }
        RuleExpression base = atom();
        return take("^") ? base.power(power()) : base;
    }

    private RuleExpression atom() throws NotARuleException {
        if (word().kind() == RuleWords.Kind.NUMBER) {
            return RuleExpression.constant(constant());
        }
        for (RuleExpression.Function f : RuleExpression.Function.values()) {
            if (word().is(f.name()) && next(1).is("(")) {
                step(1);
                return new RuleExpression.Call(f, bracket());
            }
        }
        if (word().is("(")) {
            return bracket();
        }
        return RuleExpression.column(number(column()).name());
    }

    private RuleExpression bracket() throws NotARuleException {
        expect("(");
        RuleExpression inner = sum();
        expect(")");
        return inner;
    }
}
