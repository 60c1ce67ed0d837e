package org.anamnesis.converse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/** "and with 13" after "once more with seed 12": the number is another seed. */
final class SeedAgain {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?i)((?:(?:and|now|then|also|again|ok|okay|next|once more|one more|please|another|try)[, ]+)+"
                            + "(?:with|for|as|using|at)?|with|using)?\\s*([0-9]{1,9})"
                            + "(?:[, ]+(?:please|now|then|too|again|as well|instead|next))*[.! ]*");

    /** A number alone so far from the seed before may be a number of patients. */
    private static final long NEAR = 10;

    private SeedAgain() {}

    /**
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message) {
        List<Version> line = heard.line();
        Matcher said = NUMBER.matcher(message.strip());
        if (line.size() < 3 || !said.matches()) {
            return List.of();
        }
        CohortSpec before = line.get(line.size() - 2).spec();
        CohortSpec now = heard.spec();
        boolean seed = now.seed() != before.seed() && now.withSeed(before.seed()).equals(before);
        long next = Long.parseLong(said.group(2));
        boolean bare = said.group(1) == null && Math.abs(next - now.seed()) > NEAR;
        return seed && !bare ? List.of(new Edit.SetSeed(next)) : List.of();
    }
}
