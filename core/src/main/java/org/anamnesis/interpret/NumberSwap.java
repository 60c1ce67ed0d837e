package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;

/**
 * A message that says one number in the place of another and nothing else: "15 rather than 16", "a
 * fifth, not half", "did I say 25? I meant 35". What the old one was of is found by whoever knows
 * what is asked.
 *
 * @param old the number given up; of a fraction, in percent
 * @param now the number in its place
 * @param percent whether either is said to be a share
 */
public record NumberSwap(double old, double now, boolean percent) {
    private static final int LONGEST = 80;

    /** Words that only lead in or soften, besides those that carry nothing anywhere. */
    private static final String LEAD =
            "(?:(?:ok|okay|oh|sorry|hm+|ah|er+|um+|wait|no|well|actually|make|it|that|them|lets|let|us|please|only|just|rather|better"
                    + "|but|and|so|then|a|an|the|about|take|use|i|we|want|would|like|be|oops|moment|correction|typo|now|meant|mean|intended|was|should) )*";

    private static final String SAID =
            "(?:(?:did|have|had) )?(?:(?:i|we) )?(?:really |just )?(?:say|said|write|wrote|written|typed?|put|asked for|told you) ";
    private static final String MEANT =
            "(?:(?:but|and|sorry|oops|i|we|it|that) )*(?:meant|mean|wanted|want|should (?:be|read|say|have been)|is|make (?:it|that)|was meant to be) ";
    private static final String ONE =
            "# (?:(?:%|percent|years?|points?|patients|people|visits?) )?";

    /** Each with the place of the new number: first or second. */
    private static final List<Form> FORMS =
            List.of(
                    new Form(
                            ONE
                                    + "(?:(?:and|but) )?(?:instead of|rather than|in place of|not) (?:the )?"
                                    + ONE,
                            true),
                    new Form(
                            "(?:not|instead of|rather than|in place of) (?:the )?"
                                    + ONE
                                    + "(?:(?:but|please|make it|take|use|have|rather) )*"
                                    + ONE,
                            false),
                    new Form(
                            "(?:take|bring|move|change|turn|cut|raise|lower|reduce|drop|bump) (?:the |that |my )?"
                                    + ONE
                                    + "(?:(?:back|down|up) )?to "
                                    + ONE,
                            false),
                    new Form(ONE + "(?:> |-> |→ |=> |--> )" + ONE, false),
                    new Form(SAID + ONE + MEANT + "(?:a |an )?" + ONE, false),
                    new Form(
                            "(?:the |my |that )?"
                                    + ONE
                                    + "(?:should|was to|was meant to|ought to|has to) (?:have )?(?:be|been|read|say) "
                                    + ONE,
                            false));

    private record Form(Pattern pattern, boolean newFirst) {
        Form(String words, boolean newFirst) {
            this(
                    Pattern.compile(
                            LEAD
                                    + words
                                    + "(?:(?:please|then|instead|now|sorry|thanks|of them|of course) )*"),
                    newFirst);
        }
    }

    public static Optional<NumberSwap> of(String message, Language likely) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        Sentence s =
                new Sentence(
                        Courtesy.without(MessageText.withoutControls(message)),
                        Vocabulary.bundled(),
                        likely);
        StringBuilder words = new StringBuilder();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            boolean amount = s.at(i).number() || s.at(i).kind() == Token.Kind.FRACTION;
            if (amount) {
                numbers.add(i);
            }
            if (!s.like(i, "[,.;:!?—-]")) {
                words.append(amount ? "#" : s.word(i)).append(' ');
            }
        }
        if (numbers.size() != 2) {
            return Optional.empty();
        }
        double first = s.at(numbers.get(0)).doubleValue();
        double second = s.at(numbers.get(1)).doubleValue();
        boolean percent = numbers.stream().anyMatch(i -> share(s, i));
        for (Form form : FORMS) {
            Matcher m = form.pattern().matcher(words);
            if (m.matches()) {
                return Optional.of(
                        form.newFirst()
                                ? new NumberSwap(second, first, percent)
                                : new NumberSwap(first, second, percent));
            }
        }
        return Optional.empty();
    }

    private static boolean share(Sentence s, int i) {
        return s.at(i).kind() == Token.Kind.FRACTION || s.like(i + 1, "%|percent");
    }
}
