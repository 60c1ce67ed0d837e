package org.anamnesis.server.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.problem.Problem;
import org.anamnesis.server.JsonText;

/** Every error of the API in the form of RFC 9457; of a page, as a page. */
public final class ProblemDetails {
    public static final String TYPE = "application/problem+json";

    private ProblemDetails() {}

    static void answer(Context ctx, int status, String title, List<Problem> problems) {
        ctx.status(status);
        if (ctx.path().startsWith("/api/") || !wantsPage(ctx)) {
            // As bytes: of a type that it does not know, the library writes Latin-1.
            String json = JsonText.of(body(ctx, status, title, problems));
            ctx.contentType(TYPE).result(json.getBytes(StandardCharsets.UTF_8));
        } else {
            Pages.problem(ctx, status, title, problems);
        }
    }

    private static boolean wantsPage(Context ctx) {
        String accept = ctx.header("Accept");
        return accept == null || accept.contains("text/html") || accept.contains("*/*");
    }

    private static Map<String, Object> body(
            Context ctx, int status, String title, List<Problem> problems) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put(
                "type",
                problems.isEmpty()
                        ? "about:blank"
                        : "urn:anamnesis:problem:" + problems.get(0).code());
        m.put("title", title);
        m.put("status", status);
        if (!problems.isEmpty()) {
            m.put("detail", problems.get(0).message());
            m.put("problems", problems.stream().map(JsonForm::of).toList());
        }
        m.put("instance", ctx.path());
        return m;
    }
}
