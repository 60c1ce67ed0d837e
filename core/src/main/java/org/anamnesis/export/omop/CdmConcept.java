package org.anamnesis.export.omop;

import org.anamnesis.code.CodeSystem;

/**
 * A concept of OHDSI's vocabularies: its id was seen in repositories of OHDSI or stands in a
 * vocabulary of the user; none is recalled.
 *
 * @param vocabulary as OHDSI names it: {@code SNOMED}, {@code LOINC}, {@code RxNorm}, {@code UCUM}
 * @param standard {@code S}, or {@code N} for one that is not, empty if nobody said
 * @param mapsTo ids of the standard concepts of one that is not, separated by {@code ;}
 * @param kind its class, {@code Undefined} where that was not seen
 * @param from first day on which it is valid, ISO 8601
 * @param to last one
 */
public record CdmConcept(
        String vocabulary,
        String code,
        int id,
        String name,
        String domain,
        String standard,
        String mapsTo,
        String kind,
        String from,
        String to) {
    /** Nothing in this vocabulary is known by its id. */
    static final int NONE = 0;

    /** The dates that OHDSI gives to a concept without dates of its own. */
    private static final String FOREVER_FROM = "1970-01-01";

    private static final String FOREVER_TO = "2099-12-31";

    /** One whose class and dates were not seen. */
    static CdmConcept of(
            String vocabulary,
            String code,
            int id,
            String name,
            String domain,
            String standard,
            String mapsTo) {
        return new CdmConcept(
                vocabulary,
                code,
                id,
                name,
                domain,
                standard,
                mapsTo,
                "Undefined",
                FOREVER_FROM,
                FOREVER_TO);
    }

    static CdmConcept seen(String line) {
        String[] f = line.split("\t", -1);
        return of(f[0], f[1], Integer.parseInt(f[2]), f[3], f[4], f[5], f[6]);
    }

    static String key(String vocabulary, String code) {
        return vocabulary + " " + code;
    }

    String key() {
        return key(vocabulary, code);
    }

    CdmConcept withMapsTo(String ids) {
        return new CdmConcept(vocabulary, code, id, name, domain, standard, ids, kind, from, to);
    }

    /** OHDSI's name of a code system. */
    static String vocabulary(CodeSystem system) {
        return switch (system) {
            case LOINC -> "LOINC";
            case SNOMED_CT -> "SNOMED";
            case ICD_10_CM -> "ICD10CM";
            case RXNORM -> "RxNorm";
            case CVX -> "CVX";
        };
    }

    /** The id to file it under: its own, or the one standard concept that it maps to, else 0. */
    int standardId() {
        if (!standard.equals("N")) {
            return id;
        }
        return mapsTo.isEmpty() || mapsTo.contains(";") ? NONE : Integer.parseInt(mapsTo);
    }
}
