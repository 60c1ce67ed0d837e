package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Comparison.Read;
import org.anamnesis.interpret.Comparison.Sign;

/** "between 0 and 12", "above 8 please": a limit of which it is not said what it limits. */
public final class BareRange {
    private BareRange() {}

    /** The observations that a message names, each once. */
    public static List<Concept> named(String message, Language likely) {
        return new Sentence(message, Vocabulary.bundled(), likely)
                .named().stream()
                        .filter(n -> n.is(Concept.Kind.OBSERVATION))
                        .map(Sentence.Named::concept)
                        .distinct()
                        .toList();
    }

    /**
     * The words of the limit; empty if the message names anything, or says that it means ages or
     * people.
     *
     * @param likely the language of a message that shows none
     */
    public static Optional<String> of(String message, Language likely) {
        var s = new Sentence(message, Vocabulary.bundled(), likely);
        if (!s.named().isEmpty() || !CategoryWords.places(s).isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < s.size(); i++) {
            Optional<Read> read = Comparison.at(s, i).filter(r -> r.sign() != Sign.NONE);
            if (read.isPresent()) {
                int to = read.get().to();
                boolean people = s.like(to, "years?|old") || Words.PERSONS.contains(s.word(to));
                return !people && FillerWords.alone(s, i, to)
                        ? Optional.of(s.quote(i, to))
                        : Optional.empty();
            }
            if (!JudgingWords.empty(s, i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
