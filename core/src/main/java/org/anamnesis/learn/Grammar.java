package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads conditions and rules. Of conditions {@code or} binds least, then {@code and}, {@code not},
 * comparisons with {@code between}, {@code in} and {@code is missing}, then arithmetic as usual, a
 * power to the right.
 */
final class Grammar {
    /** Brackets in brackets beyond this are no condition, and would end the program. */
    private static final int DEEPEST = 100;

    /** Parts of one sum or of one row of "and" or "or"; many more would end it too. */
    private static final int LONGEST = 1_000;

    private static final List<String> COMPARISONS = List.of("<=", ">=", "!=", "=", "<", ">");

    /** Words for the signs, the longer first; "is" may stand before them. */
    private static final List<Phrase> PHRASES =
            List.of(
                    new Phrase(">=", "greater", "than", "or", "equal", "to"),
                    new Phrase("<=", "less", "than", "or", "equal", "to"),
                    new Phrase(">=", "no", "less", "than"),
                    new Phrase("<=", "no", "more", "than"),
                    new Phrase(">", "greater", "than"),
                    new Phrase(">", "higher", "than"),
                    new Phrase(">", "more", "than"),
                    new Phrase("<", "less", "than"),
                    new Phrase("<", "lower", "than"),
                    new Phrase(">=", "at", "least"),
                    new Phrase("<=", "at", "most"),
                    new Phrase("<=", "up", "to"),
                    new Phrase(">", "above"),
                    new Phrase(">", "over"),
                    new Phrase("<", "below"),
                    new Phrase("<", "under"),
                    new Phrase("=", "equal", "to"),
                    new Phrase("=", "equals"));

    private record Phrase(String sign, List<String> words) {
        Phrase(String sign, String... words) {
            this(sign, List.of(words));
        }
    }

    /** Words of the language: a column of such a name is written in double quotes. */
    private static final Set<String> KEPT =
            Set.of("and", "or", "not", "in", "is", "between", "missing");

    private static final Set<String> FUNCTIONS =
            Arrays.stream(RuleExpression.Function.values())
                    .map(f -> f.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());

    private final List<Token> tokens;
    private int next;
    private int depth;

