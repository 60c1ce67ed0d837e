package org.anamnesis.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * One client over two streams, a message a line.
 *
 * <p>In place of the SDK's own, of which the first line that is no message is the last one it
 * reads, and which does not hear that a request is cancelled.
 */
final class Wire implements McpServerTransportProvider {
    /** After the client's last message its requests may take so long, in milliseconds. */
    private static final long GRACE = 10_000;

    private static final long LOOK = 20;

    private final McpJsonMapper json;
    private final InputStream in;
    private final OutputStream out;
    private final Consumer<String> log;
    private final Map<Object, Disposable> running = new ConcurrentHashMap<>();
    private McpServerSession session;
    private volatile boolean gone;
    private boolean ready;

    /**
     * @param log hears what goes wrong on the wire, without the client's words
     */
    Wire(McpJsonMapper json, InputStream in, OutputStream out, Consumer<String> log) {
        this.json = json;
        this.in = in;
        this.out = out;
        this.log = log;
    }

    /** Reads until the stream ends; then what was asked is finished or, if it takes long, left. */
    void serve() {
        var lines = new Lines(new BufferedInputStream(in));
        try {
            for (Lines.Line line = lines.next(); !line.end() && !gone; line = lines.next()) {
                heard(line);
            }
        } catch (IOException e) {
            log.accept("input failed: " + e.getMessage());
        }
        long until = System.currentTimeMillis() + GRACE;
        while (!running.isEmpty() && !gone && System.currentTimeMillis() < until) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        cancelAll();
    }

    /** Everything that is still being done is in vain. */
    void cancelAll() {
        running.values().forEach(Disposable::dispose);
    }

    private void heard(Lines.Line line) {
        if (line.problem().isPresent()) {
            refuse(null, McpSchema.ErrorCodes.PARSE_ERROR, line.problem().get());
        } else if (!line.text().isBlank()) {
            heard(line.text());
        }
    }

    private void heard(String text) {
        Map<String, Object> object;
        try {
            object = json.readValue(text, new TypeRef<Map<String, Object>>() {});
        } catch (IOException | RuntimeException e) {
            refuse(null, McpSchema.ErrorCodes.PARSE_ERROR, "a line is not one JSON object");
            return;
        }
        try {
            handle(McpSchema.deserializeJsonRpcMessage(json, text));
        } catch (IOException | RuntimeException e) {
            refuse(
                    object == null ? null : object.get("id"),
                    McpSchema.ErrorCodes.INVALID_REQUEST,
                    "a JSON object is no message of JSON-RPC 2.0");
        }
    }

    private void handle(McpSchema.JSONRPCMessage message) {
        if (message instanceof McpSchema.JSONRPCNotification n) {
            ready |= n.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED);
            if (n.method().equals("notifications/cancelled")) {
                cancel(n.params());
                return;
            }
        }
        if (message instanceof McpSchema.JSONRPCRequest r) {
            if (!ready && !r.method().equals(McpSchema.METHOD_INITIALIZE)) {
                refuse( // the SDK would wait for it, and the client for an answer
                        r.id(), McpSchema.ErrorCodes.INVALID_REQUEST, "nobody has initialized yet");
                return;
            }
            Disposable.Swap work = Disposables.swap();
            if (running.putIfAbsent(r.id(), work) != null) {
                refuse(
                        null,
                        McpSchema.ErrorCodes.INVALID_REQUEST,
                        "a request with this id is being answered");
                return;
            }
            work.update(start(message, () -> running.remove(r.id(), work)));
            return;
        }
        start(message, () -> {});
    }

    private Disposable start(McpSchema.JSONRPCMessage message, Runnable over) {
        return session.handle(message)
                .contextWrite(c -> c.put(McpTransportContext.KEY, McpTransportContext.EMPTY))
                .doFinally(signal -> over.run())
                .subscribe(nothing -> {}, e -> log.accept("message failed: " + e.getMessage()));
    }

    /** What is over already, or was never asked, cannot be cancelled; that is no mistake. */
    private void cancel(Object params) {
        if (params instanceof Map<?, ?> m && m.get("requestId") != null) {
            Disposable work = running.remove(m.get("requestId"));
            if (work != null) {
                work.dispose();
            }
        }
    }

    private void refuse(Object id, int code, String why) {
        log.accept("refused: " + why);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        answer.put("id", id instanceof String || id instanceof Number ? id : null);
        answer.put("error", Map.of("code", code, "message", why));
        send(answer);
    }

    private void send(Object message) {
        try {
            byte[] line = json.writeValueAsBytes(message);
            synchronized (out) {
                out.write(line);
                out.write('\n');
                out.flush();
            }
        } catch (IOException e) {
            gone = true;
            log.accept("output failed: " + e.getMessage());
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(new Transport());
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return session.sendNotification(method, params);
    }

    @Override
    public Mono<Void> notifyClient(String id, String method, Object params) {
        return session.sendNotification(method, params);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return session.closeGracefully();
    }

    /** The way out; the way in is {@link #serve}. */
    private final class Transport implements McpServerTransport {
        @Override
        public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
            return Mono.fromRunnable(() -> send(worded(message)));
        }

        /** Our own calls never fail this way: it is the SDK that tripped over what came in. */
        private McpSchema.JSONRPCMessage worded(McpSchema.JSONRPCMessage message) {
            if (message instanceof McpSchema.JSONRPCResponse r
                    && r.error() != null
                    && r.error().code() == McpSchema.ErrorCodes.INTERNAL_ERROR) {
                var error =
                        new McpSchema.JSONRPCResponse.JSONRPCError(
                                McpSchema.ErrorCodes.INVALID_PARAMS,
                                "these parameters are not those of the protocol");
                return McpSchema.JSONRPCResponse.error(r.id(), error);
            }
            return message;
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            return json.convertValue(data, type);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }
}
