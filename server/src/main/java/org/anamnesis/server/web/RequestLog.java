package org.anamnesis.server.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.server.JsonText;

/**
 * One JSON object a line for each request and each failure. Neither words of users nor values nor
 * names of conversations stand in it: the route does, not the path that was asked.
 */
final class RequestLog implements AutoCloseable {
    private static final int FRAMES = 12;

    private final Optional<Writer> out;
    private final LongSupplier clock;

    private RequestLog(Optional<Writer> out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
    }

    /**
     * @param file added to; none if nothing is to be logged
     * @param clock milliseconds since 1970
     * @throws EnvironmentException if it cannot be written
     */
    static RequestLog to(Optional<Path> file, LongSupplier clock) {
        try {
            if (file.isEmpty()) {
                return new RequestLog(Optional.empty(), clock);
            }
            Writer out =
                    Files.newBufferedWriter(
                            file.get(),
                            StandardCharsets.UTF_8,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
            return new RequestLog(Optional.of(out), clock);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The log %s cannot be written.".formatted(file.get()), e);
        }
    }

    void answered(Context ctx, long nanoseconds) {
        if (out.isEmpty()) {
            return;
        }
        Map<String, Object> m = line("request");
        m.put("method", ctx.method().name());
        m.put("route", route(ctx));
        m.put("status", ctx.statusCode());
        m.put("ms", nanoseconds / 1e6);
        write(m);
    }

    /** Where the program failed; messages of exceptions may hold values, so they are left out. */
    void failed(Context ctx, Throwable failure) {
        if (out.isEmpty()) {
            return;
        }
        Map<String, Object> m = line("failure");
        m.put("method", ctx.method().name());
        m.put("route", route(ctx));
        m.put("exception", failure.getClass().getName());
        m.put(
                "at",
                Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES)
                        .map(StackTraceElement::toString)
                        .toList());
        write(m);
    }

    private static String route(Context ctx) {
        var found = ctx.endpoints().lastHttpEndpoint();
        return found == null ? "none" : found.path;
    }

    private Map<String, Object> line(String event) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("time", Instant.ofEpochMilli(clock.getAsLong()).toString());
        m.put("event", event);
        return m;
    }

    private synchronized void write(Map<String, Object> m) {
        try {
            out.get().write(JsonText.of(m) + "\n");
            out.get().flush();
        } catch (IOException e) {
            // A full disk must not end the service; the metrics still count.
        }
    }

    @Override
    public void close() {
        try {
            if (out.isPresent()) {
                out.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
