package org.anamnesis.server.web;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Step;
import org.anamnesis.problem.RequestException;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.Previews;
import org.anamnesis.server.store.Talk;

/**
 * A conversation with nobody, right after the start, as the page would show it: Java loads what is
 * first used and compiles what runs often, and the first user's first answers would otherwise wait
 * for it. Waits while users are answered, also in the middle of a look.
 */
final class WarmUp implements AutoCloseable {
    /** Different kinds of change, so that what they need is compiled. */
    private static final List<String> SAID =
            List.of(
                    "2000 type 2 diabetes patients with 20 important diabetes observations",
                    "make 60 % female",
                    "only those over 50", // words that are looked up by their meaning
                    "mean HbA1c 9",
                    "drop the smokers",
                    "what is the mean BMI?",
                    "10 % on insulin",
                    "what if they were all on metformin?",
                    "back to the baseline",
                    "mean BMI 32",
                    "undo",
                    "add kidney function",
                    "5 % missing potassium",
                    "how many in the US are like this?",
                    "mean HbA1c 8");

    private static final long PAUSE = 200; // milliseconds

    private final Anamnesis program;
    private final BooleanSupplier quiet;
    private volatile boolean ended;

    /** Thrown out of a look that is being made when the server ends. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param quiet whether nobody has asked anything for a moment
     */
    WarmUp(Anamnesis program, BooleanSupplier quiet) {
        this.program = program;
        this.quiet = quiet;
    }

    /** In the background. */
    void begin() {
        var thread = new Thread(this::talk, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void talk() {
        Conversation said = Conversation.EMPTY;
        try {
            for (int turn = 0; turn < SAID.size(); turn++) {
                unasked();
                Step step = program.turn(said, SAID.get(turn));
                said = step.after();
                show(said, turn, step);
                look(said);
            }
        } catch (Ended e) {
            ended = true;
        }
    }

    /** Returns when nobody waits for an answer. */
    private void unasked() {
        try {
            while (!ended && !quiet.getAsBoolean()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
        }
        if (ended) {
            throw new Ended();
        }
    }

    private void show(Conversation said, int number, Step step) {
        Map<String, Object> told = JsonText.object(JsonText.of(JsonForm.of(step.turn())));
        TurnView turn = TurnView.of(number, told);
        var talk = new Talk("warm-up", "", "", said, number + 1, 0);
        var view = TalkView.of(talk, List.of(turn), program.narrowing(said), List.of());
        Pages.text("talk.jte", "view", view);
    }

    private void look(Conversation said) {
        try {
            var made =
                    program.preview(said, Previews.SAMPLE, Previews.ROWS, (what, how) -> unasked());
            Pages.text("previewed.jte", "view", PreviewView.of(made));
        } catch (RequestException e) {
            // It cannot be met with other evidence than today's; the next turn may be.
        }
    }

    @Override
    public void close() {
        ended = true;
    }
}
