package org.anamnesis.server.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * What a refused request still sends. Closing a connection on bytes that nobody read resets it, and
 * the answer with it: whoever sent too much would see a broken connection, not the reason.
 */
final class Leftovers {
    private static final int ERRORS = 400; // the least status of one
    private static final int PIECE = 1 << 16; // bytes
    private static final long MOST = 1L << 30; // bytes
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    private Leftovers() {}

    /** Reads on to the end, to {@link #MOST} or for {@link #LONGEST}, and forgets it. */
    static void swallow(Context ctx) {
        // Who waits to be asked for the body has not sent it.
        if (ctx.statusCode() < ERRORS || ctx.header("Expect") != null) {
            return;
        }
        byte[] piece = new byte[PIECE];
        long begun = System.nanoTime();
        try {
            InputStream body = ctx.req().getInputStream();
            long swallowed = 0;
            int read = body.read(piece);
            while (read >= 0 && swallowed < MOST && System.nanoTime() - begun < LONGEST) {
                swallowed += read;
                read = body.read(piece);
            }
        } catch (IOException | IllegalStateException e) {
            // The sender is gone, or a reader of forms had the body: nothing is left to read.
        }
    }
}
