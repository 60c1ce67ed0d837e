package org.anamnesis.learn;

import java.util.List;

/**
 * What was written, before anyone asks whether it makes sense.
 *
 * @param what number, text, name, an operation, or one of {@code in}, {@code between}, {@code
 *     missing}
 * @param text of a number, text or name
 * @param at position in the whole text, from 0
 * @param parts what the operation is applied to
 */
record Node(String what, String text, int at, List<Node> parts) {
    static final String NUMBER = "number";
    static final String TEXT = "text";
    static final String NAME = "name";
    static final String CALL = "call";
    static final String ONLY_IF = "only if";
    static final String IF_AND_ONLY_IF = "if and only if";
    static final String FOLLOWS = "follows from";
    static final String ALWAYS = "is always";

    Node {
        parts = List.copyOf(parts);
    }

    static Node of(String what, int at, Node... parts) {
        return new Node(what, "", at, List.of(parts));
    }

    boolean is(String kind) {
        return what.equals(kind);
    }
}
