package org.anamnesis.interpret;

import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;

/**
 * "24 to 28 weeks", "from week 30 on", "third trimester": of people who are pregnant, how far they
 * are.
 */
final class Gestation {
    private static final String PREGNANCY = "gestational-diabetes";
    private static final String AGE = "gestational_age";
    private static final Idioms WORDS = Idioms.of("gestation.tsv");

    private Gestation() {}

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        boolean there =
                current.condition().filter(PREGNANCY::equals).isPresent()
                        || s.named().stream().anyMatch(n -> n.concept().id().equals(PREGNANCY));
        boolean named =
                s.named().stream()
                        .anyMatch(
                                n ->
                                        n.is(Concept.Kind.OBSERVATION)
                                                && n.concept().id().equals(AGE));
        return there && !named ? WORDS.exchanged(s, false, vocabulary) : s;
    }
}