    private Grammar(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Node condition(String text) throws NoConditionException {
        return whole(text, false);
    }

    /**
     * What every row of a table keeps: a condition, or a column that has a value {@code only if} or
     * {@code if and only if} a condition holds ({@code or is missing}), that {@code follows from}
     * another or {@code is always} a value.
     */
    static Node rule(String text) throws NoConditionException {
        return whole(text, true);
    }

    private static Node whole(String text, boolean rule) throws NoConditionException {
        var grammar = new Grammar(Token.of(text));
        Node read = rule ? grammar.rule() : grammar.or();
        if (grammar.now().kind() != Token.Kind.END) {
            throw grammar.no("Nothing can follow here, but there is \"%s\"");
        }
        return read;
    }

    private Token now() {
        return tokens.get(next);
    }

    private boolean take(String word) {
        boolean is = now().is(word);
        next += is ? 1 : 0;
        return is;
    }

    private NoConditionException no(String message) {
        String found = now().kind() == Token.Kind.END ? "the end" : now().text();
        return new NoConditionException(now().at(), message.formatted(found));
    }

    private void expect(String word) throws NoConditionException {
        if (!take(word)) {
            throw no("\"" + word + "\" is expected instead of \"%s\"");
        }
    }

    private Node rule() throws NoConditionException {
        boolean named = now().kind() == Token.Kind.NAME || now().kind() == Token.Kind.QUOTED_NAME;
        int at = now().at();
        if (named && (ahead(1).is("only") || ahead(1).is("if"))) {
            Node column = atom();
            boolean always = take("if");
            if (always) {
                expect("and");
            }
            expect("only");
            expect("if");
            Node when = or();
            String how = always ? Node.IF_AND_ONLY_IF : Node.ONLY_IF;
            if (!take("or")) {
                return Node.of(how, at, column, when);
            }
            expect("is");
            expect("missing");
            return Node.of(how, at, column, when, Node.of("missing", at));
        }
        if (named && ahead(1).is("follows")) {
            Node column = atom();
            expect("follows");
            expect("from");
            return Node.of(Node.FOLLOWS, at, column, atom());
        }
        if (named && ahead(1).is("is") && ahead(2).is("always")) {
            Node column = atom();
            expect("is");
            expect("always");
            return Node.of(Node.ALWAYS, at, column, sum());
        }
        return or();
    }

    private Token ahead(int by) {
        return tokens.get(Math.min(next + by, tokens.size() - 1));
    }

    private int longer(int parts) throws NoConditionException {
        if (parts == LONGEST) {
            throw no("It is too long at \"%s\"");
        }
        return parts + 1;
    }

    private Node or() throws NoConditionException {
        if (++depth > DEEPEST) {
            throw no("Brackets are nested too deeply at \"%s\"");
        }
        Node left = and();
        int parts = 1;
        while (now().is("or") && !ahead(1).is("is")) {
            int at = tokens.get(next++).at();
            left = Node.of("or", at, left, and());
            parts = longer(parts);
        }
        depth--;
        return left;
    }

    private Node and() throws NoConditionException {
        Node left = not();
        int parts = 1;
        while (now().is("and")) {
            int at = tokens.get(next++).at();
            left = Node.of("and", at, left, not());
            parts = longer(parts);
        }
        return left;
    }

    private Node not() throws NoConditionException {
        int at = now().at();
        if (!take("not")) {
            return comparison();
        }
        if (++depth > DEEPEST) {
            throw no("\"not\" is nested too deeply at \"%s\"");
        }
        Node negated = Node.of("not", at, not());
        depth--;
        return negated;
    }

    private Node comparison() throws NoConditionException {
        Node left = sum();
        int at = now().at();
        for (String sign : COMPARISONS) {
            if (take(sign)) {
                return Node.of(sign, at, left, sum());
            }
        }
        boolean is = take("is");
        for (Phrase phrase : PHRASES) {
            if (take(phrase)) {
                return Node.of(phrase.sign, at, left, sum());
            }
        }
        if (is) {
            return said(left, at);
        }
        boolean not = take("not");
        if (take("between")) {
            Node low = sum();
            expect("and");
            Node between = Node.of("between", at, left, low, sum());
            return not ? Node.of("not", at, between) : between;
        }
        if (take("in")) {
            Node in = new Node("in", "", at, list(left));
            return not ? Node.of("not", at, in) : in;
        }
        if (not) {
            throw no("\"in\" or \"between\" is expected after \"not\" instead of \"%s\"");
        }
        return left;
    }

    private boolean take(Phrase phrase) {
        List<String> words = phrase.words();
        for (int k = 0; k < words.size(); k++) {
            if (next + k >= tokens.size() || !tokens.get(next + k).is(words.get(k))) {
                return false;
            }
        }
        next += words.size();
        return true;
    }

    /** What stands behind "is": missing, or a value. */
    private Node said(Node left, int at) throws NoConditionException {
        boolean not = take("not");
        if (take("missing")) {
            Node missing = Node.of("missing", at, left);
            return not ? Node.of("not", at, missing) : missing;
        }
        if (take("present")) {
            Node missing = Node.of("missing", at, left);
            return not ? missing : Node.of("not", at, missing);
        }
        return Node.of(not ? "!=" : "=", at, left, sum());
    }

    private List<Node> list(Node left) throws NoConditionException {
        List<Node> parts = new ArrayList<>(List.of(left));
        expect("(");
        do {
            parts.add(sum());
        } while (take(","));
        expect(")");
        return parts;
    }

    private Node sum() throws NoConditionException {
        Node left = product();
        int parts = 1;
        while (now().is("+") || now().is("-")) {
            Token sign = tokens.get(next++);
            left = Node.of(sign.text(), sign.at(), left, product());
            parts = longer(parts);
        }
        return left;
    }

    private Node product() throws NoConditionException {
        Node left = signed();
        int parts = 1;
        while (now().is("*") || now().is("/")) {
            Token sign = tokens.get(next++);
            left = Node.of(sign.text(), sign.at(), left, signed());
            parts = longer(parts);
        }
        return left;
    }

    private Node signed() throws NoConditionException {
        if (++depth > DEEPEST) {
            throw no("Signs are nested too deeply at \"%s\"");
        }
        int at = now().at();
        Node read;
        if (take("-")) {
            read = Node.of("negative", at, signed());
        } else {
            Node base = atom();
            read = take("^") ? Node.of("^", at, base, signed()) : base;
        }
        depth--;
        return read;
    }

    private Node atom() throws NoConditionException {
        Token token = now();
        if (take("(")) {
            Node inner = or();
            expect(")");
            return inner;
        }
        String word = token.text().toLowerCase(Locale.ROOT);
        if (token.kind() == Token.Kind.NAME && FUNCTIONS.contains(word) && ahead(1).is("(")) {
            next += 2;
            Node inner = sum();
            expect(")");
            return new Node(Node.CALL, word, token.at(), List.of(inner));
        }
        if (token.kind() == Token.Kind.NAME
                && KEPT.contains(token.text().toLowerCase(Locale.ROOT))) {
            throw no("A column or a value is expected instead of \"%s\"");
        }
        String what =
                switch (token.kind()) {
                    case NUMBER -> Node.NUMBER;
                    case TEXT -> Node.TEXT;
                    case NAME, QUOTED_NAME -> Node.NAME;
                    default -> throw no("A column or a value is expected instead of \"%s\"");
                };
        next++;
        return new Node(what, token.text(), token.at(), List.of());
    }
}
