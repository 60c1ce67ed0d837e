package org.anamnesis.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.ConversationFile;
import org.anamnesis.problem.EnvironmentException;

/** A conversation in a file, whole after each message whatever happens. */
final class KeptConversation {
    private final Optional<Path> file;

    KeptConversation(Optional<Path> file) {
        this.file = file;
    }

    /**
     * @throws org.anamnesis.problem.RequestException if the file is damaged; it is left as it is
     */
    Conversation read() {
        if (file.isEmpty() || Files.notExists(file.get())) {
            return Conversation.EMPTY;
        }
        try {
            return ConversationFile.read(Files.readString(file.get(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed("cannot be read as UTF-8 text", e);
        }
    }

    void write(Conversation conversation) {
        if (file.isEmpty()) {
            return;
        }
        Path target = file.get().toAbsolutePath();
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.writeString(
                    partial, ConversationFile.write(conversation), StandardCharsets.UTF_8);
            Files.move(
                    partial,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed("cannot be written", e);
        }
    }

    private EnvironmentException failed(String what, IOException e) {
        return new EnvironmentException(
                "The conversation file %s %s (%s).".formatted(file.get(), what, e.getMessage()), e);
    }
}
