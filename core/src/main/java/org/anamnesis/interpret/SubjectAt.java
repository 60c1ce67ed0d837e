package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.Criterion;

/**
 * What can be asked about and is named at some place: ages, a category of people, an observation, a
 * condition, a drug.
 *
 * @param id as {@code Edit.Forget} calls it
 * @param to one past its last token
 * @param category who was named, if a category was
 */
record SubjectAt(String id, int to, Optional<Criterion.CategoryIn> category) {
    /** Single words for what is no concept. */
    static final Map<String, String> VARIABLES = variables();

    private static Map<String, String> variables() {
        Map<String, String> all = new HashMap<>(MatchWords.VARIABLES);
        all.putAll(
                Map.of(
                        "races", "race_ethnicity",
                        "ethnicities", "race_ethnicity",
                        "smoker", "smoking",
                        "smokers", "smoking",
                        "duration", OnsetWords.DURATION,
                        "region", "region",
                        "regions", "region"));
        return Map.copyOf(all);
    }

    /** The longest that begins at the token. */
    static Optional<SubjectAt> of(Sentence s, int i) {
        if (s.like(i, "ages?")) {
            return Optional.of(new SubjectAt("age", i + 1, Optional.empty()));
        }
        Optional<SubjectAt> longest = Optional.empty();
        for (Concept.Kind kind : Concept.Kind.values()) {
            Optional<Sentence.Named> n = s.namedAt(i, kind);
            if (n.isPresent() && longest.filter(l -> l.to() >= n.get().to()).isEmpty()) {
                longest =
                        Optional.of(
                                new SubjectAt(
                                        n.get().concept().id(), n.get().to(), Optional.empty()));
            }
        }
        if (longest.isPresent()) {
            return longest;
        }
        for (CategoryWords.Place p : CategoryWords.places(s)) {
            if (p.from() == i) {
                return Optional.of(
                        new SubjectAt(p.asked().variable(), p.to(), Optional.of(p.asked())));
            }
        }
        return Optional.ofNullable(VARIABLES.get(s.word(i)))
                .map(v -> new SubjectAt(v, i + 1, Optional.empty()));
    }
}
