package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.interpret.BareAmount;
import org.anamnesis.interpret.ChosenWords;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * "make them older" says not by how much; "5 years" behind it does: both are one message. Where
 * they cannot be, the amount is not taken for something else that was asked before.
 */
final class Completed {
    private static final int LONGEST = 40;
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(?i)(?:(?:ok(?:ay)?|well|so|then|say|let'?s say|about|around|maybe|perhaps|roughly|please|make (?:it|that)|,)\\s*)*"
                            + "((?:(?:by|to)\\s+)?(?:about |around )?(?:[0-9]+(?:[.,][0-9]+)?|one|two|three|four|five|six|seven|eight|nine|ten|half an?|an?)"
                            + "\\s*(?:%|percent|percentage points?|points?|years?|yrs?|units?|kg|mmhg|mg/dl|bpm|mmol/l|cm|beats)?)(?:\\s+(?:then|please|more|or so|only|will do))*[.!\\s]*");
    private static final Pattern DIFFERENCE =
            Pattern.compile("(?i).*(?:points?|years?|yrs?|units?|kg|mmhg|beats)\\b.*|half an?");

    private static final Pattern COMPARED =
            Pattern.compile(
                    "(?i)\\b(older|younger|heavier|lighter|taller|shorter|higher|lower|fatter|thinner)\\s*$");

    private Completed() {}

    /**
     * Both as one message; empty if this one is no amount or they give no sense.
     *
     * @param heard the conversation with the message at its end
     */
    static Optional<String> of(Conversation heard, String message, Reader reader) {
        var amount = AMOUNT.matcher(message.strip());
        Optional<String> failed =
                amount.matches() ? failed(heard, message, reader) : Optional.empty();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        String start = failed.get().strip().replaceAll("(?i)[.!,\\s]+$|\\s+please[.!\\s]*$", "");
        start =
                start.replaceAll(
                        "(?i)\\s+(?:a (?:little|bit|touch)|somewhat|slightly|much)(?= |$)", "");
        String said = amount.group(1);
        for (String whole : together(start, said)) {
            if (reader.read(whole, heard.spec(), heard.language()) instanceof Reading.Understood u
                    && u.ignored().isEmpty()
                    && u.questions().isEmpty()
                    && !u.edits().isEmpty()) {
                return Optional.of(whole);
            }
        }
        return Optional.empty();
    }

    private static List<String> together(String start, String said) {
        if (said.matches("(?i)(?:by|to)\\s.*")) {
            return List.of(start + " " + said, before(start, said.substring(2).strip() + " years"));
        }
        boolean percent = said.matches("(?i).*(?:%|percent)\\s*");
        if (DIFFERENCE.matcher(said).matches() || percent) {
            boolean share = percent && start.matches("(?i).*\\b(?:more|fewer|less)\\b.*");
            return share ? List.of() : List.of(before(start, said), start + " by " + said);
        }
        String counted = start.replaceFirst("(?i)^.*\\b(?:more|fewer|less)\\b", said);
        return List.of(counted, start + " to " + said);
    }

    /** "make them older" with "5 years" is "make them 5 years older". */
    private static String before(String start, String said) {
        return COMPARED.matcher(start).replaceFirst(said + " $1");
    }

    /** What was wrong with the message before, where this amount is of that and not of the rest. */
    static Optional<Problem> unclear(Conversation heard, String message, Reader reader) {
        boolean bare =
                AMOUNT.matcher(message.strip()).matches()
                        || BareAmount.of(message, heard.language()).isPresent();
        Optional<String> failed = bare ? failed(heard, message, reader) : Optional.empty();
        List<Constraint> all = heard.spec().constraints();
        if (failed.isEmpty() || all.isEmpty()) {
            return Optional.empty();
        }
        Set<String> subjects = ChosenWords.subjects(failed.get());
        String last = Edit.Forget.about(all.get(all.size() - 1)).subject();
        boolean own =
                (subjects.isEmpty() && !COMPARED.matcher(failed.get()).find())
                        || subjects.contains(ChosenWords.COUNT)
                        || subjects.contains(last);
        return own || new Earlier(heard, reader).mended(message).isPresent()
                ? Optional.empty()
                : problems(heard, failed.get(), reader).stream().findFirst();
    }

    /** The message before, if it asked for something and nothing of it could be done. */
    private static Optional<String> failed(Conversation heard, String message, Reader reader) {
        int size = heard.messages().size();
        if (size < 2 || message.length() > LONGEST) {
            return Optional.empty();
        }
        String before = heard.messages().get(size - 2);
        boolean done = before.equals(heard.now().message()) || before.length() > 2 * LONGEST;
        return done || problems(heard, before, reader).isEmpty()
                ? Optional.empty()
                : Optional.of(before);
    }

    private static List<Problem> problems(Conversation heard, String message, Reader reader) {
        return reader.read(message, heard.spec(), heard.language())
                        instanceof Reading.NotUnderstood n
                ? n.problems().stream()
                        .filter(p -> !p.code().startsWith("request.refused"))
                        .toList()
                : List.of();
    }
}
