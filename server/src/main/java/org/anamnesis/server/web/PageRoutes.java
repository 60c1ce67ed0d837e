package org.anamnesis.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Narrowed;
import org.anamnesis.converse.Parts;
import org.anamnesis.converse.Previewed;
import org.anamnesis.converse.RowsLook;
import org.anamnesis.converse.StudyPicture;
import org.anamnesis.problem.RequestException;
import org.anamnesis.report.HtmlReport;
import org.anamnesis.server.Previews;
import org.anamnesis.server.Talks;
import org.anamnesis.server.job.JobQueue;
import org.anamnesis.server.store.Place;
import org.anamnesis.server.store.Talk;

/** The page: what a browser sends and gets. Without scripts each answer is a whole page. */
final class PageRoutes {
    private static final int LISTED = 30;

    private static final int LONGEST_SPEC = 1_000_000;

    private final Anamnesis program;
    private final Talks talks;
    private final Previews previews;
    private final JobQueue jobs;
    private final Guards guards;
    private final LongSupplier clock;
    private final TurnViews shown;

    PageRoutes(
            Anamnesis program,
            Talks talks,
            Previews previews,
            JobQueue jobs,
            Guards guards,
            LongSupplier clock) {
        this.program = program;
        this.talks = talks;
        this.previews = previews;
        this.jobs = jobs;
        this.guards = guards;
        this.clock = clock;
        this.shown = new TurnViews(talks);
    }

    void in(RoutesConfig routes) {
        routes.get("/", this::home);
        routes.post("/signin", this::signIn);
        routes.post("/signout", this::signOut);
        routes.post("/c", this::begin);
        routes.post("/c/open", this::open);
        routes.get("/c/{id}", this::show);
        routes.post("/c/{id}/turns", this::say);
        routes.post("/c/{id}/parts", this::change);
        routes.post("/c/{id}/parts/remove", this::remove);
        routes.post("/c/{id}/restore", this::restore);
        routes.post("/c/{id}/name", this::name);
        routes.get("/c/{id}/compare", this::compare);
        routes.get("/c/{id}/preview", this::preview);
        routes.get("/c/{id}/studies/{kind}", this::study);
        routes.get("/c/{id}/studies/{kind}/reading", this::reading);
        routes.get("/c/{id}/about", this::about);
        routes.get("/c/{id}/spec.json", this::spec);
        routes.post("/c/{id}/jobs", this::make);
    }

    private void home(Context ctx) {
        if (!Pages.welcome(ctx, guards)) {
            return;
        }
        Place after =
                Optional.ofNullable(ctx.queryParam("before"))
                        .flatMap(Place::of)
                        .orElse(Place.START);
        var listed = talks.list(guards.owner(ctx), after, LISTED + 1);
        boolean more = listed.size() > LISTED;
        var shown = more ? listed.subList(0, LISTED) : listed;
        String older = more ? shown.get(LISTED - 1).place().text() : "";
        Pages.show(
                ctx,
                "home.jte",
                "view",
                new HomeView(HomeView.EXAMPLES, shown, older, guards.tokenAsked()));
    }

    private void signIn(Context ctx) {
        if (guards.signIn(ctx, Optional.ofNullable(ctx.formParam("token")).orElse(""))) {
            Pages.redirect(ctx, "/");
        } else {
            ctx.status(401);
            Pages.show(ctx, "signin.jte", "wrong", true);
        }
    }

    private void signOut(Context ctx) {
        guards.signOut(ctx);
        Pages.redirect(ctx, "/");
    }

    private void begin(Context ctx) {
        begun(ctx, talks.begin(guards.owner(ctx), form(ctx, "message")));
    }

    /** The sample is begun while the browser still fetches the page. */
    private void begun(Context ctx, Talks.Said said) {
        previews.ahead(said.talk());
        said(ctx, said);
    }

