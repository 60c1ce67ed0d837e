package org.anamnesis.export;

import java.util.Optional;
import org.anamnesis.code.Concept;
import org.anamnesis.export.omop.Vocabulary;
import org.anamnesis.measure.Measurand;

/**
 * What an export may look up by id beyond what the cohort's fields carry: the codes of a drug's
 * ingredient, the reference range of a measurand.
 */
public interface Catalog {
    /** Knows nothing: code and range cells of the tables stay empty. */
    Catalog EMPTY =
            new Catalog() {
                @Override
                public Optional<Concept> concept(String id) {
                    return Optional.empty();
                }

                @Override
                public Optional<Measurand> measurand(String id) {
                    return Optional.empty();
                }
            };

    Optional<Concept> concept(String id);

    Optional<Measurand> measurand(String id);

    /** The concepts of OHDSI that are known by their ids. */
    default Vocabulary vocabulary() {
        return Vocabulary.SEEN;
    }
}
