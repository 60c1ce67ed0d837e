package org.anamnesis.learn.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads conditions: {@code or} binds least, then {@code and}, {@code not}, comparisons with {@code
 * between}, {@code in} and {@code is missing}, then arithmetic as usual, a power to the right.
 */
final class Grammar {
    /** Brackets in brackets beyond this are no condition, and would end the program. */
    private static final int DEEPEST = 100;

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

    private final List<Token> tokens;
    private int next;
    private int depth;

    private Grammar(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Node condition(String text) throws NoConditionException {
        var grammar = new Grammar(Token.of(text));
        Node read = grammar.or();
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

    private Node or() throws NoConditionException {
        if (++depth > DEEPEST) {
            throw no("Brackets are nested too deeply at \"%s\"");
        }
        Node left = and();
        while (now().is("or")) {
            int at = tokens.get(next++).at();
            left = Node.of("or", at, left, and());
        }
        depth--;
        return left;
    }

    private Node and() throws NoConditionException {
        Node left = not();
        while (now().is("and")) {
            int at = tokens.get(next++).at();
            left = Node.of("and", at, left, not());
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
        while (now().is("+") || now().is("-")) {
            Token sign = tokens.get(next++);
            left = Node.of(sign.text(), sign.at(), left, product());
        }
        return left;
    }

    private Node product() throws NoConditionException {
        Node left = signed();
        while (now().is("*") || now().is("/")) {
            Token sign = tokens.get(next++);
            left = Node.of(sign.text(), sign.at(), left, signed());
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
