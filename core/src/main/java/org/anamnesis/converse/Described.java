package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;

/**
 * "a study in people with CKD and hypertension, how many would qualify?": before anything was asked
 * for, those are counted whom the message itself describes, never everybody.
 */
final class Described {
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?i)^(.{12,}?)[,;:.–-]*\\s+(?:and |so |but |then )?(?:how (?:many|rare|common|frequent)|what (?:share|fraction|percentage|proportion))\\b");

    private Described() {}

    /** Empty if the message describes nobody before it asks. */
    static Optional<Step> rarity(
            Conversation heard, String message, Reader reader, HistoryDesk history) {
        Matcher m = COUNTED.matcher(message.strip());
        if (!heard.spec().equals(CohortSpec.DEFAULT) || !m.find()) {
            return Optional.empty();
        }
        String who = m.group(1);
        Reading reading = reader.read(who, heard.spec(), heard.language());
        boolean all =
                reading instanceof Reading.Understood u
                        && u.questions().isEmpty()
                        && !u.edits().isEmpty()
                        && unread(u).isEmpty();
        if (!all) {
            return Optional.of(
                    new Step(
                            heard,
                            Replies.problem(
                                    message,
                                    List.of(
                                            new Problem(
                                                    "ask.described",
                                                    who,
                                                    "not all of this is understood, so that nobody was counted",
                                                    "the patients in plain words first, for example \"adults with chronic kidney disease and hypertension\"; then \"how many in the US are like this?\"")))));
        }
        Reading.Understood u = (Reading.Understood) reading;
        CohortSpec described =
                Amendment.of(heard.spec(), u.edits().stream().map(Reading.Quoted::edit).toList());
        return Optional.of(new Step(heard, history.rarity(message, described)));
    }

    /** Words that were not used, but those of planning itself. */
    private static List<String> unread(Reading.Understood u) {
        return u.ignored().stream()
                .filter(
                        w ->
                                !w.matches(
                                        "(?i).*\\b(?:plan|planning|study|trial|project|paper)\\b.*"))
                .toList();
    }
}
