package org.anamnesis.server;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;

/**
 * A conversation with nobody, right after the start: Java compiles what runs often, and the first
 * user's first answers would otherwise wait for it. Waits while users are answered.
 */
public final class WarmUp implements AutoCloseable {
    /** Different kinds of change, so that what they need is compiled. */
    private static final List<String> SAID =
            List.of(
                    "2000 type 2 diabetes patients with 20 important diabetes observations",
                    "make 60 % female",
                    "mean HbA1c 9",
                    "drop the smokers",
                    "only those over 50",
                    "10 % on insulin",
                    "mean BMI 32",
                    "undo",
                    "what is the mean BMI?",
                    "add kidney function",
                    "5 % missing potassium",
                    "mean HbA1c 8");

    private static final long PAUSE = 200; // milliseconds

    private final Anamnesis program;
    private final BooleanSupplier quiet;
    private volatile boolean ended;

    /**
     * @param quiet whether nobody has asked anything for a moment
     */
    public WarmUp(Anamnesis program, BooleanSupplier quiet) {
        this.program = program;
        this.quiet = quiet;
    }

    /** In the background. */
    public void begin() {
        var thread = new Thread(this::talk, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void talk() {
        Conversation said = Conversation.EMPTY;
        try {
            for (String words : SAID) {
                while (!ended && !quiet.getAsBoolean()) {
                    Thread.sleep(PAUSE);
                }
                if (ended) {
                    return;
                }
                said = program.turn(said, words).after();
                program.narrowing(said);
                program.preview(said, Previews.SAMPLE, Previews.ROWS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended = true;
    }
}
