package org.anamnesis.interpret;

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
    static final Map<String, String> VARIABLES =
            Map.ofEntries(
                    Map.entry("age", "age"),
                    Map.entry("ages", "age"),
                    Map.entry("sex", "sex"),
                    Map.entry("sexes", "sex"),
                    Map.entry("gender", "sex"),
                    Map.entry("genders", "sex"),
                    Map.entry("race", "race_ethnicity"),
                    Map.entry("races", "race_ethnicity"),
                    Map.entry("ethnicity", "race_ethnicity"),
                    Map.entry("ethnicities", "race_ethnicity"),
                    Map.entry("smoking", "smoking"),
                    Map.entry("smoker", "smoking"),
                    Map.entry("smokers", "smoking"),
                    Map.entry("insurance", "insurance"),
                    Map.entry("duration", OnsetWords.DURATION),
                    Map.entry("region", "region"),
                    Map.entry("regions", "region"),
                    Map.entry("education", "education"));

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
