package org.anamnesis.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small vocabulary as OHDSI's Athena gives them out: cells set apart by tabs, none quoted, days
 * as 20991231. Its ids are of the range that OHDSI leaves to everyone (above two thousand million),
 * so that none is invented.
 */
public final class SmallAthena {
    public static final String CONCEPTS =
            "concept_id\tconcept_name\tdomain_id\tvocabulary_id\tconcept_class_id\tstandard_concept\tconcept_code\tvalid_start_date\tvalid_end_date\tinvalid_reason\n";
    public static final String RELATIONSHIPS =
            "concept_id_1\tconcept_id_2\trelationship_id\tvalid_start_date\tvalid_end_date\tinvalid_reason\n";
    public static final String VOCABULARIES =
            "vocabulary_id\tvocabulary_name\tvocabulary_reference\tvocabulary_version\tvocabulary_concept_id\n";

    /** C-peptide, which is not among the verified concepts. */
    public static final String C_PEPTIDE = "1986-9";

    /** What C-peptide is here. */
    public static final int ID = 2_000_000_001;

    public static final String VERSION = "v5.0 30-AUG-24";

    private SmallAthena() {}

    /**
     * @param folder is made
     */
    public static Path in(Path folder) throws IOException {
        Files.createDirectory(folder);
        Files.writeString(
                folder.resolve("CONCEPT.csv"),
                CONCEPTS
                        + ID
                        + "\tC peptide, \"fasting\"\tMeasurement\tLOINC\tLab Test\tS\t1986-9\t19700101\t20991231\t\n"
                        + "2000000003\tnot asked\tDrug\tRxNorm\tIngredient\tS\tnone\t19700101\t20991231\t\n");
        Files.writeString(folder.resolve("CONCEPT_RELATIONSHIP.csv"), RELATIONSHIPS);
        Files.writeString(
                folder.resolve("VOCABULARY.csv"),
                VOCABULARIES
                        + "LOINC\tLogical Observation Identifiers Names and Codes (Regenstrief Institute)\thttp://loinc.org\tLOINC 2.77\t44819102\n"
                        + "None\tOMOP Standardized Vocabularies\tOMOP generated\t"
                        + VERSION
                        + "\t44819096\n");
        return folder;
    }
}
