package org.anamnesis.export.omop;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Concepts by their codes and ids: those seen in repositories of OHDSI, and what a vocabulary of
 * the user adds to them. What was seen stays.
 */
public interface Vocabulary {
    /** What was seen in repositories of OHDSI, and nothing else. */
    Vocabulary SEEN =
            Known.of(
                    "none",
                    Stream.of("concepts.tsv", "concepts_records.tsv")
                            .flatMap(file -> CdmLayout.lines(file).stream())
                            .map(CdmConcept::seen)
                            .toList());

    /** A concept by OHDSI's name of its code system and its code. */
    Optional<CdmConcept> find(String vocabulary, String code);

    /** What an id stands for. */
    Optional<CdmConcept> find(int id);

    /** Its version as OHDSI writes it; {@code none} if no vocabulary was loaded. */
    String version();

    /** What was seen, and these where an id of a standard concept was not. */
    static Vocabulary completed(Collection<CdmConcept> more, String version) {
        Map<String, CdmConcept> all = new HashMap<>(((Known) SEEN).byCode);
        for (CdmConcept c : more) {
            all.merge(c.key(), c, (seen, added) -> seen.standardId() == 0 ? added : seen);
        }
        return Known.of(version, all.values());
    }

    /** Concepts held in memory. */
    record Known(String version, Map<String, CdmConcept> byCode, Map<Integer, CdmConcept> byId)
            implements Vocabulary {
        private static Known of(String version, Collection<CdmConcept> concepts) {
            return new Known(
                    version,
                    concepts.stream().collect(toMap(CdmConcept::key, Function.identity())),
                    concepts.stream()
                            .collect(toMap(CdmConcept::id, Function.identity(), (a, b) -> a)));
        }

        @Override
        public Optional<CdmConcept> find(String vocabulary, String code) {
            return Optional.ofNullable(byCode.get(CdmConcept.key(vocabulary, code)));
        }

        @Override
        public Optional<CdmConcept> find(int id) {
            return Optional.ofNullable(byId.get(id));
        }
    }
}
