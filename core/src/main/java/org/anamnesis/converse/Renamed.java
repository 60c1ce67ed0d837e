package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Edit;

/**
 * "100 patients with arthritis" asks for a condition that is not known; "rheumatoid arthritis"
 * afterwards is the message that failed with the known name in the place of the other.
 */
final class Renamed {
    private static final int LONGEST = 40;

    private Renamed() {}

    /**
     * The message to read instead; empty if this is no other name.
     *
     * @param heard the conversation with the message at its end
     * @param failed the message before it, which changed nothing
     */
    static Optional<String> of(Conversation heard, String failed, String message, Reader reader) {
        String name = message.strip().replaceAll("[.!]+$", "");
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        List<Problem> wrong =
                reader.read(failed, heard.spec(), heard.language())
                                instanceof Reading.NotUnderstood n
                        ? n.problems()
                        : List.of();
        boolean unknown =
                wrong.size() == 1
                        && wrong.get(0).code().equals("request.condition.unknown")
                        && failed.contains(wrong.get(0).where());
        return unknown && condition(name, heard, reader)
                ? Optional.of(failed.replace(wrong.get(0).where(), name))
                : Optional.empty();
    }

    private static boolean condition(String name, Conversation heard, Reader reader) {
        return reader.read(name, heard.spec(), heard.language()) instanceof Reading.Understood u
                && u.ignored().isEmpty()
                && u.questions().isEmpty()
                && u.edits().size() == 1
                && u.edits().get(0).edit() instanceof Edit.SetCondition;
    }
}
