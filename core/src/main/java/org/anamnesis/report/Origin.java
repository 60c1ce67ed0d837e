package org.anamnesis.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.cohort.Field;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.evidence.Provenance;

/**
 * Where one column, or one kind of entry of an EHR table, comes from.
 *
 * @param field the column
 * @param n persons behind the published distribution of just these values; empty if none is
 *     published
 * @param trust how far it was checked
 */
record Origin(Field field, OptionalLong n, Trust trust) {
    static Origin of(Field field, Dossier dossier) {
        Provenance made = field.provenance();
        if (made.asked()) {
            return new Origin(field, OptionalLong.empty(), Trust.ASKED);
        }
        Trust trust =
                Trust.weakest(
                        made.sources().stream()
                                .map(id -> Trust.of(id, dossier.sources().apply(id)))
                                .toList());
        Optional<Marginal> published =
                dossier.evaluation().numbers().stream()
                        .filter(f -> f.field().equals(field))
                        .findFirst()
                        .flatMap(f -> f.published())
                        .filter(p -> sameFigures(p, made));
        List<Trust> all =
                made.confidence().map(c -> List.of(trust, Trust.of(c))).orElse(List.of(trust));
        return new Origin(
                field, published.map(Marginal::n).orElse(OptionalLong.empty()), Trust.weakest(all));
    }

    /**
     * Whether a published distribution is of the same people, in the same years, by one of ours.
     */
    private static boolean sameFigures(Marginal published, Provenance made) {
        return made.sources().contains(published.source())
                && made.population().equals(published.population())
                && made.period().equals(published.period());
    }

    static List<Origin> all(Dossier dossier) {
        return dossier.header().fields().stream().map(f -> of(f, dossier)).toList();
    }

    List<String> sources() {
        return field.sources();
    }

    /** How it was made, with what nobody's figures support. */
    String how() {
        Provenance made = field.provenance();
        return inPartAssumed() ? made.how() + "; assumed: " + made.assumed() : made.how();
    }

    String population() {
        return field.provenance().population();
    }

    String period() {
        return years(field.provenance().period());
    }

    boolean inPartAssumed() {
        return trust != Trust.ASSUMED && !field.provenance().assumed().isEmpty();
    }

    /** Name of the table, without the ending that depends on the format. */
    String table() {
        if (field.analysis()) {
            return "cohort";
        }
        return switch (field.role()) {
            case CONDITION, DURATION -> "conditions";
            case MEDICATION -> "medications";
            case DEMOGRAPHIC -> "patients";
            case OBSERVATION -> "observations";
        };
    }

    /** What to look for in the table: a column, or the rows that tell of a condition or a drug. */
    String place() {
        if (field.analysis()) {
            return field.name();
        }
        return switch (field.role()) {
            case CONDITION -> "condition = " + field.id();
            case MEDICATION ->
                    "drug_class = " + field.concept().map(c -> c.name()).orElse(field.label());
            case OBSERVATION -> "observation = " + field.id();
            case DURATION -> "onset_date where condition = " + field.id();
            case DEMOGRAPHIC -> field.name();
        };
    }

    /** Years as people write them; the survey's own label of its last years is {@code Mar2020}. */
    static String years(String period) {
        return period.replace("Mar2020", "March 2020");
    }
}
