package org.anamnesis.server;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Chromium without a window, driven as the W3C's WebDriver says. The few commands that are wanted
 * need no library, whose test downloads every user of the launcher would have to take, too.
 */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final long PATIENCE = 120_000; // milliseconds
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    /** Keys without a character, as WebDriver writes them. */
    private static final Map<String, String> KEYS =
            Map.of(
                    "Tab", "\uE004",
                    "Enter", "\uE007",
                    "Shift", "\uE008",
                    "Control", "\uE009",
                    "Space", " ");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String root;
    private final Set<String> requested = new LinkedHashSet<>();
    private String session = "";

    private Browser(Process driver, int port) {
        this.driver = driver;
        this.root = "http://127.0.0.1:" + port;
    }

    /** Skips a test where there is no browser, and says so. */
    static void assumed() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "SKIPPED: no Chromium is installed here (apt-get install -y chromium chromium-driver)");
    }

    /**
     * @param folder for its profile and what it downloads
     */
    static Browser start(Path folder) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process driver =
                new ProcessBuilder(DRIVER.toString(), "--port=" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("chromedriver.log").toFile())
                        .start();
        var browser = new Browser(driver, port);
        browser.begin(folder);
        return browser;
    }

    private void begin(Path folder) throws IOException, InterruptedException {
        for (int i = 0; i < 200 && !ready(); i++) {
            Thread.sleep(50);
        }
        List<String> flags =
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + Files.createDirectories(folder.resolve("profile")));
        Map<String, Object> wanted =
                Map.of(
                        "goog:chromeOptions",
                        Map.of(
                                "binary",
                                CHROMIUM.toString(),
                                "args",
                                flags,
                                "prefs",
                                Map.of("download.default_directory", downloads(folder).toString())),
                        "goog:loggingPrefs",
                        Map.of("performance", "ALL", "browser", "ALL"));
        var begun =
                (Map<?, ?>)
                        send("/session", Map.of("capabilities", Map.of("alwaysMatch", wanted)))
                                .orElseThrow();
        session = "/session/" + begun.get("sessionId");
    }

    static Path downloads(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("downloads"));
    }

    private boolean ready() throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(root + "/status")).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Optional<Object> send(String path, Map<String, ?> body) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(root + path))
                            .POST(HttpRequest.BodyPublishers.ofString(JSON.std.asString(body)))
                            .header("Content-Type", "application/json")
                            .build();
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.body().lines().limit(3).toList());
            }
            return Optional.ofNullable(JSON.std.mapFrom(answer.body()).get("value"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Object> command(String name, Map<String, ?> body) {
        return send(session + name, body);
    }

    /** A command of the browser's own protocol. */
    private Optional<Object> own(String name, Map<String, ?> values) {
        return command("/goog/cdp/execute", Map.of("cmd", name, "params", values));
    }

    void go(String url) {
        command("/url", Map.of("url", url));
    }

    void reload() {
        command("/refresh", Map.of());
    }

    void back() {
        command("/back", Map.of());
    }

    /** What a script of the page returns. */
    Optional<Object> ask(String script) {
        return command("/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** What a script gives to the function that it gets as its last argument. */
    Optional<Object> await(String script) {
        command("/timeouts", Map.of("script", PATIENCE));
        return command("/execute/async", Map.of("script", script, "args", List.of()));
    }

    String text(String css) {
        return ask("return (document.querySelector('" + css + "') || {}).innerText")
                .map(Object::toString)
                .orElse("");
    }

    long count(String css) {
        return ((Number)
                        ask("return document.querySelectorAll('" + css + "').length").orElseThrow())
                .longValue();
    }

    /** Until the script returns true. */
    void until(String script) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (!ask("return " + script).equals(Optional.of(true))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + script + "; there is " + text("body"));
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String element(String css) {
        var found =
                (Map<?, ?>)
                        command("/element", Map.of("using", "css selector", "value", css))
                                .orElseThrow();
        return "/element/" + found.get(ELEMENT);
    }

    /** As with a mouse: what is covered or not to be seen cannot be clicked. */
    void click(String css) {
        command(element(css) + "/click", Map.of());
    }

    /** As with a keyboard. */
    void type(String css, String text) {
        command(element(css) + "/value", Map.of("text", text));
    }

    /**
     * Keys alone, wherever the keyboard is; one held down with another is written {@code
     * Control+a}.
     */
    void keys(String... keys) {
        List<Map<String, String>> actions = new ArrayList<>();
        for (String key : keys) {
            String[] chord = key.length() > 1 ? key.split("\\+") : new String[] {key};
            for (String k : chord) {
                actions.add(Map.of("type", "keyDown", "value", KEYS.getOrDefault(k, k)));
            }
            for (int i = chord.length - 1; i >= 0; i--) {
                String up = KEYS.getOrDefault(chord[i], chord[i]);
                actions.add(Map.of("type", "keyUp", "value", up));
            }
        }
        command(
                "/actions",
                Map.of(
                        "actions",
                        List.of(Map.of("type", "key", "id", "keyboard", "actions", actions))));
    }

    void size(int width, int height) {
        own(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * @param scheme light or dark
     */
    void scheme(String scheme) {
        own(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void picture(Path file) throws IOException {
        var taken = (Map<?, ?>) own("Page.captureScreenshot", Map.of()).orElseThrow();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) taken.get("data")));
    }

    /** What the browser complained of since the last look. */
    List<String> complaints() {
        return log("browser");
    }

    /** Addresses of all requests so far, whoever made them. */
    Set<String> requested() throws IOException {
        for (String entry : log("performance")) {
            var message = (Map<?, ?>) JSON.std.mapFrom(entry).get("message");
            if (message.get("method").equals("Network.requestWillBeSent")) {
                var request = (Map<?, ?>) ((Map<?, ?>) message.get("params")).get("request");
                requested.add((String) request.get("url"));
            }
        }
        return Set.copyOf(requested);
    }

    private List<String> log(String type) {
        List<String> messages = new ArrayList<>();
        for (Object entry : (List<?>) command("/se/log", Map.of("type", type)).orElseThrow()) {
            messages.add((String) ((Map<?, ?>) entry).get("message"));
        }
        return messages;
    }

    @Override
    public void close() throws IOException {
        try {
            if (!session.isEmpty()) {
                HttpResponse<Void> ended =
                        client.send(
                                HttpRequest.newBuilder(URI.create(root + session)).DELETE().build(),
                                HttpResponse.BodyHandlers.discarding());
                session = ended.statusCode() == 200 ? "" : session;
            }
            driver.destroy();
            driver.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            driver.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
