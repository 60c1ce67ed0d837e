package org.anamnesis.llm.advise;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anamnesis.interpret.Adviser;
import org.anamnesis.interpret.Consultation;

/** Asks one model, once a message, within its time, and writes the call down. */
final class ModelAdviser implements Adviser {
    private final ModelSettings settings;
    private final Wire wire;
    private final CallLog log;

    ModelAdviser(ModelSettings settings) {
        this(
                settings,
                settings.provider() == ModelSettings.Provider.GGUF
                        ? new GgufWire(settings)
                        : new HttpWire(settings));
    }

    ModelAdviser(ModelSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.log = new CallLog(settings.log());
    }

    @Override
    public Answer advise(Consultation about) {
        Prompt prompt = Prompt.of(about, settings.names());
        int sent = prompt.task().length() + prompt.question().length();
        Instant when = Instant.now();
        long begun = System.nanoTime();
        try {
            log.open();
            Answer answer = bounded(prompt);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            boolean said = answer instanceof Answer.Said;
            log.add(
                    settings,
                    when,
                    sent,
                    said ? ((Answer.Said) answer).text().length() : 0,
                    millis,
                    said ? "answered" : ((Answer.Failed) answer).why());
            return answer;
        } catch (IOException e) {
            return new Answer.Failed("its calls cannot be written down in " + settings.log());
        }
    }

    /** Not even a library that hangs may hold up the conversation. */
    private Answer bounded(Prompt prompt) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread caller = new Thread(() -> answer.complete(answer(prompt)), "language-model");
        caller.setDaemon(true);
        caller.start();
        try {
            return answer.get(settings.timeout().toMillis() + 500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            caller.interrupt();
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Answer.Failed(
                    "no answer within %s s".formatted(BoundedHttp.seconds(settings.timeout())));
        } catch (ExecutionException e) {
            return new Answer.Failed("the call failed");
        }
    }

    private Answer answer(Prompt prompt) {
        try {
            String text = wire.answer(prompt);
            return text.length() > BoundedHttp.MOST_BYTES
                    ? new Answer.Failed("its answer was too long")
                    : new Answer.Said(text);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return new Answer.Failed(why(e));
        }
    }

    /** In our own words; those of a server or library may hold anything. */
    private static String why(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CallFailed known) {
                return known.getMessage();
            }
        }
        return "its answer was not of the protocol";
    }
}
