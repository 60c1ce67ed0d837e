package org.anamnesis.converse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.BareAmount;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.problem.Problem;

/**
 * "120 % women" cannot be; "then 60 %" afterwards is about it, although nothing of it was done: the
 * message that failed, with the new number in the place of the old one.
 */
final class Corrected {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}0-9])[0-9]+(?:[.,][0-9]+)?");
    private static final Pattern LONG = Pattern.compile("\\p{L}{5,}");
    private static final int LONGEST = 40;

    private Corrected() {}

    /**
     * The message to read instead; empty if this is no correction.
     *
     * @param heard the conversation with the message at its end
     */
    static Optional<String> of(Conversation heard, String message, Reader reader) {
        int size = heard.messages().size();
        Optional<String> number = only(message);
        if (size < 2 || number.isEmpty() || message.length() > LONGEST) {
            return Optional.empty();
        }
        String failed = heard.messages().get(size - 2);
        boolean bare = BareAmount.of(message, heard.language()).isPresent();
        if (!bare && !about(failed, message)) {
            return Optional.empty();
        }
        Reading reading = reader.read(failed, heard.spec(), heard.language());
        List<Problem> problems =
                reading instanceof Reading.NotUnderstood n ? n.problems() : List.of();
        if (problems.size() != 1 || !failed.contains(problems.get(0).where())) {
            return Optional.empty();
        }
        String where = problems.get(0).where();
        return only(where)
                .map(old -> failed.replace(where, where.replace(old, number.get())))
                .filter(mended -> !mended.equals(failed));
    }

    /** Whether it names what failed and nothing else: "creatinine and potassium at 0.5". */
    private static boolean about(String failed, String message) {
        List<String> names =
                LONG.matcher(message.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        return !names.isEmpty()
                && names.stream().allMatch(failed.toLowerCase(Locale.ROOT)::contains);
    }

    /** The one number of a text. */
    private static Optional<String> only(String text) {
        Matcher m = NUMBER.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        String first = m.group();
        return m.find() ? Optional.empty() : Optional.of(first);
    }
}
