package org.anamnesis.converse;

import java.util.List;

/**
 * One thing in which a specification differs from the one before.
 *
 * @param kind what happened
 * @param subject what has another value now ("patients"); empty for what was added or removed
 * @param before the old value or what was removed, in words; empty for what was added
 * @param after the new value or what was added, in words; empty for what was removed
 * @param words of the user that it rests on; empty for a step back in the history
 * @param text all of it but the words, in the language of the turn
 */
public record Change(
        Kind kind, String subject, String before, String after, List<String> words, String text) {
    /** What can happen to a part of a specification. */
    public enum Kind {
        ADDED,
        REMOVED,
        SET
    }

    public Change {
        words = List.copyOf(words);
    }

    static Change added(String what) {
        return new Change(Kind.ADDED, "", "", what, List.of(), "+ " + what);
    }

    static Change removed(String what) {
        return new Change(Kind.REMOVED, "", what, "", List.of(), "- " + what);
    }

    static Change set(String subject, String before, String after) {
        String text = "%s: %s -> %s".formatted(subject, before, after);
        return new Change(Kind.SET, subject, before, after, List.of(), text);
    }

    /** Whether it is a step on the way to the other one. */
    boolean towards(Change other) {
        return kind == other.kind
                && subject.equals(other.subject)
                && (kind == Kind.SET || (before.equals(other.before) && after.equals(other.after)));
    }

    Change resting(List<String> quotes) {
        return new Change(kind, subject, before, after, quotes, text);
    }

    Change told(String otherText) {
        return new Change(kind, subject, before, after, words, otherText);
    }
}
