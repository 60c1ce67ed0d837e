package org.anamnesis.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.Absent;
import org.anamnesis.server.Talks;
import org.anamnesis.server.Uploads;
import org.anamnesis.server.job.JobQueue;
import org.anamnesis.server.job.Works;
import org.anamnesis.server.store.Job;
import org.anamnesis.server.store.Place;
import org.anamnesis.server.store.UploadStore.Upload;
import org.anamnesis.spec.Known;

/** The page about a user's own tables: send one, see what is dropped, learn it, talk about it. */
final class TableRoutes {
    private static final int LISTED = 50;

    private final Uploads uploads;
    private final Talks talks;
    private final JobQueue jobs;
    private final Guards guards;
    private final LongSupplier clock;

    TableRoutes(Uploads uploads, Talks talks, JobQueue jobs, Guards guards, LongSupplier clock) {
        this.uploads = uploads;
        this.talks = talks;
        this.jobs = jobs;
        this.guards = guards;
        this.clock = clock;
    }

    void in(RoutesConfig routes) {
        routes.get("/tables", this::list);
        routes.post("/tables", this::upload);
        routes.get("/tables/{id}", this::see);
        routes.post("/tables/{id}/learn", this::learn);
        routes.post("/tables/{id}/delete", this::delete);
        routes.post("/models/{id}/talk", this::talk);
    }

    private void list(Context ctx) {
        if (!Pages.welcome(ctx, guards)) {
            return;
        }
        String owner = guards.owner(ctx);
        long now = clock.getAsLong();
        List<Upload> tables = uploads.of(owner, LISTED);
        List<JobView> learned =
                jobs.of(owner, Place.START, LISTED).stream()
                        .filter(j -> j.kind() == Job.Kind.LEARN)
                        .map(j -> JobView.of(j, now))
                        .toList();
        Pages.show(ctx, "tables.jte", "tables", tables, "learned", learned);
    }

    private static RequestException noFile() {
        return RequestException.of("page.file", "", "no file was chosen", "a CSV table");
    }

    private void upload(Context ctx) {
        String owner = guards.owner(ctx);
        UploadedFile file =
                Pages.upload(ctx, "table")
                        .filter(f -> !f.filename().isBlank())
                        .orElseThrow(TableRoutes::noFile);
        try (var in = file.content()) {
            Upload kept = uploads.keep(owner, file.filename(), in).upload();
            Pages.redirect(ctx, "/tables/" + kept.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void see(Context ctx) {
        var seen = uploads.see(guards.owner(ctx), ctx.pathParam("id"));
        Pages.show(ctx, "table.jte", "view", TableView.of(seen));
    }

    private void learn(Context ctx) {
        String owner = guards.owner(ctx);
        String id = ctx.pathParam("id");
        uploads.file(owner, id);
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("table", id);
        Optional.ofNullable(ctx.formParam("engine"))
                .filter(Known.ENGINES::contains)
                .ifPresent(e -> asked.put("engine", e));
        jobs.submit(owner, Job.Kind.LEARN, asked);
        Pages.redirect(ctx, "/tables");
    }

    private void delete(Context ctx) {
        uploads.delete(guards.owner(ctx), ctx.pathParam("id"));
        Pages.redirect(ctx, "/tables");
    }

    private void talk(Context ctx) {
        String owner = guards.owner(ctx);
        Job job = jobs.find(owner, ctx.pathParam("id"));
        if (job.kind() != Job.Kind.LEARN || job.status() != Job.Status.DONE) {
            throw new Absent("model");
        }
        Pages.redirect(
                ctx,
                "/c/" + talks.begin(owner, Works.useModel(job.id()), Works.title(job)).talk().id());
    }
}