    private void open(Context ctx) {
        String owner = guards.owner(ctx); // before anything of the file is read
        UploadedFile file =
                Pages.upload(ctx, "spec")
                        .filter(f -> f.size() <= LONGEST_SPEC)
                        .orElseThrow(PageRoutes::noFile);
        try (var in = file.content()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            begun(ctx, talks.open(owner, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RequestException noFile() {
        return RequestException.of(
                "page.file", "", "a file of at most 1 MB is wanted", "the spec.json of a run");
    }

    private void show(Context ctx) {
        if (!Pages.welcome(ctx, guards)) {
            return;
        }
        String owner = guards.owner(ctx);
        Pages.show(ctx, "talk.jte", "view", view(owner, talks.find(owner, ctx.pathParam("id"))));
    }

    private void say(Context ctx) {
        said(ctx, talks.say(guards.owner(ctx), ctx.pathParam("id"), form(ctx, "message")));
    }

    private void change(Context ctx) {
        Map<String, String> values = new HashMap<>();
        ctx.formParamMap().forEach((name, all) -> values.put(name, all.get(0)));
        String part = form(ctx, "part");
        values.remove("part");
        said(
                ctx,
                talks.byHand(
                        guards.owner(ctx),
                        ctx.pathParam("id"),
                        spec -> Parts.with(spec, part, values)));
    }

    private void remove(Context ctx) {
        String part = form(ctx, "part");
        said(
                ctx,
                talks.byHand(
                        guards.owner(ctx), ctx.pathParam("id"), spec -> Parts.without(spec, part)));
    }

    private void restore(Context ctx) {
        int version = (int) number(form(ctx, "restore"), -1);
        said(ctx, talks.restore(guards.owner(ctx), ctx.pathParam("id"), version));
    }

    /** By words, as the talk would: the name is then known to it. */
    private void name(Context ctx) {
        String words = "save this as " + form(ctx, "name").strip();
        said(ctx, talks.say(guards.owner(ctx), ctx.pathParam("id"), words));
    }

    private void compare(Context ctx) {
        int first = (int) number(ctx.queryParam("first"), -1);
        int second = (int) number(ctx.queryParam("second"), -1);
        Pages.show(
                ctx,
                "comparison.jte",
                "first",
                first,
                "second",
                second,
                "difference",
                talks.compare(guards.owner(ctx), ctx.pathParam("id"), first, second));
    }

    private void preview(Context ctx) {
        String owner = guards.owner(ctx);
        Talk talk = talks.find(owner, ctx.pathParam("id"));
        if (talk.state().model().isPresent()) {
            RowsLook look = program.look(talk.state(), Previews.SAMPLE, Previews.ROWS);
            Pages.show(ctx, "looked.jte", "look", look);
            return;
        }
        Pages.show(ctx, "previewed.jte", "view", PreviewView.of(sample(owner, talk.id())));
    }

    /** A picture of a recording or image; the page asks for it when it comes into view. */
    private void study(Context ctx) {
        StudyPicture picture = picture(ctx);
        ctx.contentType(picture.type()).result(picture.bytes());
    }

    /** What the picture shows, in words. */
    private void reading(Context ctx) {
        Pages.show(ctx, "reading.jte", "lines", picture(ctx).reading().lines().toList());
    }

    private StudyPicture picture(Context ctx) {
        Talk talk = talks.find(guards.owner(ctx), ctx.pathParam("id"));
        return previews.picture(talk, ctx.pathParam("kind"));
    }

    private Previewed sample(String owner, String id) {
        return previews.of(() -> talks.find(owner, id));
    }

    /** All that a report says, of the sample: sources, methods, limits, privacy; for printing. */
    private void about(Context ctx) {
        var page = new StringBuilder();
        try {
            HtmlReport.write(sample(guards.owner(ctx), ctx.pathParam("id")).found(), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ctx.header("Content-Security-Policy", FileRoutes.REPORT_POLICY);
        ctx.html(page.toString());
    }

    private void spec(Context ctx) {
        Talk talk = talks.find(guards.owner(ctx), ctx.pathParam("id"));
        ctx.header("Content-Disposition", "attachment; filename=\"spec.json\"");
        ctx.contentType("application/json").result(Talks.specJson(talk));
    }

    private void make(Context ctx) {
        String owner = guards.owner(ctx);
        Talk talk = talks.find(owner, ctx.pathParam("id"));
        var job = jobs.submit(talk);
        if (Pages.part(ctx)) {
            Pages.show(ctx, "job.jte", "job", JobView.of(job, clock.getAsLong()));
        } else {
            Pages.redirect(ctx, "/c/" + talk.id());
        }
    }

    /** The turn, and with it what it changed on the page. */
    private void said(Context ctx, Talks.Said said) {
        Talk talk = said.talk();
        TurnView turn = TurnView.of(talk.turns() - 1, said.told());
        if ("make".equals(said.told().get("kind"))) {
            jobs.submit(talk);
        }
        if (!Pages.part(ctx)) {
            Pages.redirect(ctx, "/c/" + talk.id());
            return;
        }
        TalkView view = view(talk.owner(), talk);
        if (!turn.changes().isEmpty()) {
            ctx.header("HX-Trigger-After-Swap", "sample-due");
        }
        ctx.html(
                Pages.text("turn.jte", "id", talk.id(), "turn", turn)
                        + Pages.text("spec.jte", "view", view, "outOfBand", true));
    }

    private TalkView view(String owner, Talk talk) {
        long now = clock.getAsLong();
        List<JobView> made =
                jobs.of(owner, talk.id(), LISTED).stream().map(j -> JobView.of(j, now)).toList();
        List<Narrowed> narrowing = program.narrowing(talk.state());
        return TalkView.of(talk, shown.of(owner, talk), narrowing, made);
    }

    private static String form(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name))
                .orElseThrow(
                        () ->
                                RequestException.of(
                                        "page.form", "", "the form lacks " + name, "the page"));
    }

    private static long number(String text, long otherwise) {
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
