package org.anamnesis.llm.advise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A line of JSON for each call: when, to whom, how much, how long, what came of it. No words of the
 * user or of the model, and no key.
 */
final class CallLog {
    private final Path file;

    CallLog(Path file) {
        this.file = file;
    }

    /**
     * @throws IOException if no line can be written; then nobody is called
     */
    void open() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(
                file,
                "",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    void add(ModelSettings model, Instant when, int sent, int received, long millis, String outcome)
            throws IOException {
        String host =
                model.provider() == ModelSettings.Provider.GGUF ? "" : model.url().getAuthority();
        String line =
                String.format(
                        Locale.ROOT,
                        "{\"time\":\"%s\",\"provider\":\"%s\",\"host\":%s,\"model\":%s,\"sent_characters\":%d,\"received_characters\":%d,\"milliseconds\":%d,\"outcome\":%s}%n",
                        when.truncatedTo(ChronoUnit.MILLIS),
                        model.provider().name().toLowerCase(Locale.ROOT),
                        quoted(host),
                        quoted(model.model()),
                        sent,
                        received,
                        millis,
                        quoted(outcome));
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                out.append('\\');
                            }
                            out.append(Character.isISOControl(c) ? ' ' : (char) c);
                        });
        return out.append('"').toString();
    }
}
