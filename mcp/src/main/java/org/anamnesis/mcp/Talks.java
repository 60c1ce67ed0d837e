package org.anamnesis.mcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.ConversationFile;
import org.anamnesis.converse.Step;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * Conversations by name: in memory, and each in a file of its own if they are kept. Whole after
 * each message, whatever happens.
 */
final class Talks {
    /** A name is part of an address and of a file name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final String SUFFIX = ".json";

    /** More than anybody leads; who opens them without end is stopped. */
    private static final int MOST = 1_000;

    private final Optional<Path> kept;
    private final Map<String, Conversation> talks = new TreeMap<>();

    /**
     * @param kept folder where they are kept; made if it is not there
     */
    Talks(Optional<Path> kept) {
        this.kept = kept;
        kept.ifPresent(
                folder -> {
                    try {
                        Files.createDirectories(folder);
                    } catch (IOException e) {
                        throw failed(folder, "cannot be made", e);
                    }
                });
    }

    /** Every conversation that there is, in the order of the names. */
    synchronized List<String> names() {
        List<String> names = new ArrayList<>(talks.keySet());
        kept.ifPresent(
                folder -> {
                    try (Stream<Path> files = Files.list(folder)) {
                        files.map(f -> f.getFileName().toString())
                                .filter(f -> f.endsWith(SUFFIX))
                                .map(f -> f.substring(0, f.length() - SUFFIX.length()))
                                .filter(n -> NAME.matcher(n).matches() && !names.contains(n))
                                .forEach(names::add);
                    } catch (IOException e) {
                        throw failed(folder, "cannot be read", e);
                    }
                });
        return names.stream().sorted().toList();
    }

    /**
     * A conversation with something more in it.
     *
     * @param name of one that there is, or of a new one
     */
    synchronized Step step(String name, Function<Conversation, Step> more) {
        Conversation before = find(name).orElse(Conversation.EMPTY);
        if (!talks.containsKey(name) && talks.size() >= MOST) {
            throw wrong(
                    "talk.many",
                    name,
                    "there are %,d conversations already".formatted(MOST),
                    "the name of one of them");
        }
        Step step = more.apply(before);
        talks.put(name, step.after());
        kept.ifPresent(folder -> save(folder, name, step.after()));
        return step;
    }

    /**
     * @throws RequestException if there is no such conversation
     */
    synchronized Conversation of(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                wrong(
                                        "talk.absent",
                                        name,
                                        "there is no conversation of this name",
                                        names().isEmpty()
                                                ? "begin one with the tool converse"
                                                : "one of these: " + String.join(", ", names())));
    }

    private Optional<Conversation> find(String name) {
        if (!NAME.matcher(name).matches()) {
            throw wrong(
                    "talk.name",
                    name,
                    "a conversation cannot have this name",
                    "letters, digits, \".\", \"-\" and \"_\", at most 64, for example \"t2dm\"");
        }
        if (talks.containsKey(name)) {
            return Optional.of(talks.get(name));
        }
        return kept.map(f -> f.resolve(name + SUFFIX))
                .filter(Files::isRegularFile)
                .map(Talks::load);
    }

    private static Conversation load(Path file) {
        try {
            return ConversationFile.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(file, "cannot be read as UTF-8 text", e);
        }
    }

    private static void save(Path folder, String name, Conversation conversation) {
        Path file = folder.resolve(name + SUFFIX);
        Path partial = folder.resolve(name + SUFFIX + ".partial");
        try {
            Files.writeString(
                    partial, ConversationFile.write(conversation), StandardCharsets.UTF_8);
            Files.move(
                    partial,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(file, "cannot be written", e);
        }
    }

    private static EnvironmentException failed(Path file, String what, IOException e) {
        return new EnvironmentException("%s %s (%s).".formatted(file, what, e.getMessage()), e);
    }

    private static RequestException wrong(
            String kind, String name, String message, String suggestion) {
        return new RequestException(List.of(new Problem("mcp." + kind, name, message, suggestion)));
    }
}
