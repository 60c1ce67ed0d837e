package org.anamnesis.llm.advise;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The wire under LangChain4j: one request, no redirect, an answer of a bounded size, and one time
 * for all of it, however slowly it drips.
 */
final class BoundedHttp implements HttpClient {
    /** No list of edits is longer, and no memory suffers. */
    static final int MOST_BYTES = 256 * 1024;

    private final Duration timeout;
    private final java.net.http.HttpClient client;

    BoundedHttp(Duration timeout) {
        this.timeout = timeout;
        this.client =
                java.net.http.HttpClient.newBuilder()
                        .version(java.net.http.HttpClient.Version.HTTP_1_1)
                        .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .proxy(ProxySelector.getDefault())
                        .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(plain(request), info -> new BoundedBody(info, MOST_BYTES));
        try {
            HttpResponse<byte[]> got = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (got.statusCode() < 200 || got.statusCode() > 299) {
                throw new CallFailed("it answered HTTP " + got.statusCode());
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(got.statusCode())
                    .headers(got.headers().map())
                    .body(got.body())
                    .build();
        } catch (TimeoutException e) {
            throw late(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late(e);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } finally {
            call.cancel(true); // ends a connection that is still dripping
        }
    }

    private CallFailed late(Exception e) {
        return new CallFailed("no answer within %s s".formatted(seconds(timeout)), e);
    }

    static String seconds(Duration time) {
        double s = time.toMillis() / 1000.0;
        return s == Math.rint(s) ? String.valueOf((long) s) : String.valueOf(s);
    }

    private static CallFailed failed(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof CallFailed known) {
                return known;
            }
        }
        boolean reached =
                !(cause instanceof java.net.ConnectException)
                        && !(cause instanceof java.net.http.HttpConnectTimeoutException);
        return new CallFailed(
                reached && cause instanceof IOException
                        ? "the connection broke off or was none of HTTP"
                        : "it cannot be reached",
                cause);
    }

    private java.net.http.HttpRequest plain(HttpRequest request) {
        var plain =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout);
        request.headers().forEach((name, values) -> values.forEach(v -> plain.header(name, v)));
        var body =
                request.body() == null
                        ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString(request.body());
        return plain.method(request.method().name(), body).build();
    }

    /** Nothing is streamed: half an answer is none. */
    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("streaming");
    }

    /** As LangChain4j wants it; its own times do not count. */
    static HttpClientBuilder builder(BoundedHttp client) {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() {
                return client.timeout;
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration ignored) {
                return this;
            }

            @Override
            public Duration readTimeout() {
                return client.timeout;
            }

            @Override
            public HttpClientBuilder readTimeout(Duration ignored) {
                return this;
            }

            @Override
            public HttpClient build() {
                return client;
            }
        };
    }
}
