package org.anamnesis.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.Step;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** What patients a call is about, said in one of several ways. */
final class Wishes {
    private final Anamnesis program;
    private final Talks talks;

    Wishes(Anamnesis program, Talks talks) {
        this.program = program;
        this.talks = talks;
    }

    /**
     * Of a conversation, or of words that stand alone.
     *
     * @throws RequestException if neither or both were given, or the words were not understood
     */
    Conversation of(Arguments given) {
        one(given, List.of(TalkTools.CONVERSATION, "request"));
        Optional<Conversation> begun = given.text(TalkTools.CONVERSATION).map(talks::of);
        if (begun.isPresent()) {
            return begun.get();
        }
        Step step = program.turn(Conversation.EMPTY, given.words("request").strip());
        if (!step.turn().problems().isEmpty()) {
            throw new RequestException(step.turn().problems());
        }
        return step.after();
    }

    /**
     * @throws RequestException unless exactly one of the arguments was given
     */
    static void one(Arguments given, List<String> names) {
        List<String> there = new ArrayList<>(names);
        there.removeIf(n -> !given.has(n));
        if (there.size() != 1) {
            throw wrong(
                    "argument.one",
                    String.join(", ", there),
                    there.isEmpty()
                            ? "it is not said which patients are meant"
                            : "it is said in more than one way which patients are meant",
                    "one of: " + String.join(", ", names));
        }
    }

    static RequestException wrong(String kind, String where, String message, String suggestion) {
        return new RequestException(
                List.of(new Problem("mcp." + kind, where, message, suggestion)));
    }
}
