package org.anamnesis.llm.advise;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on this machine that answers in OpenAI's protocol and in Ollama's, whatever it is told
 * to.
 */
final class AnsweringServer implements AutoCloseable {
    /** What one request gets; may do anything to the connection. */
    interface Behaviour {
        void answer(HttpExchange exchange, String request) throws IOException;
    }

    /**
     * @param path that was asked for
     * @param headers of it
     * @param body of it
     */
    record Asked(String path, Map<String, List<String>> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    volatile Behaviour behaviour;

    AnsweringServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                new Asked(
                        exchange.getRequestURI().getPath(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        body));
        try (exchange) {
            behaviour.answer(exchange, body);
        } catch (IOException e) {
            // the other side had enough: that is what some of the behaviours are about
        }
    }

    String url(ModelSettings.Provider provider) {
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        return provider == ModelSettings.Provider.OLLAMA ? root : root + "/v1";
    }

    /** The text as the answer of a model, in the protocol that was spoken. */
    static Behaviour saying(String text) {
        return (exchange, request) -> send(exchange, 200, wrapped(exchange, text));
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static String wrapped(HttpExchange exchange, String text) throws IOException {
        Map<String, Object> message = Map.of("role", "assistant", "content", text);
        boolean ollama = exchange.getRequestURI().getPath().startsWith("/api");
        return JSON.std.asString(
                ollama
                        ? Map.of("model", "m", "message", message, "done", true)
                        : Map.of(
                                "id",
                                "c",
                                "object",
                                "chat.completion",
                                "choices",
                                List.of(
                                        Map.of(
                                                "index",
                                                0,
                                                "finish_reason",
                                                "stop",
                                                "message",
                                                message))));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
