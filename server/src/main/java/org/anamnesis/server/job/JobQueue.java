package org.anamnesis.server.job;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.anamnesis.converse.ConversationFile;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.Absent;
import org.anamnesis.server.Ids;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.Refused;
import org.anamnesis.server.ServerSettings.Limits;
import org.anamnesis.server.store.Job;
import org.anamnesis.server.store.JobStore;
import org.anamnesis.server.store.Place;
import org.anamnesis.server.store.Talk;

/**
 * Long work, done one after the other in the background. What was not finished when the server
 * ended is made again from its seed, to the same bytes.
 */
public final class JobQueue implements AutoCloseable {
    /** Progress goes into the database at most so often; listeners hear all of it. */
    private static final long KEPT_EVERY = 1_000_000_000; // nanoseconds

    private static final int TOO_MANY = 429;
    private static final int CONFLICT = 409;

    /** Of a job that ended without being done: how it would go on. */
    private static final String RESUMES = "resumes";

    /** From its beginning. */
    public static final String ANEW = "anew";

    /** From the last state that its training kept. */
    public static final String GOES_ON = "from the kept state";

    private final Works works;
    private final JobStore store;
    private final JobFiles files;
    private final Limits limits;
    private final LongSupplier clock;
    private final List<Job> left;
    private final ThreadPoolExecutor worker;
    private final Map<String, Runnable> queued = new ConcurrentHashMap<>();
    private final Map<String, Job> live = new ConcurrentHashMap<>();
    private final Map<String, Boolean> stopping = new ConcurrentHashMap<>();
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();

