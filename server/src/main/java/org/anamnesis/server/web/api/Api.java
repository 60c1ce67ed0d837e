package org.anamnesis.server.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.Ids;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.Refused;
import org.anamnesis.server.store.AnswerStore;
import org.anamnesis.server.store.Place;
import org.anamnesis.server.web.Guards;

/** The HTTP API: checks what is asked against what is declared, and answers in JSON. */
public final class Api {
    static final String ROOT = "/api/v1";
    static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_PLACE = 200;
    private static final int CONFLICT = 409;
    private static final int OTHER_REQUEST = 422;
    private static final Duration KEPT = Duration.ofDays(1);

    private final List<Endpoint> endpoints;
    private final Guards guards;
    private final AnswerStore answers;
    private final LongSupplier clock;
    private final String document;

    /**
     * @param groups endpoints that belong together
     * @param clock milliseconds since 1970
     */
    public Api(List<Endpoints> groups, Guards guards, AnswerStore answers, LongSupplier clock) {
        this.endpoints = new ArrayList<>();
        groups.forEach(g -> endpoints.addAll(g.all()));
        this.guards = guards;
        this.answers = answers;
        this.clock = clock;
        this.document = JsonText.of(OpenApi.of(endpoints));
        answers.forgetUnfinished(clock.getAsLong() - KEPT.toMillis());
    }

    /** Endpoints that belong together. */
    public interface Endpoints {
        List<Endpoint> all();
    }

    public void in(RoutesConfig routes) {
        routes.get(ROOT + "/openapi.json", ctx -> ctx.contentType(Endpoint.JSON).result(document));
        for (Endpoint e : endpoints) {
            Handler handler = ctx -> answer(ctx, e);
            String path = ROOT + e.path();
            if (e.method().equals(HandlerType.GET)) {
                routes.get(path, handler);
            } else if (e.method().equals(HandlerType.POST)) {
                routes.post(path, handler);
            } else if (e.method().equals(HandlerType.PUT)) {
                routes.put(path, handler);
            } else {
                routes.delete(path, handler);
            }
        }
    }

    /** Whether it can be sent again without being done again. */
    static boolean repeatable(Endpoint e) {
        return e.method().equals(HandlerType.POST)
                && e.sent().isEmpty()
                && e.status() != Endpoint.OK;
    }

    private void answer(Context ctx, Endpoint e) {
        String owner = guards.owner(ctx);
        Asked asked = Asked.of(ctx, owner, e);
        Optional<String> key = Optional.ofNullable(ctx.header(KEY)).filter(k -> repeatable(e));
        if (key.isPresent()) {
            once(ctx, e, asked, key.get());
        } else {
            send(ctx, e, e.work().of(asked));
        }
    }

    private void once(Context ctx, Endpoint e, Asked asked, String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refused(400, KEY + " has 1 to " + LONGEST_KEY + " characters.");
        }
        String request = Ids.digest(ctx.method() + " " + ctx.path() + "\n" + ctx.body());
        String owner = asked.owner();
        if (!answers.begin(owner, key, request, clock.getAsLong())) {
            again(ctx, answers.find(owner, key), request);
            return;
        }
        try {
            Object done = e.work().of(asked);
            String body = JsonText.of(done);
            answers.end(owner, key, e.status(), body);
            ctx.status(e.status()).contentType(Endpoint.JSON).result(body);
        } catch (RuntimeException failure) {
            answers.forget(owner, key);
            throw failure;
        }
    }

    private static void again(Context ctx, Optional<AnswerStore.Answered> known, String request) {
        AnswerStore.Answered before =
                known.orElseThrow(
                        () ->
                                new Refused(
                                        CONFLICT,
                                        "The first request has just failed; send it again."));
        if (!before.request().equals(request)) {
            throw new Refused(OTHER_REQUEST, "This " + KEY + " stands for another request.");
        }
        if (before.working()) {
            throw new Refused(
                    CONFLICT, "The first request of this " + KEY + " is still worked on.");
        }
        ctx.header("Idempotent-Replayed", "true");
        ctx.status(before.status()).contentType(Endpoint.JSON).result(before.body());
    }

    private static void send(Context ctx, Endpoint e, Object done) {
        if (e.status() == Endpoint.EMPTY || done != Endpoint.Work.WRITTEN) {
            ctx.status(e.status());
        }
        if (done != Endpoint.Work.WRITTEN) {
            e.media().stream().findFirst().ifPresent(ctx::contentType);
            ctx.result(done instanceof String s ? s : JsonText.of(done));
        }
    }

    /** A whole list, as a page that none follows. */
    static Map<String, Object> whole(List<?> items) {
        return Map.of("items", items);
    }

    /**
     * A page of a list, and where the next one begins.
     *
     * @param found what was looked up, one more than the limit if there is more
     * @param told what is told of each
     * @param next where the page after this last one begins
     */
    static <T> Map<String, Object> cut(
            List<T> found, int limit, Function<T, ?> told, Function<T, Object> next) {
        List<T> shown = found.subList(0, Math.min(limit, found.size()));
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("items", shown.stream().map(told).toList());
        if (found.size() > limit) {
            m.put("next", String.valueOf(next.apply(shown.get(limit - 1))));
        }
        return m;
    }

    /** Where a page of a list begins that has the latest first. */
    static Endpoint.Parameter before() {
        return Endpoint.Parameter.query(
                "before", Shape.text("where the page begins, as \"next\" says", LONGEST_PLACE));
    }

    /** The place that was asked for. */
    static Place place(Asked a) {
        return a.maybe("before")
                .map(
                        text ->
                                Place.of(text)
                                        .orElseThrow(
                                                () ->
                                                        RequestException.of(
                                                                "api.value",
                                                                text,
                                                                "before is no place in this list",
                                                                "what \"next\" of a page says")))
                .orElse(Place.START);
    }

    /** The shape of a page. */
    static Map<String, Object> page(String what, Map<String, Object> item) {
        return Shape.members(
                "a page of " + what,
                "items",
                Shape.list(what, item),
                "?next",
                Shape.text(
                        "the parameter \"before\" or \"from\" of the next page; absent on the last"));
    }
}
