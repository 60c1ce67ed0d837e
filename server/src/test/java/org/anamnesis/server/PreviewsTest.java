package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Previewed;
import org.anamnesis.converse.Progress;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.store.Talk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Samples, with a program that counts how often it is asked, and waits as long as it is told. */
class PreviewsTest {
    private static final Previewed MADE =
            Anamnesis.bundled()
                    .preview(
                            Anamnesis.bundled()
                                    .turn(Conversation.EMPTY, "10 women with asthma")
                                    .after(),
                            10,
                            1);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch go = new CountDownLatch(1);
    private RuntimeException failing;
    private volatile Progress step = Progress.silent();

    private final Anamnesis program =
            (Anamnesis)
                    Proxy.newProxyInstance(
                            Anamnesis.class.getClassLoader(),
                            new Class<?>[] {Anamnesis.class},
                            (self, method, values) -> {
                                step = (Progress) values[3];
                                asked.incrementAndGet();
                                go.await();
                                if (failing != null) {
                                    throw failing;
                                }
                                return MADE;
                            });
    private final Previews previews = new Previews(program);

    @AfterEach
    void end() {
        go.countDown();
        previews.close();
    }

    private static Talk talk(String id, int turns) {
        return new Talk(id, "u", "t", Conversation.EMPTY, turns, 0);
    }

    private CompletableFuture<Previewed> look(AtomicReference<Talk> at) {
        return CompletableFuture.supplyAsync(() -> previews.of(at::get));
    }

    @Test
    void whoeverAsksTheSameWaitsForTheSameSample() {
        var at = new AtomicReference<>(talk("a", 1));
        previews.ahead(at.get());
        List<CompletableFuture<Previewed>> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readers.add(look(at));
        }
        go.countDown();
        readers.forEach(r -> assertSame(MADE, r.join()));
        assertSame(MADE, previews.of(at::get), "and later, too");
        assertEquals(1, asked.get());
        at.set(talk("a", 2));
        previews.of(at::get);
        assertEquals(2, asked.get(), "of what changed, another");
    }

    @Test
    void aSampleThatNobodyWillSeeIsNotBegun() {
        previews.ahead(talk("busy", 1));
        previews.ahead(talk("busy too", 1));
        await(2); // until both are being made, and all else waits
        var at = new AtomicReference<>(talk("a", 1));
        var early = look(at);
        while (!early.isDone() && at.get().turns() < 6) {
            at.set(talk("a", at.get().turns() + 1));
            previews.ahead(at.get());
        }
        go.countDown();
        assertSame(MADE, early.join(), "who asked for the first one sees the last one");
        assertEquals(3, asked.get(), "the two before, and the last of six");
    }

    @Test
    void aSampleThatIsBeingMadeIsGivenUpWhenTheConversationGoesOn() {
        previews.ahead(talk("a", 1));
        await(1);
        Progress early = step;
        early.step("goes on while nothing was said since", 0.5);
        previews.ahead(talk("a", 2));
        assertThrows(CancellationException.class, () -> early.step("any further", 0.6));
        await(2);
        go.countDown();
        assertSame(MADE, previews.of(() -> talk("a", 2)));
        step.step("the later one was never given up", 1);
        assertEquals(2, asked.get());
    }

    private void await(int began) {
        while (asked.get() < began) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWentWrongIsTriedAgainAndWhatCannotBeDoneIsNot() {
        go.countDown();
        var at = new AtomicReference<>(talk("a", 1));
        failing = new IllegalStateException("a disk");
        assertThrows(IllegalStateException.class, () -> previews.of(at::get));
        failing = RequestException.of("nobody", "", "nobody is like this", "other people");
        assertThrows(RequestException.class, () -> previews.of(at::get));
        failing = null;
        assertThrows(RequestException.class, () -> previews.of(at::get));
        at.set(talk("a", 2));
        assertSame(MADE, previews.of(at::get));
    }
}
