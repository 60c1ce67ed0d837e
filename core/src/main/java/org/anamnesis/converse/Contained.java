package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Courtesy;
import org.anamnesis.interpret.FollowUp;
import org.anamnesis.interpret.Language;
import org.anamnesis.spec.CohortSpec;

/** "is sodium included?", "do I get HbA1c?": whether an observation is written. */
final class Contained {
    private static final Pattern ASKS =
            Pattern.compile(
                    "(?:and |but |so |also )*(?:is|are|isn'?t|aren'?t|will|does|do|did|have|has|was|were) .*");
    private static final Pattern INSIDE =
            Pattern.compile(
                    ".*\\b(?:included?|contain(?:s|ed)?|in (?:there|it|here|this)|covered|already there|present"
                            + "|(?:in|on|among|part of|one of) (?:the|my|our|this|these|those) (?:list|files?|output|data ?set"
                            + "|data|set|cohort|tables?|columns?|panel|observations?|variables?|labs?|measurements?)"
                            + "|be (?:measured|recorded|written|reported)|(?:i|we) (?:get|have|see))\\b.*");

    /** Ask for figures, or of the survey. */
    private static final Pattern OTHER =
            Pattern.compile(
                    ".*(?:[0-9]|\\b(?:mean|average|median|normal|share|proportion|percentage|percent|how|why|what|which"
                            + "|nhanes|survey|missing|correlat\\p{L}*|guideline|sources?)\\b).*");

    private static final int LONGEST = 100;

    private Contained() {}

    /**
     * Empty if the message is no such question.
     *
     * @param heard the conversation with the message at its end
     */
    static Optional<Answer> of(Conversation heard, String message, World world) {
        List<Concept> named = observations(message);
        if (named.isEmpty() || !(asks(message, heard.language()) || goesOn(heard, message))) {
            return Optional.empty();
        }
        CohortSpec spec = heard.spec();
        List<String> there = world.observations(spec);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (Concept c : named) {
            lines.add(
                    there.contains(c.id())
                            ? "%s is among the observations".formatted(c.name())
                            : "%s is not among the observations; \"add %s\" puts it there"
                                    .formatted(c.name(), c.name()));
        }
        return Optional.of(
                new Answer(
                        lines.get(0) + ".",
                        more(lines, spec),
                        Typed.object("kind", "contained", "observations", there)));
    }

    private static List<String> more(List<String> lines, CohortSpec spec) {
        List<String> more = new ArrayList<>(lines.subList(1, lines.size()));
        more.add("asked at present: " + Understood.words(spec.observations()));
        return more;
    }

    private static boolean asks(String message, Language likely) {
        String plain =
                Language.english(Courtesy.without(message), likely)
                        .toLowerCase(Locale.ROOT)
                        .strip();
        boolean question = plain.endsWith("?") || plain.matches("(?:is|are|will|does) .*");
        return question
                && plain.length() <= LONGEST
                && ASKS.matcher(plain).matches()
                && INSIDE.matcher(plain).matches()
                && !OTHER.matcher(plain).matches();
    }

    /** "and potassium?", after such a question. */
    private static boolean goesOn(Conversation heard, String message) {
        int before = heard.messages().size() - 2;
        return before >= 0
                && FollowUp.opens(message)
                && !OTHER.matcher(message.toLowerCase(Locale.ROOT).replace("what about", ""))
                        .matches()
                && asks(heard.messages().get(before), heard.language());
    }

    /** What the message names, if all of it is observations. */
    private static List<Concept> observations(String message) {
        List<Concept> all =
                Vocabulary.bundled().find(message).stream().map(m -> m.concept()).toList();
        boolean only = all.stream().allMatch(c -> c.kind() == Concept.Kind.OBSERVATION);
        return only ? all.stream().distinct().toList() : List.of();
    }
}
