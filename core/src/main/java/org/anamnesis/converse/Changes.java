package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.interpret.Reader;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.CohortSpec;

/** What a conversation comes to by a change: checked, looked at in the population, and told. */
final class Changes {
    private final Reader rules;
    private final World world;

    Changes(Reader rules, World world) {
        this.rules = rules;
        this.world = world;
    }

    /**
     * The turn in which a conversation comes to another specification, or why it cannot.
     *
     * @param understood words, each with what it came to
     * @param open the question that waits on
     */
    Step step(
            Conversation heard,
            String message,
            CohortSpec asked,
            List<String> understood,
            List<String> assumed,
            List<String> notUsed,
            Optional<Version.Open> open) {
        CohortSpec spec = Grounds.withWords(heard, asked);
        List<Problem> problems = new ArrayList<>(world.problems(spec));
        Optional<World.Seen> seen = Optional.empty();
        boolean nothing = spec.equals(CohortSpec.DEFAULT);
        if (problems.isEmpty() && !nothing) {
            try {
                seen = Optional.of(world.look(spec));
            } catch (RequestException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            List<Problem> told = Quotes.of(heard, message, rules).told(problems);
            return new Step(heard, Replies.problem(message, told));
        }
        if (spec.equals(heard.spec())) {
            Conversation after = open.isPresent() ? heard.open(open) : heard;
            return new Step(after, Replies.same(message, understood, notUsed, heard.spec()));
        }
        var version =
                new Version(
                        message,
                        spec,
                        Grounds.said(heard, spec, message, assumed, notUsed),
                        OptionalInt.of(heard.number()),
                        OptionalInt.empty(),
                        open,
                        heard.model());
        Turn turn =
                Replies.changed(message, heard.spec(), spec, understood, assumed, notUsed, seen);
        return new Step(heard.to(version), beside(turn, spec));
    }

    /** Of a what-if, the figures that the change moves. */
    private Turn beside(Turn turn, CohortSpec spec) {
        if (spec.beyond().baseline().isEmpty()) {
            return turn;
        }
        Beside beside = world.beside(spec.beyond().baseline().get().spec(), spec);
        return Replies.beside(turn, beside);
    }
}
