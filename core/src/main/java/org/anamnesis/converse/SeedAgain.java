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

    /** "set it to 4242" behind "which seed is set?". */
    private static final Pattern SET =
            Pattern.compile(
                    "(?i)(?:(?:ok(?:ay)?|then|please|and|now|so|well|thanks|good)[,. ]+)*(?:can you |could you )?(?:set|make|change|use|take|put|pin|fix|let)"
                            + "(?: (?:it|that|this|one))?(?: be)?(?: to| at| on| as| with)? ([0-9]{1,18})(?: (?:please|then|instead|now))*[.! ]*");

    private static final Pattern ASKED =
            Pattern.compile(
                    "(?is).*\\b(?:seed|random number|startwert|semilla|graine)\\b.*|.*随机种子.*");

    /** A number alone so far from the seed before may be a number of patients. */
    private static final long NEAR = 10;

    private SeedAgain() {}

    /** Whether the message before was about the seed and changed nothing. */
    private static boolean spokenOf(Conversation heard) {
        int last = heard.messages().size() - 2;
        return last >= 0
                && !heard.messages().get(last).equals(heard.now().message())
                && ASKED.matcher(heard.messages().get(last)).matches();
    }

    /**
     * @param heard the conversation with the message at its end
     */
    static List<Edit> of(Conversation heard, String message) {
        List<Version> line = heard.line();
        Matcher said = NUMBER.matcher(message.strip());
        Matcher set = SET.matcher(message.strip());
        if (set.matches() && spokenOf(heard)) {
            return List.of(new Edit.SetSeed(Long.parseLong(set.group(1))));
        }
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
