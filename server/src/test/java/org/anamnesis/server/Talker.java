package org.anamnesis.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person who talks to a server that may be gone at any moment, and knows what it owes her. */
final class Talker {
    private static final Pattern SAID = Pattern.compile("class=\"who\">You </span>([^<]*)</p>");
    private static final Pattern JOB = Pattern.compile("id=\"job-([\\w-]+)\"");

    /** Turns of a conversation before she begins another. */
    private static final int TURNS = 12;

    /** Conversations that are looked at after each kill; all are at the end. */
    private static final int LATEST = 2;

    private static final int SEE_OTHER = 303;
    private static final int TOO_MANY = 429;

    private final String asked;
    private final String expected;
    private final Map<String, List<String>> acknowledged = new LinkedHashMap<>();
    private final List<String> jobs = new ArrayList<>();
    private Visitor visitor;
    private String talk = "";
    private Throwable failed;

    /**
     * @param expected what cohort.csv holds when nobody disturbs
     */
    Talker(Visitor visitor, String asked, String expected) {
        this.visitor = visitor;
        this.asked = asked;
        this.expected = expected;
        visitor.get("/");
    }

    Talker at(int port) {
        visitor = visitor.at(port);
        return this;
    }

    int acknowledged() {
        return acknowledged.values().stream().mapToInt(List::size).sum();
    }

    List<String> jobs() {
        return jobs;
    }

    /** Talks, orders and looks until the server is gone. */
    void talkUntilTheEnd(CountDownLatch begun) {
        begun.countDown();
        try {
            while (true) {
                if (talk.isEmpty() || acknowledged.get(talk).size() >= TURNS) {
                    talk = begin();
                    order(talk).ifPresent(jobs::add);
                } else {
                    say("mean HbA1c 8.%02d".formatted(acknowledged.get(talk).size()));
                }
                if (!jobs.isEmpty()) {
                    checkFile(jobs.get(jobs.size() - 1));
                }
            }
        } catch (UncheckedIOException killed) {
            return;
        } catch (AssertionError | RuntimeException e) {
            failed = e;
        }
    }

    /** What went wrong on the thread of her own. */
    void rethrow() {
        if (failed != null) {
            throw new AssertionError(failed);
        }
    }

    /** A new conversation. */
    String begin() {
        HttpResponse<String> answer = visitor.form("/c", "message", asked);
        assertEquals(SEE_OTHER, answer.statusCode(), answer.body());
        String path = answer.headers().firstValue("Location").orElseThrow();
        acknowledged.put(path, new ArrayList<>(List.of(asked)));
        return path;
    }

    private void say(String words) {
        int status = visitor.form(talk + "/turns", "message", words).statusCode();
        assertEquals(SEE_OTHER, status);
        acknowledged.get(talk).add(words);
    }

    /** The id of a job for what the conversation has come to; empty if too many wait already. */
    Optional<String> order(String path) {
        HttpResponse<String> answer =
                visitor.post(
                        path + "/jobs",
                        "application/x-www-form-urlencoded",
                        "",
                        "HX-Request",
                        "true");
        if (answer.statusCode() == TOO_MANY) {
            return Optional.empty();
        }
        assertEquals(200, answer.statusCode(), answer.body());
        Matcher id = JOB.matcher(answer.body());
        assertTrue(id.find(), answer.body());
        return Optional.of(id.group(1));
    }

    private HttpResponse<String> cohort(String job) {
        return visitor.get("/jobs/" + job + "/files/cohort.csv");
    }

    /** Either nothing of it is to be seen, or all. */
    private boolean checkFile(String job) {
        HttpResponse<String> file = cohort(job);
        if (file.statusCode() == 404) {
            return false;
        }
        assertEquals(200, file.statusCode());
        assertTrue(file.body().equals(expected), "half a file, or another one, of job " + job);
        return true;
    }

    /** Waits for its end. */
    HttpResponse<String> finished(String job) throws InterruptedException {
        for (int i = 0; i < 3000 && cohort(job).statusCode() == 404; i++) {
            Thread.sleep(100);
        }
        return cohort(job);
    }

    void checkLatest() {
        List<String> all = List.copyOf(acknowledged.keySet());
        all.subList(Math.max(0, all.size() - LATEST), all.size()).forEach(this::checkTurns);
        jobs.subList(Math.max(0, jobs.size() - LATEST), jobs.size()).forEach(this::checkFile);
    }

    /** Everything that she was told, once all work is done. */
    void checkAll() throws InterruptedException {
        acknowledged.keySet().forEach(this::checkTurns);
        for (String job : jobs) {
            assertEquals(200, finished(job).statusCode(), job);
            assertTrue(checkFile(job), job);
        }
    }

    /** What was acknowledged, in order; between them only what was sent and not acknowledged. */
    private void checkTurns(String path) {
        HttpResponse<String> page = visitor.get(path);
        assertEquals(200, page.statusCode(), path);
        List<String> shown = SAID.matcher(page.body()).results().map(m -> m.group(1)).toList();
        int next = 0;
        List<String> owed = acknowledged.get(path);
        for (String words : shown) {
            if (next < owed.size() && words.equals(owed.get(next))) {
                next++;
            }
        }
        assertEquals(owed.size(), next, () -> "of " + owed + " there is " + shown);
    }
}
