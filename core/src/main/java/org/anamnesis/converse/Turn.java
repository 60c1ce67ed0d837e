package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.Problem;

/**
 * One message and what was made of it.
 *
 * @param message the user's words
 * @param reading what was understood, each with the words it rests on
 * @param reply in a sentence or two
 * @param changes what the specification has now that it had not before, or has no longer
 * @param problems why something could not be done
 * @param question what must be asked back
 */
public record Turn(
        String message,
        List<String> reading,
        String reply,
        List<String> changes,
        List<Problem> problems,
        Optional<String> question) {
    public Turn {
        reading = List.copyOf(reading);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }
}
