package org.anamnesis.converse;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.ChosenWords;
import org.anamnesis.interpret.Intent;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.TalkWords;
import org.anamnesis.spec.CohortSpec;

/**
 * A message with a remark at one end: "That's a bit harsh. Lower it to at least 5.", "the one
 * before was wrong: within the last 4 years". The remark is left out where the rest alone is
 * understood whole.
 *
 * @param rest what is read
 * @param remark what is not
 */
record Remarked(String rest, String remark) {
    private static final Pattern BOUND = Pattern.compile("[.!;:,…]+\\s+|\\s+[—–-]\\s+");

    private static final Pattern STOP = Pattern.compile("[.!…]+\\s+");

    /** Might change what the rest means. */
    private static final Pattern MEANS =
            Pattern.compile(
                    "(?i).*(?:[0-9]|\\b(?:no|not|never|without|except|only|but|all|none|nobody|everyone|if|unless|or|half"
                            + "|instead|than|just|also|both|other|[a-z]+n't|more|fewer|same|like|as|those|who|whose|from|with)\\b).*");

    private static final int LONGEST = 200;

    /** Empty if there is no such remark. */
    static Optional<Remarked> of(
            String message, Understood whole, CohortSpec before, Reader reader, Language likely) {
        boolean noise =
                !whole.problems().isEmpty()
                        && whole.problems().stream()
                                .allMatch(p -> p.code().equals("request.noise"));
        boolean left = whole.problems().isEmpty() && !whole.notUsed().isEmpty();
        if (!(left || noise) || message.length() > LONGEST || before.equals(CohortSpec.DEFAULT)) {
            return Optional.empty();
        }
        Matcher bound = (noise ? BOUND : STOP).matcher(message); // "of smoking: 30 %" is a topic
        while (bound.find()) {
            String first = message.substring(0, bound.start());
            String second = message.substring(bound.end());
            for (Remarked r :
                    new Remarked[] {new Remarked(second, first), new Remarked(first, second)}) {
                if (r.fits(whole, before, reader, likely)) {
                    return Optional.of(r);
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(Understood whole, CohortSpec before, Reader reader, Language likely) {
        boolean nothing =
                !MEANS.matcher(remark).matches()
                        && !remark.isBlank()
                        && Vocabulary.bundled().find(remark).isEmpty()
                        && Set.of(ChosenWords.COUNT).containsAll(ChosenWords.subjects(remark))
                        && TalkWords.read(remark, Set.of(), likely)
                                .filter(i -> !(i instanceof Intent.Thanks))
                                .isEmpty()
                        && reader.read(remark, before, likely) instanceof Reading.NotUnderstood n
                        && n.edits().isEmpty();
        return nothing
                && reader.read(rest, before, likely) instanceof Reading.Understood u
                && !u.edits().isEmpty()
                && u.ignored().isEmpty()
                && u.questions().isEmpty()
                && whole.edits().size() <= u.edits().size();
    }
}
