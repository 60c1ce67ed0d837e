package org.anamnesis.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anamnesis.converse.Conversation;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.server.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database that the server may keep its things in must do, the same for all. */
abstract class StoreContract {
    private static final String ANNA = "anna";
    private static final String BEN = "ben";

    private Database database;
    private TalkStore talks;
    private JobStore jobs;

    /** Of an empty database, the same one throughout a test. */
    abstract ServerSettings settings();

    /** The same database behind the server's back. */
    abstract Connection raw() throws SQLException;

    @BeforeEach
    void open() {
        database = Database.open(settings());
        talks = new TalkStore(database);
        jobs = new JobStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void again() {
        close();
        open();
    }

    private Talk begun(String id, String owner, long now) {
        return talks.begin(id, owner, "title of " + id, Conversation.EMPTY, now);
    }

    private Optional<Talk> said(Talk before, String told, long now) {
        return talks.add(before, before.title(), before.state(), before.turns(), told, now);
    }

    private Job asked(String id, String owner, String talk, long now) {
        Job job = Job.asked(id, owner, Job.Kind.COHORT, talk, "{}", now);
        jobs.add(job);
        return job;
    }

    @Test
    void anEmptyDatabaseIsMigratedOnceAndOpenedAgain() throws SQLException {
        begun("a", ANNA, 1);
        int once = migrations();
        again();
        assertTrue(talks.find(ANNA, "a").isPresent());
        assertEquals(once, migrations());
    }

    private int migrations() throws SQLException {
        try (Connection c = raw();
                Statement s = c.createStatement();
                var found = s.executeQuery("select count(*) from flyway_schema_history")) {
            assertTrue(found.next());
            return found.getInt(1);
        }
    }

    @Test
    void whatIsOfANewerVersionIsRefusedAndLeftAlone() throws SQLException {
        begun("a", ANNA, 1);
        close();
        change(
                "insert into flyway_schema_history (installed_rank, version, description, type,"
                        + " script, checksum, installed_by, execution_time, success) values"
                        + " (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)");
        String message =
                assertThrows(EnvironmentException.class, () -> Database.open(settings()))
                        .getMessage();
        assertTrue(message.contains("newer version of this program"), message);
        assertTrue(message.contains("99"), message);
        change("delete from flyway_schema_history where installed_rank = 99");
        open();
        assertTrue(talks.find(ANNA, "a").isPresent());
    }

    private void change(String sql) throws SQLException {
        try (Connection c = raw();
                Statement s = c.createStatement()) {
            s.executeUpdate(sql);
        }
    }

    @Test
    void aConversationIsKeptWithItsTurnsInOrder() {
        Talk talk = begun("a", ANNA, 10);
        String words = "Grüße, 患者 \uD83D\uDE00 '\"; drop table turn; --";
        for (int i = 0; i < 7; i++) {
            talk = said(talk, words + i, 20 + i).orElseThrow();
        }
        again();
        Talk found = talks.find(ANNA, "a").orElseThrow();
        assertEquals(talk, found);
        assertEquals(7, found.turns());
        assertEquals(26, found.changed());
        List<TalkStore.ToldTurn> page = talks.turns("a", 2, 3);
        assertEquals(List.of(2, 3, 4), page.stream().map(TalkStore.ToldTurn::number).toList());
        assertEquals(words + 2, page.get(0).told());
        assertEquals(22, page.get(0).saidAt());
        assertEquals(List.of(), talks.turns("a", 7, 3));
    }

    @Test
    void eachSeesOnlyWhatIsTheirs() {
        begun("a", ANNA, 1);
        asked("j", ANNA, "a", 1);
        assertTrue(talks.find(BEN, "a").isEmpty());
        assertEquals(List.of(), talks.list(BEN, Place.START, 10));
        assertFalse(talks.delete(BEN, "a"));
        assertTrue(jobs.find(BEN, "j").isEmpty());
        assertEquals(List.of(), jobs.of(BEN, "a", 10));
        assertEquals(List.of(), jobs.ids(BEN));
        assertFalse(jobs.delete(BEN, "j"));
        assertTrue(talks.find(ANNA, "a").isPresent());
        assertTrue(jobs.find(ANNA, "j").isPresent());
    }

    @Test
    void whoComesSecondIsToldAndKeepsNothing() {
        Talk before = begun("a", ANNA, 1);
        assertTrue(said(before, "first", 2).isPresent());
        assertTrue(said(before, "second", 3).isEmpty());
        assertEquals(
                List.of("first"),
                talks.turns("a", 0, 10).stream().map(TalkStore.ToldTurn::told).toList());
        assertEquals(2, talks.find(ANNA, "a").orElseThrow().changed());
    }

    @Test
    void ofManyWritersNoTurnIsLostOrKeptTwice() throws InterruptedException, ExecutionException {
        begun("a", ANNA, 1);
        int writers = 4;
        int each = 10;
        List<Callable<Void>> work = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            work.add(
                    () -> {
                        for (int i = 0; i < each; i++) {
                            insist("writer %d, turn %d".formatted(writer, i));
                        }
                        return null;
                    });
        }
        var threads = Executors.newFixedThreadPool(writers);
        try {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        List<TalkStore.ToldTurn> kept = talks.turns("a", 0, 1000);
        assertEquals(
                IntStream.range(0, writers * each).boxed().toList(),
                kept.stream().map(TalkStore.ToldTurn::number).toList());
        assertEquals(
                kept.size(),
                kept.stream().map(TalkStore.ToldTurn::told).distinct().toList().size());
        assertEquals(writers * each, talks.find(ANNA, "a").orElseThrow().turns());
    }

    private void insist(String told) {
        while (said(talks.find(ANNA, "a").orElseThrow(), told, 5).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void listsAreReadByPagesTheLatestFirst() {
        for (int i = 0; i < 7; i++) {
            begun("t" + i, ANNA, 100 + i);
        }
        begun("b", BEN, 103);
        said(talks.find(ANNA, "t2").orElseThrow(), "x", 200);
        List<String> seen = new ArrayList<>();
        Place after = Place.START;
        for (int page = 0; page < 3; page++) {
            List<TalkStore.Listed> some = talks.list(ANNA, after, 3);
            some.forEach(l -> seen.add(l.id()));
            after = some.get(some.size() - 1).place();
        }
        assertEquals(List.of(), talks.list(ANNA, after, 3));
        assertEquals(List.of("t2", "t6", "t5", "t4", "t3", "t1", "t0"), seen);
    }

    @Test
    void ofWhatHappenedInOneMomentAPageMissesNothing() {
        for (String id : List.of("d", "b", "e", "a", "c")) {
            begun(id, ANNA, 100);
            asked("j" + id, ANNA, id, 100);
        }
        List<String> seen = new ArrayList<>();
        List<String> seenJobs = new ArrayList<>();
        Place after = Place.START;
        Place afterJob = Place.START;
        for (int page = 0; page < 3; page++) {
            List<TalkStore.Listed> some = talks.list(ANNA, after, 2);
            some.forEach(l -> seen.add(l.id()));
            after = Place.of(some.get(some.size() - 1).place().text()).orElseThrow();
            List<Job> more = jobs.of(ANNA, afterJob, 2);
            more.forEach(j -> seenJobs.add(j.id()));
            afterJob = more.get(more.size() - 1).place();
        }
        assertEquals(List.of("a", "b", "c", "d", "e"), seen);
        assertEquals(List.of("ja", "jb", "jc", "jd", "je"), seenJobs);
        assertTrue(Place.of("12").isEmpty());
        assertTrue(Place.of("12~x' or 1=1").isEmpty());
    }

    @Test
    void aJobIsKeptFromItsOrderToItsEnd() {
        begun("a", ANNA, 1);
        asked("second", ANNA, "a", 20);
        asked("first", ANNA, "a", 10);
        asked("third", ANNA, "a", 30);
        jobs.progressed("second", Job.Status.RUNNING, "patients", 0.25);
        jobs.ended("third", Job.Status.FAILED, "", "[]", 40);
        again();
        assertEquals(List.of("first", "second"), jobs.unfinished().stream().map(Job::id).toList());
        Job running = jobs.find(ANNA, "second").orElseThrow();
        assertEquals(Job.Status.RUNNING, running.status());
        assertEquals("patients", running.doing());
        assertEquals(0.25, running.progress());
        assertEquals(20, running.created());
        jobs.ended("second", Job.Status.DONE, "{\"files\":[]}", "", 50);
        Job done = jobs.find(ANNA, "second").orElseThrow();
        assertEquals(1.0, done.progress());
        assertEquals("{\"files\":[]}", done.outcome());
        assertEquals(
                List.of("third", "second"), jobs.of(ANNA, "a", 2).stream().map(Job::id).toList());
        assertTrue(jobs.delete(ANNA, "third"));
        assertEquals(List.of("first", "second"), jobs.ids(ANNA).stream().sorted().toList());
    }

    @Test
    void aJobIsResumedOnceAndOnlyIfItEndedWithoutBeingDone() {
        begun("a", ANNA, 1);
        for (String id : List.of("stopped", "failed", "done", "waiting")) {
            asked(id, ANNA, "a", 10);
        }
        jobs.ended("stopped", Job.Status.STOPPED, "{\"resumes\":\"anew\"}", "", 40);
        jobs.ended("failed", Job.Status.FAILED, "", "[]", 40);
        jobs.ended("done", Job.Status.DONE, "{}", "", 40);
        assertFalse(jobs.resumed("done"));
        assertFalse(jobs.resumed("waiting"));
        assertFalse(jobs.resumed("nobody's"));
        assertTrue(jobs.resumed("stopped"));
        assertFalse(jobs.resumed("stopped"), "once");
        assertTrue(jobs.resumed("failed"));
        again();
        assertEquals(
                List.of("failed", "stopped", "waiting"),
                jobs.unfinished().stream().map(Job::id).toList());
        assertEquals(
                Job.asked("failed", ANNA, Job.Kind.COHORT, "a", "{}", 10),
                jobs.find(ANNA, "failed").orElseThrow(),
                "of the first try nothing is told");
    }

    @Test
    void withAConversationGoItsTurnsAndJobs() {
        said(begun("a", ANNA, 1), "x", 2);
        said(begun("b", ANNA, 1), "y", 2);
        asked("j", ANNA, "a", 1);
        assertTrue(talks.delete(ANNA, "a"));
        assertEquals(List.of(), talks.turns("a", 0, 10));
        assertTrue(jobs.find(ANNA, "j").isEmpty());
        assertEquals(1, talks.turns("b", 0, 10).size());
        assertFalse(talks.delete(ANNA, "a"), "once");
    }

    /** A turn of a conversation that is gone is nobody's. */
    @Test
    void nothingIsKeptForAConversationThatIsGone() {
        Talk talk = begun("a", ANNA, 1);
        talks.delete(ANNA, "a");
        assertTrue(said(talk, "x", 2).isEmpty());
        assertEquals(List.of(), talks.turns("a", 0, 10));
    }
}
