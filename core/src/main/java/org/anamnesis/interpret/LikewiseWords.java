package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Vocabulary;

/**
 * The message before once more, of something else: "and the BMI one" behind "drop the HbA1c limit",
 * "same for sodium" behind "5 % missing potassium".
 */
public final class LikewiseWords {
    private static final int LONGEST = 80;
    private static final Set<String> AROUND =
            Set.of(
                    ("and also plus the same for with to on in of as likewise ditto similarly too well"
                                    + " please one ones limit limits restriction target share range"
                                    + " criterion filter do it that now then again so my our but condition"
                                    + " requirement goes applies apply , . ! ? / — - oh yes part bit thing"
                                    + " a neither nor does either not mean average while youre at missingness gaps missing outliers spread"
                                    + " distribution shape values percentage rate amount level")
                            .split(" "));

    private LikewiseWords() {}

    /**
     * What the message is about, if it says nothing else.
     *
     * @param id as {@code Edit.Forget} calls it
     * @param alike whether it says that the same shall be done
     */
    public record Said(String id, boolean alike) {}

    public static Optional<Said> read(String message, Language likely) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        Sentence s = sentence(message, likely);
        Optional<SubjectAt> found = Optional.empty();
        boolean alike = false;
        boolean points = false;
        for (int i = 0; i < s.size(); ) {
            Optional<SubjectAt> here = SubjectAt.of(s, i);
            boolean one = s.english(i, i + 1).equalsIgnoreCase("one");
            if (here.isPresent()) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = here;
                i = here.get().to();
                continue;
            }
            if (!one && !AROUND.contains(s.word(i))) {
                return Optional.empty();
            }
            alike |= s.like(i, "same|likewise|ditto|similarly");
            points |= one || s.like(i, "and|also|too|well|plus|neither|nor|either");
            i++;
        }
        boolean same = alike;
        return alike || points ? found.map(f -> new Said(f.id(), same)) : Optional.empty();
    }

    /**
     * The message before with what this one names in the place of what it named; empty unless each
     * names one thing of the same kind.
     */
    public static Optional<String> instead(String before, String message, Language likely) {
        Sentence old = sentence(before, likely);
        Sentence now = sentence(message, likely);
        if (old.foreign() || now.foreign() || old.named().size() != 1 || now.named().size() != 1) {
            return Optional.empty();
        }
        Sentence.Named a = old.named().get(0);
        Sentence.Named b = now.named().get(0);
        if (a.concept().kind() != b.concept().kind()) {
            return Optional.empty();
        }
        String text = old.english();
        return Optional.of(
                text.substring(0, old.at(a.from()).start())
                        + now.english(b.from(), b.to())
                        + text.substring(old.at(a.to() - 1).end()));
    }

    private static Sentence sentence(String message, Language likely) {
        String text = Courtesy.without(MessageText.withoutControls(message));
        return new Sentence(text, Vocabulary.bundled(), likely);
    }
}
