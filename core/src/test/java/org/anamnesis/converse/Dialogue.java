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

    /** Number of messages up to the first that came to something else; all if none did. */
    int right(Anamnesis anamnesis, List<String> wrong) {
        Conversation conversation = Conversation.EMPTY;
        for (int i = 0; i < turns.size(); i++) {
            Expected e = turns.get(i);
            Step step = anamnesis.turn(conversation, e.message());
            conversation = step.after();
            Set<String> facts = Facts.of(conversation.spec());
            String reply = step.turn().reply().toLowerCase(Locale.ROOT);
            boolean word = reply.contains(e.word().toLowerCase(Locale.ROOT));
            if (step.turn().kind() != e.kind() || !facts.equals(e.facts()) || !word) {
                wrong.add(
                        "%s%n  > %s%n  wanted %s %s %s%n  came   %s %s%n  %s"
                                .formatted(
                                        title,
                                        e.message(),
                                        e.kind(),
                                        e.facts(),
                                        e.word(),
                                        step.turn().kind(),
                                        facts,
                                        step.turn().reply().lines().findFirst().orElse("")));
                return i;
            }
        }
        return turns.size();
    }
}
