package org.anamnesis.export.omop;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.export.RowMaker;

/**
 * Tables beside the patients: one plainly fictitious place of care, and where all of it is from.
 */
final class Surroundings {
    private static final String FICTITIOUS = "Fictitious clinic (synthetic data)";

    private static final Map<String, String> CLINIC =
            Map.of(
                    "location_id", "1",
                    "location_source_value", "US",
                    "country_source_value", "United States of America");

    private static final CdmConcept NO_MATCH =
            CdmConcept.of(
                    "None",
                    "No matching concept",
                    CdmConcept.NONE,
                    "No matching concept",
                    "Metadata",
                    "N",
                    "");

    private Surroundings() {}

    /**
     * @param names whether patients have addresses
     */
    static List<RowMaker> tables(CohortHeader header, boolean names, Vocabulary vocabulary) {
        boolean none = vocabulary == Vocabulary.SEEN;
        LocalDate end = header.indexDate();
        return List.of(
                names ? new Homes(CLINIC) : new FixedTable("location", List.of(CLINIC)),
                new FixedTable(
                        "care_site",
                        List.of(
                                Map.of(
                                        "care_site_id", "1",
                                        "care_site_name", FICTITIOUS,
                                        "location_id", "1",
                                        "care_site_source_value", "synthetic-clinic"))),
                new FixedTable(
                        "provider",
                        List.of(
                                Map.of(
                                        "provider_id", "1",
                                        "provider_name", "Fictitious physician (synthetic data)",
                                        "care_site_id", "1",
                                        "provider_source_value", "synthetic-physician"))),
                new FixedTable(
                        "cdm_source",
                        List.of(
                                Map.of(
                                        "cdm_source_name", "Anamnesis synthetic patients",
                                        "cdm_source_abbreviation", "Anamnesis",
                                        "cdm_holder", "none: synthetic data, no real patients",
                                        "source_description",
                                                "Synthetic patients made by Anamnesis (manifest.json,"
                                                        + " sources.md). "
                                                        + (none
                                                                ? "No vocabulary was loaded: concept ids were"
                                                                : "Concept ids are of the vocabulary, or were")
                                                        + " seen in repositories of OHDSI, else 0",
                                        "source_release_date", end.toString(),
                                        "cdm_release_date", end.toString(),
                                        "cdm_version", "5.4",
                                        "cdm_version_concept_id", "0",
                                        "vocabulary_version", cut(vocabulary.version())))));
    }

    /**
     * The concepts in use, and 0 ("No matching concept", OHDSI Themis 11, CommonDataModel 348) for
     * what has none, so that every id refers to a row.
     */
    static RowMaker concepts(Set<Integer> used, Vocabulary vocabulary) {
        return new FixedTable(
                "concept",
                Stream.concat(
                                Stream.of(NO_MATCH),
                                used.stream().flatMap(id -> vocabulary.find(id).stream()))
                        .map(Surroundings::row)
                        .toList());
    }

    /** The standard has room for 20 characters. */
    private static String cut(String version) {
        return version.substring(0, Math.min(20, version.length()));
    }

    private static Map<String, String> row(CdmConcept c) {
        return Map.of(
                "concept_id", Integer.toString(c.id()),
                "concept_name", c.name(),
                "domain_id", c.domain(),
                "vocabulary_id", c.vocabulary(),
                "concept_class_id", c.kind(),
                "standard_concept", c.standard().equals("N") ? "" : c.standard(),
                "concept_code", c.code(),
                "valid_start_date", c.from(),
                "valid_end_date", c.to());
    }
}
