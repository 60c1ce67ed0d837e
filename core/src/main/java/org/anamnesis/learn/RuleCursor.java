package org.anamnesis.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.anamnesis.problem.Problem;
import org.anamnesis.table.Variable;

/** A place in the words of a stated rule, and the columns and values that may stand there. */
class RuleCursor {
    static final String EXAMPLES =
            "diastolic < systolic, bmi = weight / (height/100)^2, births only if sex = 'female'";

    /**
     * A total of a hundred columns with long names has room; a text of any length must not end the
     * program.
     */
    private static final int LONGEST = 10_000;

    private final String text;
    private final List<Variable> variables;
    private final List<RuleWords.Word> words;
    private int at;

    RuleCursor(String text, List<Variable> variables) throws NotARuleException {
        this.text = text.length() > 200 ? text.substring(0, 197) + "..." : text;
        this.variables = variables;
        if (text.length() > LONGEST) {
            throw no("It is too long.", "a shorter rule");
        }
        try {
            this.words = RuleWords.of(text);
        } catch (RuleWords.UnknownSignException e) {
            throw no("It cannot be read from '%s' on.".formatted(e.getMessage()), EXAMPLES);
        }
    }

    final void step(int words) {
        at += words;
    }

    final double constant() throws NotARuleException {
        boolean minus = take("-");
        if (word().kind() != RuleWords.Kind.NUMBER) {
            throw no("A number is missing before '%s'.".formatted(word().text()), EXAMPLES);
        }
        double value = Double.parseDouble(words.get(at++).text());
        return minus ? -value : value;
    }

    final double value(Variable of) throws NotARuleException {
        if (!of.isCategory()) {
            return constant();
        }
        String level = words.get(at).text();
        int k = of.levels().indexOf(level);
        if (k < 0 || word().kind() == RuleWords.Kind.END) {
            throw no(
                    "%s has no value '%s'.".formatted(of.name(), level),
                    "one of "
                            + String.join(
                                    ", ",
                                    of.levels().stream().limit(20).map(RuleWords::value).toList()));
        }
        at++;
        return k;
    }

    final boolean named() {
        return word().kind() == RuleWords.Kind.NAME || word().kind() == RuleWords.Kind.QUOTED_NAME;
    }

    final Variable column() throws NotARuleException {
        if (!named()) {
            throw no(
                    word().kind() == RuleWords.Kind.END
                            ? "It ends where a column should stand."
                            : "A column should stand in place of '%s'.".formatted(word().text()),
                    EXAMPLES);
        }
        String name = words.get(at++).text();
        for (Variable v : variables) {
            if (v.name().equals(name)) {
                return v;
            }
        }
        List<Variable> like =
                variables.stream().filter(v -> v.name().equalsIgnoreCase(name)).toList();
        if (like.size() == 1) {
            return like.get(0);
        }
        throw no("There is no column '%s'.".formatted(name), "one of " + names(name));
    }

    /** Columns that begin alike first. */
    private String names(String wrong) {
        String start = wrong.substring(0, 1).toLowerCase(Locale.ROOT);
        return String.join(
                ", ",
                variables.stream()
                        .map(Variable::name)
                        .sorted(
                                Comparator.comparing(
                                        n -> !n.toLowerCase(Locale.ROOT).startsWith(start)))
                        .limit(20)
                        .map(RuleWords::quoted)
                        .toList());
    }

    final Variable number(Variable v) throws NotARuleException {
        if (v.isCategory()) {
            throw no("%s is a category, not a number.".formatted(v.name()), "a column of numbers");
        }
        return v;
    }

    final Variable variable(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    final RuleWords.Word word() {
        return words.get(at);
    }

    final RuleWords.Word next(int ahead) {
        return words.get(Math.min(at + ahead, words.size() - 1));
    }

    final boolean take(String word) {
        boolean is = word().is(word);
        at += is ? 1 : 0;
        return is;
    }

    final void expect(String word) throws NotARuleException {
        if (!take(word)) {
            String found = word().kind() == RuleWords.Kind.END ? "the end" : word().text();
            throw no("'%s' is missing before '%s'.".formatted(word, found), EXAMPLES);
        }
    }

    final NotARuleException no(String message, String suggestion) {
        return new NotARuleException(new Problem("rule.text", text, message, suggestion));
    }
}
