package org.anamnesis.llm.advise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Consultation;

/**
 * What a model is told, all of it.
 *
 * @param task the same for every message, so that servers can keep what they made of it
 * @param question of this message
 */
record Prompt(String task, String question) {
    /** The form of an answer, as a JSON schema. */
    static final String SCHEMA = resource("schema.json");

    private static final String TASK = resource("task.txt");

    /**
     * @param names how many of each kind are told, those nearest to the words; empty: all of them
     */
    static Prompt of(Consultation about, OptionalInt names) {
        boolean all = names.isEmpty();
        String list = list(all ? about.catalogue() : nearest(about, names.getAsInt()));
        String question =
                "Request so far: %s\nMessage: %s\nNot understood: %s\n"
                        .formatted(
                                about.spec().strip().replaceAll("\\s*\\n\\s*", " "),
                                quoted(about.message()),
                                String.join(
                                        ", ",
                                        about.unread().stream().map(Prompt::quoted).toList()));
        return all ? new Prompt(TASK + list, question) : new Prompt(TASK, list + question);
    }

    private static List<Concept> nearest(Consultation about, int names) {
        String words = String.join(" ", about.unread());
        String wanted = words.substring(0, Math.min(200, words.length()));
        List<Concept> some = new ArrayList<>();
        for (Concept.Kind kind : Concept.Kind.values()) {
            some.addAll(Vocabulary.bundled().nearest(wanted, kind, names));
        }
        for (Vocabulary.Mention named : Vocabulary.bundled().find(about.message())) {
            if (!some.contains(named.concept())) {
                some.add(named.concept());
            }
        }
        return some;
    }

    private static String list(List<Concept> concepts) {
        StringBuilder list = new StringBuilder();
        for (Concept.Kind kind : Concept.Kind.values()) {
            List<String> ids =
                    concepts.stream()
                            .filter(c -> c.kind() == kind)
                            .map(c -> c.id() + " (" + c.name() + ")")
                            .toList();
            list.append(title(kind)).append(": ").append(String.join("; ", ids)).append('\n');
        }
        return list.toString();
    }

    private static String title(Concept.Kind kind) {
        return switch (kind) {
            case CONDITION -> "Conditions";
            case OBSERVATION -> "Observations";
            case INGREDIENT -> "Drugs";
            case DRUG_CLASS -> "Drug classes";
        };
    }

    /** As JSON has texts, so that the message cannot end before its end. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                out.append('\\');
                            }
                            out.append(c < ' ' ? ' ' : (char) c);
                        });
        return out.append('"').toString();
    }

    private static String resource(String name) {
        try (InputStream in = Prompt.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
