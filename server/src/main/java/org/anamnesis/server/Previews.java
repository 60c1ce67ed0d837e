package org.anamnesis.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Previewed;
import org.anamnesis.converse.StudyPicture;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.store.Talk;

/**
 * Looks before the run, a few at a time. A sample is made once, however many ask for it; of a
 * conversation that went on meanwhile, the sample that nobody will see any more is not begun, or
 * given up where it is.
 */
public final class Previews implements AutoCloseable {
    /** Patients of a sample: enough for plots, few enough for a blink. */
    public static final int SAMPLE = 400;

    public static final int ROWS = 20;

    /** Samples that are kept, of all conversations. */
    private static final int KEPT = 32;

    /** Samples that may wait before none is begun but for somebody who asks for it. */
    private static final int AHEAD = 8;

    /** More at once would only make each other slow: each uses several processors. */
    private static final int AT_ONCE = 2;

    /** What a conversation had come to after so many turns, being made or done. */
    private final class Sample {
        private final int turns;
        private final FutureTask<Previewed> task;

        Sample(int turns, Conversation state) {
            this.turns = turns;
            this.task = new FutureTask<>(() -> program.preview(state, SAMPLE, ROWS, this::step));
        }

        private void step(String what, double fraction) {
            if (task.isCancelled()) {
                throw new CancellationException("given up before " + what);
            }
        }
    }

    private final Anamnesis program;
    private final ExecutorService workers;
    private final Map<String, Sample> samples =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Sample> eldest) {
                    return size() > KEPT && eldest.getValue().task.isDone();
                }
            };

    public Previews(Anamnesis program) {
        this.program = program;
        this.workers =
                Executors.newFixedThreadPool(
                        AT_ONCE,
                        r -> {
                            var thread = new Thread(r, "previews");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Begins a sample before anybody asks for it, if there is room. */
    public void ahead(Talk talk) {
        synchronized (samples) {
            long unfinished = samples.values().stream().filter(s -> !s.task.isDone()).count();
            if (unfinished < AHEAD) {
                sample(talk);
            }
        }
    }

    /**
     * The sample of what a conversation has come to.
     *
     * @param latest the conversation as it is now; it may go on while this waits
     * @throws RequestException with every problem of the request
     */
    public Previewed of(Supplier<Talk> latest) {
        Talk talk = latest.get();
        Sample sample = sample(talk);
        while (true) {
            try {
                return sample.task.get();
            } catch (CancellationException e) {
                // Given up for a later turn, whose sample is the one to show.
                talk = latest.get();
                sample = sample(talk);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EnvironmentException("The server ends.", e);
            } catch (ExecutionException e) {
                throw failure(talk, sample, e.getCause());
            }
        }
    }

    /**
     * A picture of a recording or image of a patient of a small sample; waits for its turn.
     *
     * @throws RequestException with every problem, also if none are asked for
     */
    public StudyPicture picture(Talk talk, String kind) {
        var task = new FutureTask<>(() -> program.picture(talk.state(), kind));
        workers.execute(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("The server ends.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r
                    ? r
                    : new CompletionException(e.getCause());
        }
    }

    /** What cannot be done stays so until the next turn; what went wrong is tried again. */
    private RuntimeException failure(Talk talk, Sample sample, Throwable cause) {
        if (cause instanceof RequestException problems) {
            return problems;
        }
        synchronized (samples) {
            samples.remove(talk.id(), sample);
        }
        return cause instanceof RuntimeException r ? r : new CompletionException(cause);
    }

    private Sample sample(Talk talk) {
        synchronized (samples) {
            Sample known = samples.get(talk.id());
            if (known != null && known.turns >= talk.turns()) {
                return known;
            }
            if (known != null) {
                known.task.cancel(false);
            }
            var sample = new Sample(talk.turns(), talk.state());
            samples.put(talk.id(), sample);
            workers.execute(sample.task);
            return sample;
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
