package org.anamnesis.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.anamnesis.problem.EnvironmentException;

/** Whether the server lives and can work, and how much it does, for those who run it. */
final class Vitals {
    /** Upper ends in seconds. */
    private static final double[] ENDS = {0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10};

    private static final String BEGAN = "began";
    private static final long QUIET = 1_000_000_000; // nanoseconds

    private final BooleanSupplier ready;
    private final IntSupplier unfinished;
    private final IntSupplier watching;
    private final RequestLog log;
    private final Map<String, LongAdder> answered = new ConcurrentHashMap<>();
    private final LongAdder[] within = new LongAdder[ENDS.length];
    private final LongAdder nanoseconds = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long latest = System.nanoTime() - QUIET;

    /**
     * @param ready whether the database answers
     * @param unfinished jobs
     * @param watching browsers that listen to jobs
     * @param log hears of each request, too
     */
    Vitals(BooleanSupplier ready, IntSupplier unfinished, IntSupplier watching, RequestLog log) {
        this.ready = ready;
        this.unfinished = unfinished;
        this.watching = watching;
        this.log = log;
        for (int i = 0; i < within.length; i++) {
            within[i] = new LongAdder();
        }
    }

    void in(RoutesConfig routes) {
        routes.get(
                "/health/live",
                ctx -> ctx.contentType("application/json").result("{\"status\":\"up\"}"));
        routes.get("/health/ready", this::ready);
        routes.get("/metrics", this::metrics);
    }

    private void ready(Context ctx) {
        boolean up;
        try {
            up = ready.getAsBoolean();
        } catch (EnvironmentException e) {
            up = false;
        }
        ctx.status(up ? 200 : 503);
        ctx.contentType("application/json").result("{\"status\":\"" + (up ? "up" : "down") + "\"}");
    }

    void begin(Context ctx) {
        ctx.attribute(BEGAN, System.nanoTime());
        waiting.incrementAndGet();
    }

    /** Whether nobody waits for an answer, or got one within a second. */
    boolean quiet() {
        return waiting.get() == 0 && System.nanoTime() - latest >= QUIET;
    }

    void end(Context ctx) {
        Long began = ctx.attribute(BEGAN);
        if (began == null) {
            return;
        }
        latest = System.nanoTime();
        waiting.decrementAndGet();
        long took = latest - began;
        requests.increment();
        log.answered(ctx, took);
        nanoseconds.add(took);
        answered.computeIfAbsent(
                        ctx.method() + "\",status=\"" + ctx.statusCode(), k -> new LongAdder())
                .increment();
        for (int i = 0; i < ENDS.length; i++) {
            if (took <= ENDS[i] * 1e9) {
                within[i].increment();
            }
        }
    }

    private void metrics(Context ctx) {
        var text = new StringBuilder();
        head(text, "anamnesis_requests_total", "counter", "Requests answered.");
        answered.forEach(
                (k, n) ->
                        text.append("anamnesis_requests_total{method=\"")
                                .append(k)
                                .append("\"} ")
                                .append(n.sum())
                                .append('\n'));
        head(text, "anamnesis_request_seconds", "histogram", "Time until an answer was written.");
        for (int i = 0; i < ENDS.length; i++) {
            text.append(
                    "anamnesis_request_seconds_bucket{le=\"%s\"} %d\n"
                            .formatted(ENDS[i], within[i].sum()));
        }
        text.append("anamnesis_request_seconds_bucket{le=\"+Inf\"} %d\n".formatted(requests.sum()));
        text.append(
                String.format(
                        Locale.ROOT,
                        "anamnesis_request_seconds_sum %.6f\n",
                        nanoseconds.sum() / 1e9));
        text.append("anamnesis_request_seconds_count %d\n".formatted(requests.sum()));
        head(text, "anamnesis_jobs_unfinished", "gauge", "Jobs that wait or run.");
        text.append("anamnesis_jobs_unfinished %d\n".formatted(unfinished.getAsInt()));
        head(text, "anamnesis_watchers", "gauge", "Browsers that listen to jobs.");
        text.append("anamnesis_watchers %d\n".formatted(watching.getAsInt()));
        Runtime java = Runtime.getRuntime();
        head(text, "anamnesis_memory_used_bytes", "gauge", "Memory of the program in use.");
        text.append(
                "anamnesis_memory_used_bytes %d\n"
                        .formatted(java.totalMemory() - java.freeMemory()));
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(text.toString());
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
    }
}
