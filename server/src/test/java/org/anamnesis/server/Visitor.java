package org.anamnesis.server;

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
import java.util.Arrays;
import java.util.stream.Collectors;

/** One browser without scripts: keeps its cookies, sends forms, does not follow. */
public final class Visitor {
    private final HttpClient client;
    private final String url;
    private final boolean patient;

    public Visitor(int port) {
        this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), port, false);
    }

    private Visitor(HttpClient client, int port, boolean patient) {
        this.client = client;
        this.patient = patient;
        this.url = "http://127.0.0.1:" + port;
    }

    /** The same browser, when the server came back at another port. */
    public Visitor at(int port) {
        return new Visitor(client, port, patient);
    }

    /** One who waits as long as the server says, and asks again. */
    public Visitor patient(int port) {
        return new Visitor(client, port, true);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET(), headers);
    }

    /**
     * @param namesAndValues fields of the form
     */
    public HttpResponse<String> form(String path, String... namesAndValues) {
        return send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(namesAndValues))),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** With further headers, names and values in turn. */
    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = type;
        return send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                all);
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).DELETE(), headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            while (patient && answer.headers().firstValue("Retry-After").isPresent()) {
                Thread.sleep(1000L * answer.headers().firstValueAsLong("Retry-After").getAsLong());
                answer = client.send(request.build(), BodyHandlers.ofString());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String... namesAndValues) {
        return java.util.stream.IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(
                        i ->
                                encode(namesAndValues[2 * i])
                                        + "="
                                        + encode(namesAndValues[2 * i + 1]))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
