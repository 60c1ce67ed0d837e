package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.interpret.Language;
import org.anamnesis.spec.Baseline;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Trail;

/**
 * Everything said so far and every state it led to. History is a line and nothing is lost: going
 * back adds the old state at the end once more.
 *
 * @param messages all of the user's words, questions and refused ones too
 * @param versions at least the first, which asks nothing
 * @param names of versions that the user named
 * @param advice what a language model said to some of the messages, by their places
 */
public record Conversation(
        List<String> messages,
        List<Version> versions,
        Map<String, Integer> names,
        Map<Integer, Advice> advice) {
    /** After so many messages that show no language, none is remembered. */
    private static final int SILENCE = 30;

    /** Nothing said yet. */
    public static final Conversation EMPTY =
            new Conversation(List.of(), List.of(Version.FIRST), Map.of(), Map.of());

    public Conversation {
        messages = Trail.of(messages);
        versions = Trail.of(versions);
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        advice = Collections.unmodifiableMap(new LinkedHashMap<>(advice));
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a conversation without its beginning");
        }
    }

    public CohortSpec spec() {
        return now().spec();
    }

    /** The model of a table that the conversation is about; empty: the built-in population. */
    public Optional<UsedModel> model() {
        return now().model();
    }

    /** The present version about other people, without another one. */
    Conversation about(Optional<UsedModel> model) {
        List<Version> all = new ArrayList<>(versions);
        all.add(all.remove(all.size() - 1).about(model));
        return new Conversation(messages, all, names, advice);
    }

    Version now() {
        return versions.get(versions.size() - 1);
    }

    /** The language of the last message that shows one; of long silence, English. */
    Language language() {
        return languageUpTo(messages.size() - 1);
    }

    /** The language of a message at the time when it was said. */
    Language languageAt(String message) {
        return languageUpTo(messages.lastIndexOf(message));
    }

    private Language languageUpTo(int last) {
        for (int i = last; i >= Math.max(0, last + 1 - SILENCE); i--) {
            Optional<Language> shown = Language.shown(messages.get(i));
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        return Language.EN;
    }

    int number() {
        return versions.size() - 1;
    }

    /** After one more message that changed nothing. */
    Conversation heard(String message) {
        return new Conversation(Trail.of(messages).plus(List.of(message)), versions, names, advice);
    }

    /**
     * The same with what was said to messages by their places, so that these messages can be said
     * again without asking anybody.
     */
    public Conversation advised(Map<Integer, Advice> said) {
        return new Conversation(messages, versions, names, said);
    }

    /** With what was said to the last message. */
    Conversation advised(Advice said) {
        Map<Integer, Advice> all = new LinkedHashMap<>(advice);
        all.put(messages.size() - 1, said);
        return advised(all);
    }

    /** What was said to the last message that has these words. */
    Advice adviceOn(String message) {
        return advice.getOrDefault(messages.lastIndexOf(message), Advice.NONE);
    }

    Conversation to(Version next) {
        return new Conversation(messages, Trail.of(versions).plus(List.of(next)), names, advice);
    }

    /** As if what a what-if is beside were asked. */
    Conversation asking(Baseline before) {
        Version v = now();
        return to(
                new Version(
                        v.message(),
                        before.spec(),
                        before.said(),
                        v.before(),
                        v.undone(),
                        Optional.empty(),
                        v.model()));
    }

    /** The present version without its open question, or with another one. */
    Conversation open(Optional<Version.Open> open) {
        List<Version> all = new ArrayList<>(versions);
        Version v = all.remove(all.size() - 1);
        all.add(
                new Version(
                        v.message(), v.spec(), v.said(), v.before(), v.undone(), open, v.model()));
        return new Conversation(messages, all, names, advice);
    }

    Conversation named(String name) {
        Map<String, Integer> all = new LinkedHashMap<>(names);
        all.put(name, number());
        return new Conversation(messages, versions, all, advice);
    }

    Optional<Version> named(Optional<String> name) {
        return name.map(n -> names.containsKey(n) ? names.get(n) : beginning(n)).map(versions::get);
    }

    /** "since the beginning" and "version 2" need no name that was given. */
    private Integer beginning(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.matches("(version )?[0-9]{1,4}")) {
            int number = Integer.parseInt(plain.replace("version ", ""));
            return number < versions.size() ? Integer.valueOf(number) : null;
        }
        return plain.matches("(the )?(very )?(beginning|start|outset)") ? Integer.valueOf(0) : null;
    }

    /** The state before the last {@code changes} changes; empty if there are not so many. */
    Optional<Conversation> undone(int changes, String message) {
        int at = number();
        for (int i = 0; i < changes; i++) {
            OptionalInt before = versions.get(at).before();
            if (before.isEmpty()) {
                return Optional.empty();
            }
            at = before.getAsInt();
        }
        Version old = versions.get(at);
        return Optional.of(
                to(
                        new Version(
                                message,
                                old.spec(),
                                old.said(),
                                old.before(),
                                OptionalInt.of(number()),
                                old.open(),
                                old.model())));
    }

    /**
     * What the last undoing left, or the next states on the way there; empty if the last thing was
     * not an undoing.
     *
     * @param changes how many of the undone changes; 0 for all of the last undoing
     */
    Optional<Conversation> redone(int changes, String message) {
        if (now().undone().isEmpty()) {
            return Optional.empty();
        }
        int last = now().undone().getAsInt();
        List<Integer> way = way(last);
        boolean part = changes > 0 && changes < way.size();
        Version left = versions.get(part ? way.get(way.size() - changes) : last);
        Conversation again =
                to(
                        new Version(
                                message,
                                left.spec(),
                                left.said(),
                                left.before(),
                                part ? OptionalInt.of(last) : left.undone(),
                                left.open(),
                                left.model()));
        return changes > way.size()
                ? again.redone(changes - way.size(), message).or(() -> Optional.of(again))
                : Optional.of(again);
    }

    /** The states that an undoing left behind, the last one first. */
    private List<Integer> way(int last) {
        List<Integer> way = new ArrayList<>(List.of(last));
        OptionalInt before = versions.get(last).before();
        while (before.isPresent() && !here(versions.get(before.getAsInt()))) {
            way.add(before.getAsInt());
            before = versions.get(before.getAsInt()).before();
        }
        return way;
    }

    private boolean here(Version v) {
        return v.spec().equals(now().spec()) && v.before().equals(now().before());
    }

    /** The states that led to the present one, the first of them first. */
    List<Version> line() {
        List<Version> line = new ArrayList<>(List.of(now()));
        while (line.get(0).before().isPresent()) {
            line.add(0, versions.get(line.get(0).before().getAsInt()));
        }
        return line;
    }
}
