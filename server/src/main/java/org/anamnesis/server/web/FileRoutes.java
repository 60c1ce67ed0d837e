package org.anamnesis.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.anamnesis.server.Absent;
import org.anamnesis.server.job.JobFiles;
import org.anamnesis.server.job.JobQueue;
import org.anamnesis.server.store.Job;

/** Jobs of the page: how far they are, as it happens, and their files. */
public final class FileRoutes implements AutoCloseable {
    /** A report carries its own style and nothing else. */
    static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final JobQueue jobs;
    private final JobFiles files;
    private final Guards guards;
    private final LongSupplier clock;
    private final JobWatchers watchers;

    FileRoutes(JobQueue jobs, JobFiles files, Guards guards, LongSupplier clock) {
        this.jobs = jobs;
        this.files = files;
        this.guards = guards;
        this.clock = clock;
        this.watchers =
                new JobWatchers(
                        job -> Pages.text("job.jte", "job", JobView.of(job, clock.getAsLong())));
        jobs.listen(watchers::tell);
    }

    void in(RoutesConfig routes) {
        routes.sse("/jobs/{id}/events", this::watch);
        routes.post("/jobs/{id}/stop", this::stop);
        routes.post("/jobs/{id}/resume", this::resume);
        routes.post("/jobs/{id}/delete", this::delete);
        routes.get("/jobs/{id}/files/<name>", this::file);
        routes.get("/jobs/{id}/all.zip", this::zip);
    }

    private void watch(SseClient client) {
        String owner = guards.owner(client.ctx());
        String id = client.ctx().pathParam("id");
        watchers.add(client, jobs.find(owner, id));
        // It may have ended between the look and the listening.
        watchers.tell(jobs.find(owner, id));
    }

    /** Browsers that watch jobs at present. */
    int watching() {
        return watchers.count();
    }

    @Override
    public void close() {
        watchers.close();
    }

    private void stop(Context ctx) {
        jobs.stop(guards.owner(ctx), ctx.pathParam("id"));
        back(ctx, ctx.pathParam("id"));
    }

    private void resume(Context ctx) {
        Job job = jobs.resume(guards.owner(ctx), ctx.pathParam("id"));
        if (Pages.part(ctx)) {
            Pages.show(ctx, "job.jte", "job", JobView.of(job, clock.getAsLong()));
        } else {
            Pages.redirect(ctx, home(job));
        }
    }

    private void delete(Context ctx) {
        String id = ctx.pathParam("id");
        String to = home(jobs.find(guards.owner(ctx), id));
        jobs.delete(guards.owner(ctx), id);
        if (Pages.part(ctx)) {
            ctx.html("");
        } else {
            Pages.redirect(ctx, to);
        }
    }

    private void back(Context ctx, String id) {
        if (Pages.part(ctx)) {
            ctx.status(204);
        } else {
            Pages.redirect(ctx, home(jobs.find(guards.owner(ctx), id)));
        }
    }

    /** The page that a job stands on. */
    private static String home(Job job) {
        return job.conversation().isEmpty() ? "/tables" : "/c/" + job.conversation();
    }

    private void file(Context ctx) {
        Job job = jobs.find(guards.owner(ctx), ctx.pathParam("id"));
        String name = ctx.pathParam("name");
        Path file = files.file(job.id(), name, JobView.files(job));
        give(ctx, file, name);
    }

    public static void give(Context ctx, Path file, String name) {
        boolean page = name.endsWith(".html");
        ctx.contentType(type(name));
        if (page) {
            ctx.header("Content-Security-Policy", REPORT_POLICY);
        } else {
            String last = name.substring(name.lastIndexOf('/') + 1);
            ctx.header("Content-Disposition", "attachment; filename=\"" + last + "\"");
        }
        try {
            ctx.writeSeekableStream(Files.newInputStream(file), type(name), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "html" -> "text/html; charset=utf-8";
            case "csv" -> "text/csv; charset=utf-8";
            case "json" -> "application/json";
            case "ndjson" -> "application/fhir+ndjson";
            case "md" -> "text/markdown; charset=utf-8";
            case "parquet" -> "application/vnd.apache.parquet";
            case "sql" -> "application/sql";
            default -> "application/octet-stream";
        };
    }

    private void zip(Context ctx) {
        Job job = jobs.find(guards.owner(ctx), ctx.pathParam("id"));
        giveAll(ctx, files, job);
    }

    public static void giveAll(Context ctx, JobFiles files, Job job) {
        List<String> names = JobView.files(job);
        if (names.isEmpty()) {
            throw new Absent("file");
        }
        ctx.contentType("application/zip");
        ctx.header("Content-Disposition", "attachment; filename=\"cohort.zip\"");
        ctx.disableCompression();
        try {
            files.zip(job.id(), names, ctx.outputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the reader went away
        }
    }
}
