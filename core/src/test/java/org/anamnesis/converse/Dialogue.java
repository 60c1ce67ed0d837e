package org.anamnesis.converse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A conversation with what is expected of each message, from a file of them. */
record Dialogue(String title, List<Expected> turns) {
    /**
     * What one message shall come to.
     *
     * @param kind what comes of it
     * @param facts of the specification afterwards; of the one before if nothing is to change
     * @param word that must stand in the reply, may be empty
     */
    record Expected(String message, Turn.Kind kind, Set<String> facts, String word) {}

    static List<Dialogue> all(String file) throws IOException {
        String text;
        try (InputStream in = Dialogue.class.getResourceAsStream("dialogues/" + file)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Dialogue> all = new ArrayList<>();
        for (String block : text.strip().split("\n\\s*\n")) {
            all.add(one(block.strip().lines().toList()));
        }
        return all;
    }

    private static Dialogue one(List<String> lines) {
        List<Expected> turns = new ArrayList<>();
        Set<String> facts = Set.of();
        for (int i = 1; i + 1 < lines.size(); i += 2) {
            String line = lines.get(i + 1);
            String word = line.split(" ", 2)[0];
            String rest = line.substring(word.length()).strip();
            Turn.Kind kind =
                    switch (word) {
                        case "=" -> Turn.Kind.CHANGED;
                        case "same" -> Turn.Kind.SAME;
                        case "answer" -> Turn.Kind.ANSWERED;
                        case "ask" -> Turn.Kind.ASKED;
                        case "refuse" -> Turn.Kind.REFUSED;
                        case "problem" -> Turn.Kind.PROBLEM;
                        default -> throw new IllegalArgumentException(line);
                    };
            boolean changes = kind == Turn.Kind.CHANGED || kind == Turn.Kind.ASKED;
            facts = changes ? Facts.written(rest) : facts;
            String said = kind == Turn.Kind.ANSWERED ? rest : "";
            turns.add(new Expected(lines.get(i).substring(2), kind, facts, said));
        }
        return new Dialogue(lines.get(0), turns);
    }

    /** What comes of each message, one after the other, whatever is wrong on the way. */
    List<Step> played(Anamnesis anamnesis) {
        List<Step> steps = new ArrayList<>();
        Conversation conversation = Conversation.EMPTY;
        for (Expected e : turns) {
            Step step = anamnesis.turn(conversation, e.message());
            steps.add(step);
            conversation = step.after();
        }
        return steps;
    }

    /** Number of messages up to the first that came to something else; all if none did. */
    int right(List<Step> played, List<String> wrong) {
        for (int i = 0; i < turns.size(); i++) {
            Expected e = turns.get(i);
            Turn turn = played.get(i).turn();
            Set<String> facts = Facts.of(played.get(i).after().spec());
            String reply = turn.reply().toLowerCase(Locale.ROOT);
            boolean word = reply.contains(e.word().toLowerCase(Locale.ROOT));
            if (turn.kind() != e.kind() || !facts.equals(e.facts()) || !word) {
                wrong.add(
                        "%s%n  > %s%n  wanted %s %s %s%n  came   %s %s%n  %s"
                                .formatted(
                                        title,
                                        e.message(),
                                        e.kind(),
                                        e.facts(),
                                        e.word(),
                                        turn.kind(),
                                        facts,
                                        turn.reply().lines().findFirst().orElse("")));
                return i;
            }
        }
        return turns.size();
    }

    /** Messages that must be refused and yet changed the cohort. */
    List<String> unsafe(List<Step> played) {
        List<String> unsafe = new ArrayList<>();
        Conversation before = Conversation.EMPTY;
        for (int i = 0; i < turns.size(); i++) {
            Conversation after = played.get(i).after();
            if (turns.get(i).kind() == Turn.Kind.REFUSED && !after.spec().equals(before.spec())) {
                unsafe.add(title + ": " + turns.get(i).message());
            }
            before = after;
        }
        return unsafe;
    }
}
