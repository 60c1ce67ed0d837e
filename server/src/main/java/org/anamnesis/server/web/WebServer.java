package org.anamnesis.server.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.Absent;
import org.anamnesis.server.DataFolder;
import org.anamnesis.server.DiskTrouble;
import org.anamnesis.server.Previews;
import org.anamnesis.server.Refused;
import org.anamnesis.server.ServerSettings;
import org.anamnesis.server.Talks;
import org.anamnesis.server.Uploads;
import org.anamnesis.server.job.JobFiles;
import org.anamnesis.server.job.JobQueue;
import org.anamnesis.server.job.Works;
import org.anamnesis.server.store.AnswerStore;
import org.anamnesis.server.store.AuditLog;
import org.anamnesis.server.store.Database;
import org.anamnesis.server.store.DatabaseHold;
import org.anamnesis.server.store.JobStore;
import org.anamnesis.server.store.TalkStore;
import org.anamnesis.server.store.UploadStore;
import org.anamnesis.server.web.api.Api;
import org.anamnesis.server.web.api.JobEndpoints;
import org.anamnesis.server.web.api.KnowEndpoints;
import org.anamnesis.server.web.api.TableEndpoints;
import org.anamnesis.server.web.api.TalkEndpoints;

/** The whole server: opens what it keeps, takes up unfinished jobs, listens. */
public final class WebServer implements AutoCloseable {
    /** A request that is larger is refused before it is read. */
    private static final long LARGEST = 2 << 20; // bytes

    private static final int BAD = 422;

    private final Javalin web;
    private final WarmUp warmUp;
    private final List<AutoCloseable> parts;

    private WebServer(Javalin web, WarmUp warmUp, List<AutoCloseable> parts) {
        this.web = web;
        this.warmUp = warmUp;
        this.parts = parts;
    }

    /**
     * Starts; requests are answered when it returns.
     *
     * @param clock milliseconds since 1970
     * @throws EnvironmentException if the port is taken, or the database cannot be opened
     */
    public static WebServer start(ServerSettings settings, Anamnesis given, LongSupplier clock) {
        Path folder = settings.folder().resolve("jobs");
        Anamnesis program = given.reading(Works.named(folder));
        DataFolder data = DataFolder.take(settings.folder());
        RequestLog log;
        Optional<DatabaseHold> hold = Optional.empty();
        Database database;
        try {
            log = RequestLog.to(settings.log(), clock);
            hold = DatabaseHold.take(settings);
            database = Database.open(settings);
        } catch (RuntimeException e) {
            hold.ifPresent(DatabaseHold::close);
            data.close();
            throw e;
        }
        hold.ifPresent(h -> h.watch(database::giveUp));
        var audit = new AuditLog(database);
        var talks = new Talks(program, new TalkStore(database), audit, clock);
        var files = new JobFiles(folder);
        Path tables = settings.folder().resolve("tables");
        var uploads =
                new Uploads(
                        program,
                        new UploadStore(database),
                        audit,
                        tables,
                        settings.limits().bytes(),
                        clock);
        var previews = new Previews(program);
        var works = new Works(program, uploads, folder);
        var jobs = new JobQueue(works, new JobStore(database), files, settings.limits(), clock);
        Javalin[] started = new Javalin[1];
        var guards = new Guards(settings, () -> started[0].port(), new Attempts(WebServer::ticks));
        var api =
                new Api(
                        List.of(
                                new TalkEndpoints(program, talks, previews),
                                new JobEndpoints(talks, jobs, files),
                                new TableEndpoints(uploads, talks, jobs),
                                new KnowEndpoints(program)),
                        guards,
                        new AnswerStore(database),
                        clock);
        var filesOfJobs = new FileRoutes(jobs, files, guards, clock);
        var vitals = new Vitals(database::answers, jobs::unfinished, filesOfJobs::watching, log);
        var rates = new Rates(settings.limits().requestsPerSecond(), WebServer::ticks);
        started[0] =
                Javalin.create(
                        config -> {
                            quiet(config);
                            config.routes.before(vitals::begin);
                            config.routes.after(vitals::end);
                            config.routes.after(Leftovers::swallow);
                            config.routes.before(guards::check);
                            config.routes.before(
                                    ctx -> {
                                        if (!rates.allow(user(guards, ctx))) {
                                            ctx.header("Retry-After", "1");
                                            throw new Refused(429, "Too many requests at once.");
                                        }
                                    });
                            new PageRoutes(program, talks, previews, jobs, guards, clock)
                                    .in(config.routes);
                            filesOfJobs.in(config.routes);
                            new TableRoutes(uploads, talks, jobs, guards, clock).in(config.routes);
                            Assets.in(config.routes);
                            api.in(config.routes);
                            vitals.in(config.routes);
                            errors(config, log);
                        });
        try {
            started[0].start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            filesOfJobs.close();
            jobs.close();
            database.close();
            hold.ifPresent(DatabaseHold::close);
            data.close();
            throw new EnvironmentException(
                    "Port %d of %s is taken or not allowed; another one: --port 0 takes any that is free."
                            .formatted(settings.port(), settings.host()),
                    e);
        }
        jobs.takeUp();
        var warmUp = new WarmUp(program, vitals::quiet);
        // In the order in which they end: first nobody asks any more.
        List<AutoCloseable> parts =
                new ArrayList<>(List.of(started[0]::stop, filesOfJobs, previews, jobs, database));
        hold.ifPresent(parts::add);
        parts.addAll(List.of(log, data));
        return new WebServer(started[0], warmUp, parts);
    }

