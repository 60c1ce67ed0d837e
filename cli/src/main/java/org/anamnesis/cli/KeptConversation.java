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

/**
 * A conversation in a file: whole after each message, whatever happens. When it has grown so long
 * that writing takes its time, not more than a tenth of the time goes into it, and at the end it is
 * whole.
 */
final class KeptConversation implements AutoCloseable {
    private static final long QUICK = 50_000_000; // nanoseconds
    private static final int SHARE = 10;

    private final Optional<Path> file;
    private boolean watched;
    private Conversation latest = Conversation.EMPTY;
    private boolean written = true;
    private long ended = System.nanoTime();
    private long took;

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

    synchronized void write(Conversation conversation) {
        if (file.isEmpty()) {
            return;
        }
        if (!watched && took > QUICK) {
            watched = true; // Ctrl-C must not lose what is not written yet
            Runtime.getRuntime().addShutdownHook(new Thread(this::flush));
        }
        latest = conversation;
        written = false;
        long now = System.nanoTime();
        if (took <= QUICK || now - ended > SHARE * took) {
            flush();
            ended = System.nanoTime();
            took = ended - now;
        }
    }

    /** Writes what is not written yet. */
    @Override
    public synchronized void close() {
        flush();
    }

    private synchronized void flush() {
        if (!written) {
            save(latest);
            written = true;
        }
    }

    private void save(Conversation conversation) {
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
