package org.anamnesis.server.web;

import io.javalin.http.sse.SseClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.anamnesis.server.store.Job;

/**
 * Browsers that watch jobs. They hear on a thread of their own, so that one that does not listen
 * holds up no work; of several steps in the meantime they hear the last. Of each job the latest few
 * are kept, and all are spoken to now and then, so that those who left are noticed: a browser that
 * comes back every second for an hour leaves nothing behind.
 */
final class JobWatchers implements AutoCloseable {
    /** Browsers that watch one job. */
    private static final int MOST = 20;

    private static final long BEAT = 15; // seconds

    private final Function<Job, String> told;
    private final Map<String, Deque<SseClient>> watching = new HashMap<>();
    private final Map<String, Job> news = new LinkedHashMap<>();
    private final ScheduledExecutorService speaker;
    private final ScheduledFuture<?> beats;

    /**
     * @param told a job as they are told of it
     */
    JobWatchers(Function<Job, String> told) {
        this.told = told;
        this.speaker =
                Executors.newSingleThreadScheduledExecutor(
                        r -> {
                            var thread = new Thread(r, "watchers");
                            thread.setDaemon(true);
                            return thread;
                        });
        this.beats = speaker.scheduleWithFixedDelay(this::beat, BEAT, BEAT, TimeUnit.SECONDS);
    }

    /** Tells this browser where the job stands, and from then on what becomes of it. */
    void add(SseClient client, Job now) {
        Optional<SseClient> oldest = Optional.empty();
        client.keepAlive();
        client.onClose(() -> remove(now.id(), client));
        synchronized (watching) {
            Deque<SseClient> all = watching.computeIfAbsent(now.id(), k -> new ArrayDeque<>());
            all.addLast(client);
            if (all.size() > MOST) {
                oldest = Optional.of(all.removeFirst());
            }
        }
        oldest.ifPresent(SseClient::close);
        send(client, now);
    }

    private void remove(String job, SseClient client) {
        synchronized (watching) {
            Deque<SseClient> all = watching.get(job);
            if (all != null) {
                all.remove(client);
                if (all.isEmpty()) {
                    watching.remove(job);
                }
            }
        }
    }

    /** Something happened to a job. */
    void tell(Job job) {
        synchronized (watching) {
            if (!watching.containsKey(job.id())) {
                return;
            }
        }
        synchronized (news) {
            if (news.put(job.id(), job) != null) {
                return; // it is on its way
            }
        }
        try {
            speaker.execute(() -> speak(job.id()));
        } catch (RejectedExecutionException e) {
            synchronized (news) {
                news.clear(); // the server ends
            }
        }
    }

    private void speak(String id) {
        Job job;
        synchronized (news) {
            job = news.remove(id);
        }
        if (job != null) {
            of(id).forEach(c -> send(c, job));
        }
    }

    private List<SseClient> of(String job) {
        synchronized (watching) {
            return List.copyOf(watching.getOrDefault(job, new ArrayDeque<>()));
        }
    }

    private void send(SseClient client, Job job) {
        client.sendEvent("job", told.apply(job));
        if (job.status().ended()) {
            client.sendEvent("end", "");
            client.close();
        }
    }

    private void beat() {
        List<SseClient> all = new ArrayList<>();
        synchronized (watching) {
            watching.values().forEach(all::addAll);
        }
        all.forEach(c -> c.sendComment("")); // one that is gone is closed by this
    }

    /** Browsers that are listened for, of all jobs. */
    int count() {
        synchronized (watching) {
            return watching.values().stream().mapToInt(Deque::size).sum();
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
        speaker.shutdownNow();
    }
}
