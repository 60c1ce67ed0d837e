package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.spec.CohortSpec;

/** What is left of two open questions after an answer to one of them: it is asked again. */
final class StillOpen {
    private final OpenQuestions questions;

    StillOpen(OpenQuestions questions) {
        this.questions = questions;
    }

    /** After one of the choices was taken. */
    Step chosen(
            Conversation heard, CohortSpec spec, Function<Optional<Version.Open>, Step> change) {
        Optional<Clarification> more =
                questions.of(heard).stream()
                        .filter(q -> Choosing.waits(q, heard.spec(), spec))
                        .findFirst();
        Step step = change.apply(more.flatMap(q -> heard.now().open()));
        return more.isEmpty() || step.turn().kind() == Turn.Kind.PROBLEM ? step : ask(step, more);
    }

    /** The question that waits on, if this change has nothing to do with it. */
    Optional<Version.Open> waiting(Conversation heard, CohortSpec spec) {
        boolean waits =
                questions.of(heard).stream().anyMatch(q -> Choosing.waits(q, heard.spec(), spec));
        return waits ? heard.now().open() : Optional.empty();
    }

    /** The turn with the question that waits on, if it answered another one in other words. */
    Step again(Conversation heard, Step step) {
        if (step.turn().kind() != Turn.Kind.CHANGED || heard.now().open().isEmpty()) {
            return step;
        }
        CohortSpec after = step.after().spec();
        List<Clarification> open = questions.of(heard);
        List<Clarification> left =
                open.stream().filter(q -> Choosing.waits(q, heard.spec(), after)).toList();
        boolean waits = step.after().now().open().isPresent() && left.size() < open.size();
        return waits ? ask(step, left.stream().findFirst()) : step;
    }

    private static Step ask(Step step, Optional<Clarification> question) {
        return question.map(q -> new Step(step.after(), Replies.asking(step.turn(), q)))
                .orElse(step);
    }
}
