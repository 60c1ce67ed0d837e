package org.anamnesis.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Calls of tools: begun one after the other, so that the messages of a conversation are taken in
 * the order in which they were sent; files are made beside that, one work at a time.
 */
final class Calls implements AutoCloseable {
    private static final int TIDYING = 5;

    private final Confined files;
    private final McpJsonMapper json;
    private final Consumer<String> log;
    private final ExecutorService talk = thread("talk");
    private final ExecutorService making = thread("making");
    private volatile Consumer<List<Tool.Link>> made = links -> {};
    private volatile boolean begun;

    /**
     * @param log hears of each call how it ended and how long it took, without the client's words
     */
    Calls(Confined files, McpJsonMapper json, Consumer<String> log) {
        this.files = files;
        this.json = json;
        this.log = log;
    }

    /** Whether a client has called anything. */
    boolean begun() {
        return begun;
    }

    /** Where what is asked is done in the order in which it was asked. */
    Scheduler order() {
        return Schedulers.fromExecutor(talk);
    }

    /**
     * @param hears of resources that came of a call, before the call is answered
     */
    void made(Consumer<List<Tool.Link>> hears) {
        made = hears;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                work -> {
                    Thread t = new Thread(work, "mcp-" + name);
                    t.setDaemon(true);
                    return t;
                });
    }

    /** A tool as the SDK wants it. */
    AsyncToolSpecification specification(Tool tool) {
        var annotations =
                McpSchema.ToolAnnotations.builder()
                        .title(tool.title())
                        .readOnlyHint(tool.effect() == Tool.Effect.NONE)
                        .destructiveHint(tool.replaces())
                        .idempotentHint(tool.effect() == Tool.Effect.NONE)
                        .openWorldHint(false)
                        .build();
        return AsyncToolSpecification.builder()
                .tool(
                        McpSchema.Tool.builder(tool.name(), Parameter.schema(tool.parameters()))
                                .title(tool.title())
                                .description(tool.description())
                                .outputSchema(tool.output())
                                .annotations(annotations)
                                .build())
                .callHandler(
                        (exchange, request) -> Mono.create(s -> call(tool, exchange, request, s)))
                .build();
    }

    private void call(
            Tool tool,
            McpAsyncServerExchange exchange,
            McpSchema.CallToolRequest request,
            MonoSink<McpSchema.CallToolResult> sink) {
        begun = true;
        var cancelled = new AtomicBoolean();
        sink.onCancel(() -> cancelled.set(true));
        var steps = new Steps(exchange, Optional.ofNullable(request.progressToken()), cancelled);
        long start = System.nanoTime();
        Consumer<McpSchema.CallToolResult> answer =
                result -> {
                    boolean wrong = Boolean.TRUE.equals(result.isError());
                    String end = cancelled.get() ? "cancelled" : wrong ? "refused" : "done";
                    long took = (System.nanoTime() - start) / 1_000_000;
                    log.accept("%s: %s, %,d ms".formatted(tool.name(), end, took));
                    sink.success(result); // nobody hears it if the call was cancelled
                };
        talk.execute(
                () -> {
                    Map<String, Object> given =
                            request.arguments() == null ? Map.of() : request.arguments();
                    Optional<Tool.Task> task = Optional.empty();
                    try {
                        steps.check();
                        task =
                                Optional.of(
                                        tool.work()
                                                .begin(
                                                        Arguments.of(
                                                                tool.parameters(), given, files)));
                    } catch (RuntimeException | Error e) {
                        answer.accept(failed(e));
                    }
                    task.ifPresent(
                            t -> {
                                Runnable rest = () -> answer.accept(finished(t, steps));
                                if (tool.effect() == Tool.Effect.FILES) {
                                    making.execute(rest);
                                } else {
                                    rest.run();
                                }
                            });
                });
    }

    private McpSchema.CallToolResult finished(Tool.Task task, Steps steps) {
        try {
            steps.check();
            Tool.Done done = task.finish(steps);
            made.accept(done.links());
            return result(done);
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
    }

    private McpSchema.CallToolResult failed(Throwable e) {
        if (e instanceof RequestException r) {
            return problems(r.problems());
        }
        if (e instanceof CancellationException) {
            return problems(List.of(new Problem("mcp.cancelled", "", "this was cancelled", "")));
        }
        if (System.getenv("ANAMNESIS_DEBUG") != null) {
            log.accept(String.join("\n", trace(e)));
        }
        String said =
                e instanceof EnvironmentException
                        ? e.getMessage()
                        : "something failed inside the program (%s)".formatted(reason(e));
        String suggestion =
                e instanceof OutOfMemoryError
                        ? "fewer patients, or more memory by ANAMNESIS_JAVA_OPTS=-Xmx3g where the server is started"
                        : "ANAMNESIS_DEBUG=1 where the server is started shows more in its log";
        return problems(List.of(new Problem("environment", "", said, suggestion)));
    }

    private static List<String> trace(Throwable e) {
        List<String> lines = new ArrayList<>(List.of(e.toString()));
        for (StackTraceElement at : e.getStackTrace()) {
            lines.add("  at " + at);
        }
        return lines;
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** As sentences for a reader, and as objects for a program. */
    private static McpSchema.CallToolResult problems(List<Problem> problems) {
        String text =
                problems.stream()
                        .map(
                                p ->
                                        "%s%s. Try: %s [%s]"
                                                .formatted(
                                                        p.message().replaceAll("\\.$", ""),
                                                        p.where().isBlank()
                                                                ? ""
                                                                : " (\"" + p.where() + "\")",
                                                        p.suggestion(),
                                                        p.code()))
                        .collect(Collectors.joining("\n"));
        Map<String, Object> told = Map.of("problems", problems.stream().map(JsonForm::of).toList());
        return McpSchema.CallToolResult.builder(
                        List.of(McpSchema.TextContent.builder(text).build()))
                .structuredContent(told)
                .isError(true)
                .build();
    }

    /** Clients that know no structured content read the same as text. */
    private McpSchema.CallToolResult result(Tool.Done done) {
        return McpSchema.CallToolResult.builder(content(done))
                .structuredContent(done.told())
                .isError(done.failed())
                .build();
    }

    List<McpSchema.Content> content(Tool.Done done) {
        List<McpSchema.Content> content = new ArrayList<>();
        try {
            content.add(
                    McpSchema.TextContent.builder(json.writeValueAsString(done.told())).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        done.links()
                .forEach(
                        l ->
                                content.add(
                                        McpSchema.ResourceLink.builder()
                                                .uri(l.uri())
                                                .name(l.name())
                                                .mimeType(l.type())
                                                .build()));
        done.pictures().forEach(p -> content.add(picture(p)));
        return content;
    }

    /** Pixels are an image; what is drawn by lines in a text, which few models see, is a text. */
    private static McpSchema.Content picture(Tool.Picture p) {
        if (p.type().endsWith("xml")) {
            String text = new String(p.bytes(), StandardCharsets.UTF_8);
            return McpSchema.EmbeddedResource.builder(
                            McpSchema.TextResourceContents.builder(p.uri(), text)
                                    .mimeType(p.type())
                                    .build())
                    .build();
        }
        String pixels = Base64.getEncoder().encodeToString(p.bytes());
        return McpSchema.ImageContent.builder(pixels, p.type()).build();
    }

    /** What was cancelled has some time to take back what it has half made. */
    @Override
    public void close() {
        talk.shutdown();
        making.shutdown();
        try {
            if (!making.awaitTermination(TIDYING, TimeUnit.SECONDS)) {
                log.accept("a work did not hear that it was cancelled; it is given up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
