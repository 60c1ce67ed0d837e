package org.anamnesis.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.problem.Problem;

/** Templates, made classes when the program was built. */
final class Pages {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private static final int SEE_OTHER = 303;

    private Pages() {}

    /**
     * @param namesAndValues name, value, name, value, ...
     */
    static String text(String template, Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        var out = new StringOutput();
        ENGINE.render(template, values, out);
        return out.toString();
    }

    static void show(Context ctx, String template, Object... namesAndValues) {
        ctx.html(text(template, namesAndValues));
    }

    /** Within the talk where the page asked for a part, else as a page. */
    static void problem(Context ctx, int status, String title, List<Problem> problems) {
        ctx.status(status);
        if (part(ctx)) {
            show(ctx, "problems.jte", "title", title, "problems", problems, "item", item(ctx));
        } else {
            show(ctx, "problem.jte", "title", title, "problems", problems);
        }
    }

    /** Whether what is answered goes into a list: of turns, of jobs, in the place of a job. */
    private static boolean item(Context ctx) {
        String into = Optional.ofNullable(ctx.header("HX-Target")).orElse("");
        return into.equals("turns") || into.equals("jobs") || into.startsWith("job-");
    }

    /** A file of the form; empty if it holds none, or is no form at all. */
    static Optional<UploadedFile> upload(Context ctx, String name) {
        try {
            return Optional.ofNullable(ctx.uploadedFile(name));
        } catch (Exception e) { // Jetty's, checked or not
            return Optional.empty();
        }
    }

    /** The browser goes on to another page of ours. */
    static void redirect(Context ctx, String to) {
        ctx.status(SEE_OTHER).header("Location", to);
    }

    /** Whether a page may be shown to this browser; where not, it is asked for the token. */
    static boolean welcome(Context ctx, Guards guards) {
        boolean welcome = guards.welcome(ctx);
        if (!welcome) {
            show(ctx, "signin.jte", "wrong", false);
        }
        return welcome;
    }

    /** Whether a script of the page asked, which wants a part of it. */
    static boolean part(Context ctx) {
        return ctx.header("HX-Request") != null;
    }
}
