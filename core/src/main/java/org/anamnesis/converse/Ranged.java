package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.BareRange;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;

/**
 * "between 4 and 5" behind "what is the mean potassium?" or "add potassium" is of the potassium,
 * and not an age.
 */
final class Ranged {
    private static final Pattern DURATION =
            Pattern.compile(
                    "(?is).*\\b(?:how long|since when|duration|(?:years|time) since (?:the )?(?:diagnosis|onset)|had (?:the |their )?diabetes|when (?:were|was|did) .*(?:diagnosed|diagnosis|onset|start))\\b.*");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private Ranged() {}

    /**
     * The message with the name of what it is of; empty where it is no bare range or the message
     * before named nothing or several things.
     *
     * @param heard the conversation with the message at its end
     */
    static Optional<String> of(Conversation heard, String message, Reader reader) {
        int before = heard.messages().size() - 2;
        Optional<String> range =
                before < 0 ? Optional.empty() : BareRange.of(message, heard.language());
        if (range.isEmpty()) {
            return Optional.empty();
        }
        String text = heard.messages().get(before);
        boolean question =
                reader.read(text, heard.spec(), heard.language()) instanceof Reading.Question;
        boolean diabetes = heard.spec().condition().filter(c -> c.startsWith("type-")).isPresent();
        if (question && diabetes && DURATION.matcher(text).matches()) {
            return Optional.of("diabetes duration " + range.get() + " years");
        }
        List<Concept> named =
                BareRange.named(text, heard.language()).stream()
                        .filter(c -> possible(c.id(), range.get()))
                        .toList();
        boolean one = named.size() == 1 && (question || !asked(heard, named.get(0).id()));
        return one ? Optional.of(named.get(0).name() + " " + range.get()) : Optional.empty();
    }

    /** "45 to 75" is no HbA1c. */
    private static boolean possible(String id, String range) {
        Optional<Measurand> of = Measurands.bundled().find(id);
        return of.isPresent()
                && of.get()
                        .plausible()
                        .map(
                                p ->
                                        NUMBER.matcher(range)
                                                .results()
                                                .map(MatchResult::group)
                                                .mapToDouble(Double::parseDouble)
                                                .allMatch(p::contains))
                        .orElse(true);
    }

    /** Whether what was asked last is of it: then the rules know. */
    private static boolean asked(Conversation heard, String id) {
        List<Constraint> all = heard.spec().constraints();
        return !all.isEmpty() && Edit.Forget.about(all.get(all.size() - 1)).subject().equals(id);
    }
}
