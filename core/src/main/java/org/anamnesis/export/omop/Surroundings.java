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

    /** The dates that OHDSI gives to a concept without dates of its own. */
    private static final String FOREVER_FROM = "1970-01-01";

    private static final String FOREVER_TO = "2099-12-31";

    private static final Map<String, String> CLINIC =
            Map.of(
                    "location_id", "1",
                    "location_source_value", "US",
                    "country_source_value", "United States of America");

    private static final CdmConcept NO_MATCH =
            new CdmConcept(
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
    static List<RowMaker> tables(CohortHeader header, boolean names) {
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
                                                        + " sources.md). No vocabulary was loaded:"
                                                        + " concept ids were seen in repositories"
                                                        + " of OHDSI, else 0",
                                        "source_release_date", end.toString(),
                                        "cdm_release_date", end.toString(),
                                        "cdm_version", "5.4",
                                        "cdm_version_concept_id", "0",
                                        "vocabulary_version", "none"))));
    }

    /**
     * The concepts in use, and 0 ("No matching concept", OHDSI Themis 11, CommonDataModel 348) for
     * what has none, so that every id refers to a row. Class and dates of a concept were not seen:
     * "Undefined", always valid.
     */
    static RowMaker concepts(Set<Integer> used) {
        return new FixedTable(
                "concept",
                Stream.concat(
                                Stream.of(NO_MATCH),
                                used.stream().flatMap(id -> CdmConcept.find(id).stream()))
                        .map(Surroundings::row)
                        .toList());
    }

    private static Map<String, String> row(CdmConcept c) {
        return Map.of(
                "concept_id", Integer.toString(c.id()),
                "concept_name", c.name(),
                "domain_id", c.domain(),
                "vocabulary_id", c.vocabulary(),
                "concept_class_id", "Undefined",
                "standard_concept", c.standard().equals("N") ? "" : c.standard(),
                "concept_code", c.code(),
                "valid_start_date", FOREVER_FROM,
                "valid_end_date", FOREVER_TO);
    }
}
