package org.anamnesis.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.cohort.Field;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Marginal;

/**
 * Where one column comes from.
 *
 * @param field the column
 * @param sources ids
 * @param population whose values its distribution describes, empty if not known
 * @param period years, empty if not known
 * @param n persons behind the published distribution
 * @param trust how far it was checked
 */
record Origin(
        Field field,
        List<String> sources,
        String population,
        String period,
        OptionalLong n,
        Trust trust) {
    static Origin of(Field field, Dossier dossier) {
        Trust trust =
                Trust.weakest(
                        field.sources().stream()
                                .map(id -> Trust.of(id, dossier.sources().apply(id)))
                                .toList());
        Optional<Marginal> published =
                dossier.evaluation().numbers().stream()
                        .filter(f -> f.field().equals(field))
                        .findFirst()
                        .flatMap(f -> f.published())
                        .filter(p -> field.sources().contains(p.source()));
        if (published.isPresent()) {
            Marginal p = published.get();
            return new Origin(
                    field,
                    field.sources(),
                    p.population(),
                    p.period(),
                    p.n(),
                    Trust.weakest(List.of(trust, Trust.of(p.confidence()))));
        }
        Optional<ConditionEvidence.Microdata> microdata =
                trust == Trust.COMPUTED
                        ? dossier.condition().flatMap(ConditionEvidence::microdata)
                        : Optional.empty();
        return new Origin(
                field,
                field.sources(),
                microdata.map(ConditionEvidence.Microdata::population).orElse(""),
                microdata.map(ConditionEvidence.Microdata::period).orElse(""),
                OptionalLong.empty(),
                trust);
    }

    static List<Origin> all(Dossier dossier) {
        return dossier.header().fields().stream().map(f -> of(f, dossier)).toList();
    }
}
