package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;

/** Known conditions that the user's own name of a condition may mean. */
final class NearConditions {
    private NearConditions() {}

    /** Known conditions that the words may mean: nearly written so, or holding all of them. */
    static List<Concept> of(Vocabulary vocabulary, String words) {
        Optional<Concept> almost = vocabulary.almost(words, Concept.Kind.CONDITION);
        if (almost.isPresent()) {
            return List.of(almost.get());
        }
        if (vocabulary.almostBare(words)) {
            return vocabulary.nearest("diabetes mellitus", Concept.Kind.CONDITION, 2);
        }
        Set<String> wanted = split(words);
        return vocabulary.nearest(words, Concept.Kind.CONDITION, 2).stream()
                .filter(c -> split(c.name()).containsAll(wanted))
                .toList();
    }

    private static Set<String> split(String words) {
        return new HashSet<>(Arrays.asList(words.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    }
}