    /**
     * A session that we did not sign is none, so that another one each time gains nobody anything.
     */
    private static String user(Guards guards, Context ctx) {
        return guards.session(ctx).orElseGet(ctx::ip);
    }

    /** Milliseconds that never jump, however the clock is set. */
    private static long ticks() {
        return System.nanoTime() / 1_000_000;
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST;
        config.http.prefer405over404 = true;
        config.jetty.multipartConfig.maxFileSize(Uploads.LARGEST, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(Uploads.LARGEST + LARGEST, SizeUnit.BYTES);
        config.jetty.modifyHttpConfiguration(h -> h.setSendServerVersion(false));
    }

    private static void unable(Context ctx, String why) {
        ProblemDetails.answer(
                ctx,
                503,
                "The server cannot do this at present",
                List.of(new Problem("environment", "", why, "try again in a while")));
    }

    private static void errors(JavalinConfig config, RequestLog log) {
        config.routes.exception(
                RequestException.class,
                (e, ctx) -> ProblemDetails.answer(ctx, BAD, "This cannot be done", e.problems()));
        config.routes.exception(
                Absent.class,
                (e, ctx) ->
                        ProblemDetails.answer(
                                ctx, 404, "There is no such " + e.getMessage(), List.of()));
        config.routes.exception(
                Refused.class,
                (e, ctx) -> ProblemDetails.answer(ctx, e.status(), e.getMessage(), List.of()));
        config.routes.exception(
                EnvironmentException.class, (e, ctx) -> unable(ctx, e.getMessage()));
        config.routes.exception(
                UncheckedIOException.class,
                (e, ctx) -> {
                    log.failed(ctx, e);
                    unable(ctx, DiskTrouble.inWords(e));
                });
        config.routes.exception(
                HttpResponseException.class,
                (e, ctx) -> ProblemDetails.answer(ctx, e.getStatus(), e.getMessage(), List.of()));
        config.routes.exception(
                Exception.class,
                (e, ctx) -> {
                    log.failed(ctx, e);
                    ProblemDetails.answer(
                            ctx, 500, "Something failed inside the program", List.of());
                });
        config.routes.error(
                404,
                ctx -> {
                    if (ctx.result() == null
                            || ctx.result().isEmpty()
                            || "Not Found".equals(ctx.result())) {
                        ProblemDetails.answer(ctx, 404, "There is nothing here", List.of());
                    }
                });
    }

    /** Makes the first users' answers as quick as later ones; requests are answered meanwhile. */
    public void warmUp() {
        warmUp.begin();
    }

    public int port() {
        return web.port();
    }

    /** Stops listening, then the work that runs; the next start takes it up. */
    @Override
    public void close() {
        warmUp.close();
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
