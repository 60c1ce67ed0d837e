package org.anamnesis.mcp;

import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anamnesis.converse.Progress;

/**
 * How far a call is, told to a client who wants to hear it; and where it hears that it is in vain.
 */
final class Steps implements Progress {
    /** So much further, as a share of the whole, before it is told again. */
    private static final double WORTH_TELLING = 0.01;

    private final McpAsyncServerExchange client;
    private final Optional<Object> token;
    private final AtomicBoolean cancelled;
    private double told = -1;

    /**
     * @param token under which the client wants to hear of it; empty: not at all
     */
    Steps(McpAsyncServerExchange client, Optional<Object> token, AtomicBoolean cancelled) {
        this.client = client;
        this.token = token;
        this.cancelled = cancelled;
    }

    /**
     * @throws CancellationException if the client wants it no more
     */
    void check() {
        if (cancelled.get()) {
            throw new CancellationException("cancelled by the client");
        }
    }

    /** The protocol wants progress to grow with every message. */
    @Override
    public synchronized void step(String what, double fraction) {
        check();
        if (token.isEmpty() || fraction < told + WORTH_TELLING) {
            return;
        }
        told = fraction;
        client.progressNotification(
                        McpSchema.ProgressNotification.builder(token.get(), fraction)
                                .total(1.0)
                                .message(what)
                                .build())
                .subscribe();
    }
}
