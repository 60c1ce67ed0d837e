package org.anamnesis.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.anamnesis.converse.Names;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines of the user: edited at a terminal, read as they come from a file or a pipe. */
interface Lines extends AutoCloseable {
    /** The next line; empty at the end. */
    Optional<String> next() throws IOException;

    /** Whether a person types. */
    boolean watched();

    @Override
    void close() throws IOException;

    static Lines open(Voice voice) throws IOException {
        boolean typed = Boolean.getBoolean("anamnesis.typed"); // the launcher sees both ends
        return voice.terminal() && typed ? new Typed() : new Piped();
    }

    /** Of a pipe. */
    final class Piped implements Lines {
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

        @Override
        public Optional<String> next() throws IOException {
            return Optional.ofNullable(in.readLine());
        }

        @Override
        public boolean watched() {
            return false;
        }

        @Override
        public void close() {
            // standard input is not ours to close
        }
    }

    /** Of a person, with editing, the lines before, and names that can be completed. */
    final class Typed implements Lines {
        private final Terminal terminal;
        private final LineReader reader;

        Typed() throws IOException {
            terminal = TerminalBuilder.builder().system(true).dumb(true).build();
            reader =
                    LineReaderBuilder.builder()
                            .terminal(terminal)
                            .completer(new StringsCompleter(Names.all()))
                            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                            .build();
        }

        @Override
        public Optional<String> next() {
            try {
                return Optional.of(reader.readLine("> "));
            } catch (EndOfFileException | UserInterruptException e) {
                return Optional.empty();
            }
        }

        @Override
        public boolean watched() {
            return true;
        }

        @Override
        public void close() throws IOException {
            terminal.close();
        }
    }
}
