package org.anamnesis.server.web;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.function.LongSupplier;
import org.anamnesis.server.LastUsed;

/**
 * Who showed a wrong token too often waits, right or wrong: at most {@value #FREE} wrong ones at
 * once and then one a minute from one address, fewer than the 100 an hour that ASVS 2.2.1 allows.
 */
final class Attempts {
    static final int FREE = 10;
    private static final long MINUTE = 60_000; // milliseconds
    private static final long HOUR = 60 * MINUTE;

    /** Addresses that are remembered. */
    private static final int ADDRESSES = 10_000;

    private static final class Tries {
        private int wrong;
        private long last;
    }

    private final LongSupplier clock;
    private final Map<String, Tries> tries = new LastUsed<>(ADDRESSES);

    /**
     * @param clock milliseconds, from anywhere, never back
     */
    Attempts(LongSupplier clock) {
        this.clock = clock;
    }

    /** Seconds that this address must wait before it may show a token; 0 if it may now. */
    synchronized long wait(String address) {
        Tries t = tries.get(network(address));
        if (t == null || t.wrong < FREE) {
            return 0;
        }
        long left = MINUTE - (clock.getAsLong() - t.last);
        return Math.max(0, (left + 999) / 1000);
    }

    synchronized void wrong(String address) {
        Tries t = tries.computeIfAbsent(network(address), k -> new Tries());
        long now = clock.getAsLong();
        if (now - t.last > HOUR) {
            t.wrong = 0;
        }
        t.wrong++;
        t.last = now;
    }

    /** Whoever has an address of IPv6 has all of its network. */
    private static String network(String address) {
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? new BigInteger(1, six.getAddress()).shiftRight(64).toString(16)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
