package org.anamnesis.server.web;

import java.util.Map;
import java.util.function.LongSupplier;
import org.anamnesis.server.LastUsed;

/** How many requests a user may make: so many a second, and some more at once now and then. */
final class Rates {
    /** A burst of so many seconds' requests is let through. */
    private static final int BURST = 4;

    /** Users who are remembered. */
    private static final int USERS = 10_000;

    private static final class Bucket {
        private double left;
        private long filled;
    }

    private final int perSecond;
    private final LongSupplier clock;
    private final Map<String, Bucket> buckets = new LastUsed<>(USERS);

    /**
     * @param clock milliseconds, from anywhere
     */
    Rates(int perSecond, LongSupplier clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether one more may be made now. A clock that goes back gives nothing and takes nothing. */
    synchronized boolean allow(String user) {
        long now = clock.getAsLong();
        Bucket b = buckets.get(user);
        if (b == null) {
            b = new Bucket();
            b.left = (double) BURST * perSecond;
            b.filled = now;
            buckets.put(user, b);
        }
        double gained = Math.max(0, now - b.filled) * perSecond / 1000.0;
        b.left = Math.min((double) BURST * perSecond, b.left + gained);
        b.filled = now;
        if (b.left < 1) {
            return false;
        }
        b.left--;
        return true;
    }
}
