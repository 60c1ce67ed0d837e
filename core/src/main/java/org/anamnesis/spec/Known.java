package org.anamnesis.spec;

import java.util.List;
import java.util.Map;

/** Names that a specification may use beside those of the catalogue. */
public final class Known {
    /** Years since diabetes was diagnosed: no observation, and yet a number that is asked for. */
    static final String DURATION = "diabetes_duration";

    public static final List<String> FORMATS =
            List.of("csv", "parquet", "fhir", "bundles", "omop", "omop-parquet");
    public static final List<String> ENGINES =
            List.of("trees", "copula", "gan", "diffusion", "autoregressive");

    /** Stages of chronic kidney disease, the only ones that a criterion can ask for. */
    static final List<String> CKD_STAGES = List.of("1", "2", "3", "3a", "3b", "4", "5");

    /** Levels of each category, as the reference population names them. */
    static final Map<String, List<String>> LEVELS =
            Map.of(
                    "sex",
                    List.of("female", "male"),
                    "race_ethnicity",
                    List.of(
                            "Mexican American",
                            "Other Hispanic",
                            "NH White",
                            "NH Black",
                            "NH Asian",
                            "Other/Multi"),
                    "smoking",
                    List.of("never", "former", "current"),
                    Regions.NAME,
                    Regions.ALL,
                    "insurance",
                    List.of("insured", "uninsured"),
                    "education",
                    List.of(
                            "below 9th grade",
                            "9th to 11th grade",
                            "high school",
                            "some college",
                            "college graduate"));

    /** Conditions that only one sex has, here. */
    static final Map<String, String> ONLY_SEX =
            Map.of("gestational-diabetes", "female", "prostate-cancer", "male");

    private Known() {}
}
