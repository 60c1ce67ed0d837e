package org.anamnesis.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.server.ServerSettings;

/**
 * A server that is used once, by itself, on a folder of its own: whoever starts it can have Java
 * write down the classes that this took, so that later starts need not look for them.
 */
public final class Rehearsal {
    private static final int LOOKS = 100;
    private static final long PAUSE = 100; // milliseconds

    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final String url;

    private Rehearsal(int port) {
        this.url = "http://127.0.0.1:" + port;
    }

    /**
     * Returns when the server has ended.
     *
     * @param settings with an empty folder, which is the caller's to delete
     */
    public static void of(ServerSettings settings, Anamnesis program) {
        try (WebServer server = WebServer.start(settings, program, System::currentTimeMillis)) {
            new Rehearsal(server.port()).use();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void use() throws IOException, InterruptedException {
        get("/");
        for (String asset : List.of("app.css", "figures.css", "app.js", "htmx.min.js")) {
            get("/page/" + asset);
        }
        List<String> said = WarmUp.said();
        String talk = say("/c", said.get(0).replace("2000", "20"));
        get(talk + "/preview");
        for (String words : said.subList(1, said.size())) {
            say(talk + "/turns", words);
            get(talk + "/preview");
        }
        send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()), talk + "/jobs");
        for (int look = 0; look < LOOKS && !get(talk).body().contains("job done"); look++) {
            Thread.sleep(PAUSE);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    /** As the page's scripts do; returns where that led. */
    private String say(String path, String words) throws IOException, InterruptedException {
        String form = "message=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        HttpRequest.Builder said =
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .header("Content-Type", "application/x-www-form-urlencoded");
        if (path.endsWith("/turns")) {
            said.header("HX-Request", "true");
        }
        return send(said, path).uri().getPath();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        return client.send(request.uri(URI.create(url + path)).build(), BodyHandlers.ofString());
    }
}