    public JobQueue(
            Works works, JobStore store, JobFiles files, Limits limits, LongSupplier clock) {
        this.works = works;
        this.store = store;
        this.files = files;
        this.limits = limits;
        this.clock = clock;
        this.left = store.unfinished();
        this.worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        // What is left always finds room, even if there was more of it than may
                        // wait.
                        new ArrayBlockingQueue<>(limits.waiting() + left.size()),
                        r -> {
                            var thread = new Thread(r, "jobs");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Takes up what was not finished when this was made; what is asked since then is on its way.
     */
    public void takeUp() {
        for (Job job : left) {
            start(job.waiting());
        }
    }

    /**
     * Makes what a conversation came to, as soon as those before it are made.
     *
     * @throws RequestException if that is more than one user may ask
     * @throws Refused if too many wait already
     */
    public Job submit(Talk talk) {
        long patients = talk.state().spec().count();
        if (patients > limits.patients()) {
            throw RequestException.of(
                    "job.patients",
                    "%,d patients".formatted(patients),
                    "this server makes at most %,d patients at once".formatted(limits.patients()),
                    "fewer patients, or the command line, which has no such limit");
        }
        String state = ConversationFile.write(talk.state());
        return submit(talk.owner(), Job.Kind.COHORT, talk.id(), state);
    }

    /**
     * Learns or judges tables.
     *
     * @param asked JSON values, kept until its turn comes
     * @throws RequestException if that is more than one user may ask
     * @throws Refused if too many wait already
     */
    public Job submit(String owner, Job.Kind kind, Map<String, Object> asked) {
        return submit(owner, kind, "", JsonText.of(asked));
    }

    private Job submit(String owner, Job.Kind kind, String conversation, String state) {
        refuse(owner);
        Job job = Job.asked(Ids.fresh(), owner, kind, conversation, state, clock.getAsLong());
        room();
        store.add(job);
        try {
            start(job);
        } catch (RejectedExecutionException e) {
            store.delete(owner, job.id());
            throw full();
        }
        return job;
    }

    private void room() {
        if (worker.getQueue().size() >= limits.waiting()) {
            throw full();
        }
    }

    /**
     * Takes up a job that was stopped or failed: patients are made again from their seed, to the
     * same bytes; a training goes on where it was if it had come to a state that was kept.
     *
     * @throws Absent if this user has none of this id, or its table is gone
     * @throws Refused if it has not ended, is done, or too many wait already
     */
    public Job resume(String owner, String id) {
        Job job = find(owner, id);
        works.check(job);
        refuse(owner);
        room();
        if (!job.status().resumable() || !store.resumed(id)) {
            throw new Refused(CONFLICT, "Only a job that was stopped or failed can be resumed.");
        }
        Job waiting = job.waiting();
        try {
            start(waiting);
        } catch (RejectedExecutionException e) {
            store.ended(id, job.status(), job.outcome(), job.problems(), clock.getAsLong());
            throw full();
        }
        return waiting;
    }

    private Refused full() {
        return new Refused(
                TOO_MANY,
                "%d jobs wait already; try again when some are done.".formatted(limits.waiting()));
    }

    /** What is known before any work. */
    private void refuse(String owner) {
        long taken = files.bytes(store.ids(owner));
        if (taken > limits.bytes()) {
            throw RequestException.of(
                    "job.disk",
                    "%,d MB".formatted(taken >> 20),
                    "your files take more than the %,d MB that this server keeps for one user"
                            .formatted(limits.bytes() >> 20),
                    "delete cohorts that you have downloaded");
        }
    }

    private void start(Job job) {
        live.put(job.id(), job);
        Runnable work = () -> run(job);
        queued.put(job.id(), work);
        try {
            worker.execute(work);
        } catch (RejectedExecutionException e) {
            queued.remove(job.id());
            live.remove(job.id());
            throw e;
        }
    }

    private void run(Job job) {
        queued.remove(job.id());
        if (stopping.remove(job.id()) != null) {
            ended(job, Job.Status.STOPPED, "", "");
            return;
        }
        try {
            files.clearMade(job.id());
            store.progressed(job.id(), Job.Status.RUNNING, "", 0);
            Map<String, Object> told = works.run(job, files.folder(job.id()), new Watched(job));
            ended(job, Job.Status.DONE, JsonText.of(told), "");
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            Ending end = Ending.of(e, limits.minutes());
            ended(job, end.status(), "", end.problems());
        }
    }

    private void ended(Job job, Job.Status status, String outcome, String problems) {
        live.remove(job.id());
        stopping.remove(job.id());
        String told = outcome;
        if (status.resumable()) {
            files.clearMade(job.id()); // half of something is worse than nothing
            told = JsonText.of(Map.of(RESUMES, files.unfinished(job.id()) ? GOES_ON : ANEW));
        }
        if (worker.isShutdown() && status != Job.Status.DONE) {
            return; // the next start takes it up
        }
        try {
            store.ended(job.id(), status, told, problems, clock.getAsLong());
            tell(store.find(job.owner(), job.id()).orElse(job));
        } catch (EnvironmentException e) {
            // The database cannot say so, a full disk perhaps: until the next start, which takes
            // the job up again, it is said from here.
            Job failed = job.failed(Ending.failure(e.getMessage()));
            live.put(job.id(), failed);
            tell(failed);
        }
    }

    private void tell(Job job) {
        listeners.forEach(l -> l.accept(job));
    }

    /** Hears of every step of every job, on the thread that works. */
    public void listen(Consumer<Job> listener) {
        listeners.add(listener);
    }

    /**
     * Where a job stands now.
     *
     * @throws Absent if this user has none of this id
     */
    public Job find(String owner, String id) {
        Job now = live.get(id);
        return now != null && now.owner().equals(owner)
                ? now
                : store.find(owner, id).orElseThrow(() -> new Absent("job"));
    }

    /** Of all conversations and of none, the latest first. */
    public List<Job> of(String owner, Place after, int most) {
        return store.of(owner, after, most).stream()
                .map(j -> live.getOrDefault(j.id(), j))
                .toList();
    }

    /** Tables that were learned, the latest first. */
    public List<Job> learned(String owner, int most) {
        return store.done(owner, Job.Kind.LEARN, most);
    }

    public List<Job> of(String owner, String conversation, int most) {
        return store.of(owner, conversation, most).stream()
                .map(j -> live.getOrDefault(j.id(), j))
                .toList();
    }

    /** How a job would go on that ended without being done; empty for others. */
    public static String resumes(Job job) {
        return job.status().resumable()
                ? (String) JsonText.object(job.outcome()).getOrDefault(RESUMES, ANEW)
                : "";
    }

    /**
     * Ends a job that runs or waits; it can be resumed, but leaves no files. One that has ended
     * stays as it is.
     */
    public Job stop(String owner, String id) {
        Job job = find(owner, id);
        if (job.status().ended()) {
            return job;
        }
        stopping.put(id, true);
        Runnable waits = queued.get(id);
        if (waits != null && worker.remove(waits)) {
            queued.remove(id);
            ended(job, Job.Status.STOPPED, "", "");
            return find(owner, id);
        }
        return job;
    }

    /** Takes a job and its files away; one that runs is stopped first. */
    public void delete(String owner, String id) {
        Job job = find(owner, id);
        if (!job.status().ended()) {
            throw new Refused(CONFLICT, "The job still runs; stop it first.");
        }
        files.clear(id);
        store.delete(owner, id);
        live.remove(id);
    }

    /** Jobs that wait or run. */
    public int unfinished() {
        return (int) live.values().stream().filter(j -> !j.status().ended()).count();
    }

    /** Ends with the work that runs, which the next start takes up. */
    @Override
    public void close() {
        worker.shutdown();
        live.keySet().forEach(id -> stopping.put(id, true));
        try {
            worker.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker.shutdownNow();
    }

    /** Keeps what is heard of the work, and ends it when that was asked. */
    private final class Watched implements org.anamnesis.converse.Progress {
        private final Job job;
        private final long began = clock.getAsLong();
        private final long from = System.nanoTime(); // a clock may be set meanwhile
        private long kept = from;

        Watched(Job job) {
            this.job = job;
        }

        @Override
        public void step(String what, double fraction) {
            long now = System.nanoTime();
            boolean late = now - from > TimeUnit.MINUTES.toNanos(limits.minutes());
            if (late || stopping.containsKey(job.id())) {
                throw new Stopped(late);
            }
            Job further = job.running(what, fraction, began);
            live.put(job.id(), further);
            if (now - kept > KEPT_EVERY) {
                kept = now;
                keep(what, fraction);
            }
            tell(further);
        }

        /** A database that is away for a moment ends no work. */
        private void keep(String what, double fraction) {
            try {
                store.progressed(job.id(), Job.Status.RUNNING, what, fraction);
            } catch (EnvironmentException e) {
                kept = System.nanoTime();
            }
        }
    }
}
