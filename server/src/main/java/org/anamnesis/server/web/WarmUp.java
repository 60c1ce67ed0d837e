package org.anamnesis.server.web;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
 * for it. After the first few turns it waits while users are answered, also in the middle of a
 * look.
 */
final class WarmUp implements AutoCloseable {
    /** Each loads or reads something of its own; the rest runs through what these have begun. */
    private static final List<String> FIRST =
            List.of(
                    "2000 type 2 diabetes patients with 20 important diabetes observations",
                    "with sugar sickness in the blood", // no name: it is looked up by its meaning
                    "what is the mean BMI?",
                    "what if they were all on metformin?",
                    "correlation of BMI and HbA1c 0.3");

    /** Different kinds of change, so that what they need is compiled. */
    private static final List<String> THEN =
            List.of(
                    "back to the baseline",
                    "make 60 % female",
                    "mean HbA1c 9",
                    "drop the smokers",
                    "only those over 50",
                    "10 % on insulin",
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
     * @param quiet whether nobody waits for an answer, or did a moment ago
     */
    WarmUp(Anamnesis program, BooleanSupplier quiet) {
        this.program = program;
        this.quiet = quiet;
    }

    /** What a server can be told to have seen most of the program. */
    static List<String> said() {
        return Stream.concat(FIRST.stream(), THEN.stream()).toList();
    }

    /** In the background. */
    void begin() {
        var thread = new Thread(this::talk, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What is read once is read at once, also while the first user's page is made: whatever she
     * says next would wait for it as long, and for all of it.
     */
    private void talk() {
        Conversation said = Conversation.EMPTY;
        try {
            int turn = 0;
            for (String words : FIRST) {
                said = say(said, turn++, words);
            }
            for (String words : THEN) {
                unasked();
                said = say(said, turn++, words);
                look(said);
            }
        } catch (Ended e) {
            ended = true;
        }
    }

    private Conversation say(Conversation before, int number, String words) {
        if (ended) {
            throw new Ended();
        }
        Step step = program.turn(before, words);
        show(step.after(), number, step);
        return step.after();
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
