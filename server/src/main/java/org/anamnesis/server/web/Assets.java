package org.anamnesis.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.anamnesis.report.PreviewFragment;
import org.anamnesis.server.Absent;

/** The page's own style and scripts, from the jar; nothing comes from elsewhere. */
final class Assets {
    private static final String OURS = "/org/anamnesis/server/page/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/";

    private record Asset(String resource, String type) {}

    private static final Map<String, Asset> ALL =
            Map.of(
                    "app.css", new Asset(OURS + "app.css", "text/css; charset=utf-8"),
                    "app.js", new Asset(OURS + "app.js", "text/javascript; charset=utf-8"),
                    "icon.svg", new Asset(OURS + "icon.svg", "image/svg+xml"),
                    "htmx.min.js", new Asset(HTMX, "text/javascript; charset=utf-8"));

    private Assets() {}

    static void in(RoutesConfig routes) {
        routes.get("/page/{name}", ctx -> give(ctx, ctx.pathParam("name")));
        // Reports are pages without a head of ours; browsers look for their icon here.
        routes.get("/favicon.ico", ctx -> give(ctx, "icon.svg"));
    }

    private static void give(Context ctx, String name) {
        ctx.header("Cache-Control", "no-cache");
        if (name.equals("figures.css")) {
            ctx.contentType("text/css; charset=utf-8").result(PreviewFragment.STYLE);
            return;
        }
        Asset asset = ALL.get(name);
        if (asset == null) {
            throw new Absent("file");
        }
        ctx.contentType(asset.type());
        ctx.result(bytes(asset.resource().equals(HTMX) ? HTMX + version() : asset.resource()));
    }

    /** The webjar names its files by its version, which it tells. */
    private static String version() {
        String pom = "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties";
        var properties = new Properties();
        try (InputStream in = Assets.class.getResourceAsStream(pom)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version") + "/dist/htmx.min.js";
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
