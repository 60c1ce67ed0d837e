package org.anamnesis.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who guesses waits. */
class AttemptsTest {
    private static final long MINUTE = 60_000;

    private final AtomicLong now = new AtomicLong(1_000_000);
    private final Attempts attempts = new Attempts(now::get);

    private void wrong(String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.wrong(address);
        }
    }

    @Test
    void afterTenWrongOnesOneAMinute() {
        wrong("192.0.2.1", 9);
        assertEquals(0, attempts.wait("192.0.2.1"));
        wrong("192.0.2.1", 1);
        assertEquals(60, attempts.wait("192.0.2.1"));
        assertEquals(0, attempts.wait("192.0.2.2"), "others do not wait");
        now.addAndGet(MINUTE - 1);
        assertEquals(1, attempts.wait("192.0.2.1"));
        now.addAndGet(1);
        assertEquals(0, attempts.wait("192.0.2.1"));
        wrong("192.0.2.1", 1);
        assertEquals(60, attempts.wait("192.0.2.1"));
    }

    /** ASVS 2.2.1. */
    @Test
    void nobodyTriesAHundredInAnHour() {
        int tried = 0;
        for (long end = now.get() + 60 * MINUTE; now.get() < end; now.addAndGet(1_000)) {
            while (attempts.wait("2001:db8::" + tried % 9) == 0) {
                attempts.wrong("2001:db8::" + tried % 9);
                tried++;
            }
        }
        assertTrue(tried < 100 && tried > 60, "one network is one guesser: " + tried);
    }

    @Test
    void anHourLaterAllIsForgotten() {
        wrong("192.0.2.1", 12);
        now.addAndGet(60 * MINUTE + 1);
        wrong("192.0.2.1", 9);
        assertEquals(0, attempts.wait("192.0.2.1"));
    }

    @Test
    void manyAddressesTakeNoRoom() {
        for (int i = 0; i < 30_000; i++) {
            attempts.wrong("10.%d.%d.1".formatted(i / 250, i % 250));
        }
        wrong("192.0.2.1", 10);
        assertEquals(60, attempts.wait("192.0.2.1"));
    }
}
