package org.anamnesis.export.omop;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anamnesis.code.CodeSystem;

/**
 * A concept of OHDSI's vocabularies whose id was seen in repositories of OHDSI; none is recalled.
 *
 * @param vocabulary as OHDSI names it: {@code SNOMED}, {@code LOINC}, {@code RxNorm}, {@code UCUM}
 * @param standard {@code S}, or {@code N} for one that is not, empty if nobody said
 * @param mapsTo ids of the standard concepts of one that is not, separated by {@code ;}
 */
record CdmConcept(
        String vocabulary,
        String code,
        int id,
        String name,
        String domain,
        String standard,
        String mapsTo) {
    private static final Map<String, CdmConcept> SEEN =
            Stream.of("concepts.tsv", "concepts_records.tsv")
                    .flatMap(file -> CdmLayout.lines(file).stream())
                    .map(CdmConcept::of)
                    .collect(toMap(c -> c.vocabulary + " " + c.code, Function.identity()));

    /** Nothing in this vocabulary is known by its id. */
    static final int NONE = 0;

    private static CdmConcept of(String line) {
        String[] f = line.split("\t", -1);
        return new CdmConcept(f[0], f[1], Integer.parseInt(f[2]), f[3], f[4], f[5], f[6]);
    }

    static Optional<CdmConcept> find(String vocabulary, String code) {
        return Optional.ofNullable(SEEN.get(vocabulary + " " + code));
    }

    /** What the id of a concept stands for. */
    static Optional<CdmConcept> find(int id) {
        return SEEN.values().stream().filter(c -> c.id == id).findFirst();
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
