package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed at any moment, while several people talk and let cohorts be made: what it
 * acknowledged is there when it comes back, and what it had begun ends as if nothing had happened.
 */
@Tag("slow")
final class KillTest {
    private static final int KILLS = 50;
    private static final long SEED = 4711;

    /** Longest life of a server after it answers, in milliseconds. */
    private static final double LIFE = 5_000;

    private static final List<String> ASKED =
            List.of(
                    "200 women with type 2 diabetes, 5 observations",
                    "600 men with type 2 diabetes, 6 observations",
                    "2000 patients with type 2 diabetes, 4 observations");

    @TempDir private Path folder;

    @Test
    void whatWasAcknowledgedOutlivesAnyKill() throws IOException, InterruptedException {
        List<String> expected = undisturbed();
        Path killed = folder.resolve("killed");
        ServerProcess server = ServerProcess.start(killed);
        List<Talker> talkers = new ArrayList<>();
        for (int i = 0; i < ASKED.size(); i++) {
            talkers.add(
                    new Talker(
                            new Visitor(server.port()).patient(server.port()),
                            ASKED.get(i),
                            expected.get(i)));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            converse(server, talkers, (long) (SeedTree.uniform(SEED, kill) * LIFE));
            server = ServerProcess.start(killed);
            for (Talker talker : talkers) {
                talker.at(server.port()).checkLatest();
            }
        }
        for (Talker talker : talkers) {
            talker.checkAll();
        }
        int turns = talkers.stream().mapToInt(Talker::acknowledged).sum();
        int jobs = talkers.stream().mapToInt(t -> t.jobs().size()).sum();
        server.close();
        assertTrue(turns > KILLS && jobs > KILLS / 5, turns + " turns, " + jobs + " jobs");
        System.out.printf("%d kills: %d turns and %d jobs acknowledged%n", KILLS, turns, jobs);
        assertEquals(List.of(), halves(killed));
    }

    /** All talk at once until the server is killed under them. */
    private static void converse(ServerProcess server, List<Talker> talkers, long life)
            throws InterruptedException {
        var begun = new CountDownLatch(talkers.size());
        List<Thread> threads = new ArrayList<>();
        for (Talker talker : talkers) {
            talker.at(server.port());
            var thread = new Thread(() -> talker.talkUntilTheEnd(begun));
            thread.start();
            threads.add(thread);
        }
        begun.await();
        Thread.sleep(life);
        server.kill();
        for (Thread thread : threads) {
            thread.join();
        }
        talkers.forEach(Talker::rethrow);
    }

    /** The same requests where nobody kills. */
    private List<String> undisturbed() throws IOException, InterruptedException {
        List<String> made = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(folder.resolve("undisturbed"))) {
            for (String asked : ASKED) {
                var talker =
                        new Talker(new Visitor(server.port()).patient(server.port()), asked, "");
                HttpResponse<String> file =
                        talker.finished(talker.order(talker.begin()).orElseThrow());
                assertEquals(200, file.statusCode());
                made.add(file.body());
            }
        }
        return made;
    }

    /** Folders of what was being written when the server was killed. */
    private static List<String> halves(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("jobs"))) {
            return all.map(p -> p.getFileName().toString())
                    .filter(n -> !n.matches("[\\w-]{22}"))
                    .toList();
        }
    }
}
