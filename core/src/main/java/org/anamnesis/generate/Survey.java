package org.anamnesis.generate;

import static org.anamnesis.generate.SurveyColumn.category;
import static org.anamnesis.generate.SurveyColumn.flag;
import static org.anamnesis.generate.SurveyColumn.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of the census as NHANES has them, in the order in which they are drawn: who somebody
 * is, then diabetes and the body, then the large laboratory panels, then diagnoses, then drugs.
 */
final class Survey {
    private Survey() {}

    /** Drawn first, all at once. */
    static final List<SurveyColumn> WHO =
            List.of(
                    number("age", "a", 0, "age"),
                    category("sex", "sex", "female", "female", "male", "male"),
                    category(
                            "race_ethnicity",
                            "race_eth",
                            "Mexican American",
                            "Mexican American",
                            "Other Hispanic",
                            "Other Hispanic",
                            "NH White",
                            "NH White",
                            "NH Black",
                            "NH Black",
                            "NH Asian",
                            "NH Asian",
                            "Other/Multi",
                            "Other/Multi"));

    static final List<SurveyColumn> ADULT_BASE =
            List.of(
                    category(
                            "education",
                            "education",
                            "below 9th grade",
                            "<9th grade",
                            "9th to 11th grade",
                            "9-11th grade",
                            "high school",
                            "High school/GED",
                            "some college",
                            "Some college/AA",
                            "college graduate",
                            "College graduate"),
                    number("income_poverty_ratio", "{ratio}", 2, "income_poverty_ratio"),
                    category("insurance", "insured", "uninsured", "0", "insured", "1"),
                    category(
                            "smoking", "smoker", "never", "never", "former", "former", "current",
                            "current"),
                    category(
                            "diabetes",
                            "diabetes",
                            "none",
                            "none",
                            "type 1",
                            "type 1",
                            "type 2",
                            "type 2"),
                    number("diabetes_duration", "a", 0, "dm_duration_y").onlyIf("diabetes", 1, 2),
                    flag("insulin_now", "insulin_now").onlyIf("diabetes", 1, 2),
                    flag("glucose_pills_now", "dm_pills_now").onlyIf("diabetes", 1, 2),
                    number("height", "cm", 1, "height_cm"),
                    number("weight", "kg", 1, "weight_kg"),
                    number("waist", "cm", 1, "waist_cm"),
                    number("hba1c", "%", 1, "hba1c"),
                    number("glucose", "mg/dL", 0, "glucose_serum"),
                    number("glucose_fasting", "mg/dL", 0, "glucose_fasting"),
                    number("insulin", "u[IU]/mL", 1, "insulin_fasting"),
                    flag("bp_medication", "bp_med_sr"),
                    number("sbp", "mm[Hg]", 0, "sbp"),
                    number("dbp", "mm[Hg]", 0, "dbp"),
                    number("heart_rate", "/min", 0, "pulse"),
                    flag("cholesterol_medication", "chol_med_sr"),
                    number("total_chol", "mg/dL", 0, "total_chol"),
                    number("hdl", "mg/dL", 0, "hdl"),
                    number("triglycerides", "mg/dL", 0, "triglycerides"),
                    number("creatinine", "mg/dL", 2, "creatinine"),
                    number("bun", "mg/dL", 0, "bun"),
                    number("uacr", "mg/g", 1, "uacr"),
                    number("uric_acid", "mg/dL", 1, "uric_acid"),
                    number("alt", "U/L", 0, "alt"),
                    number("ast", "U/L", 0, "ast"),
                    number("ggt", "U/L", 0, "ggt"),
                    number("alp", "U/L", 0, "alp"),
                    number("bilirubin", "mg/dL", 1, "bilirubin_total"),
                    number("albumin", "g/dL", 1, "albumin"),
                    number("total_protein", "g/dL", 1, "total_protein"),
                    number("sodium", "mmol/L", 0, "sodium"),
                    number("potassium", "mmol/L", 1, "potassium"),
                    number("chloride", "mmol/L", 0, "chloride"),
                    number("bicarbonate", "mmol/L", 0, "bicarbonate"),
                    number("calcium", "mg/dL", 1, "calcium"),
                    number("phosphate", "mg/dL", 1, "phosphate"),
                    number("iron", "ug/dL", 0, "iron"),
                    number("ldh", "U/L", 0, "ldh"),
                    number("ck", "U/L", 0, "ck"),
                    number("hemoglobin", "g/dL", 1, "hemoglobin"),
                    number("rdw", "%", 1, "rdw"),
                    number("platelets", "10*3/uL", 0, "platelets"),
                    number("neutrophils", "10*3/uL", 1, "neutrophils"),
                    number("lymphocytes", "10*3/uL", 1, "lymphocytes"),
                    number("wbc", "10*3/uL", 1, "wbc"),
                    number("rbc", "10*6/uL", 2, "rbc"),
                    number("mcv", "fL", 1, "mcv"),
                    number("hscrp", "mg/L", 1, "crp"),
                    number("phq9", "{score}", 0, "phq9"),
                    flag("mi", "mi"),
                    flag("chd", "chd"),
                    flag("angina", "angina"),
                    flag("stroke", "stroke"),
                    flag("heart-failure", "heart_failure"),
                    flag("hypertension_told", "htn_told"),
                    flag("cholesterol_told", "chol_told"),
                    flag("prediabetes_told", "prediabetes_told"),
                    flag("family_history_diabetes", "family_history_dm"),
                    flag("retinopathy_told", "retinopathy_told").onlyIf("diabetes", 1, 2),
                    number("cigarettes_per_day", "/d", 0, "cigs_per_day").onlyIf("smoking", 2),
                    number("drinks_per_drinking_day", "{count}", 0, "drinks_per_drinking_day"),
                    category(
                            "general_health",
                            "general_health_1best_5worst",
                            "excellent",
                            "1",
                            "very good",
                            "2",
                            "good",
                            "3",
                            "fair",
                            "4",
                            "poor",
                            "5"),
                    flag("pregnant", "pregnant").onlyIf("sex", 0));

    /**
     * Asked in 2017-2018 alone here: learned from its people given the columns above, who never
     * enter the base.
     */
    static final List<SurveyColumn> ADULT_2017 =
            List.of(
                    flag("asthma", "asthma_current"),
                    flag("copd", "copd_any"),
                    flag("arthritis", "arthritis"),
                    flag("rheumatoid-arthritis", "rheumatoid_arthritis"),
                    flag("thyroid_disease", "thyroid"),
                    flag("liver_disease", "liver_condition"),
                    category(
                            "cancer",
                            "cancer",
                            "none",
                            "none",
                            "breast",
                            "breast",
                            "colorectal",
                            "colorectal",
                            "lung",
                            "lung",
                            "prostate",
                            "prostate",
                            "other",
                            "other"),
                    number("vitamin_d", "ng/mL", 1, "vitamin_d").times(1 / 2.496));

    /** Prescription drug classes, 2011-2014: learned from its people given the columns above. */
    static final List<SurveyColumn> ADULT_DRUGS =
            Stream.of(
                            "metformin",
                            "sulfonylurea",
                            "glitazone",
                            "dpp4_inhibitor",
                            "glp1_ra",
                            "sglt2_inhibitor",
                            "insulin",
                            "glinide",
                            "statin",
                            "ezetimibe",
                            "fibrate",
                            "ace_inhibitor",
                            "arb",
                            "beta_blocker",
                            "ccb",
                            "thiazide",
                            "loop_diuretic",
                            "mra",
                            "clopidogrel",
                            "warfarin",
                            "doac",
                            "aspirin_rx",
                            "levothyroxine",
                            "ppi",
                            "ssri_snri",
                            "bupropion",
                            "gabapentinoid",
                            "albuterol",
                            "inhaled_steroid",
                            "lama",
                            "montelukast",
                            "opioid",
                            "allopurinol",
                            "bisphosphonate",
                            "methotrexate",
                            "donepezil",
                            "antiepileptic")
                    .map(d -> flag("drug_" + d, "drug_" + d))
                    .toList();

    static final List<SurveyColumn> CHILD_BASE =
            List.of(
                    number("income_poverty_ratio", "{ratio}", 2, "income_poverty_ratio"),
                    number("height", "cm", 1, "height_cm"),
                    number("weight", "kg", 1, "weight_kg"),
                    number("waist", "cm", 1, "waist_cm"),
                    number("sbp", "mm[Hg]", 0, "sbp"),
                    number("dbp", "mm[Hg]", 0, "dbp"),
                    number("heart_rate", "/min", 0, "pulse"),
                    number("hba1c", "%", 1, "hba1c"),
                    number("glucose", "mg/dL", 0, "glucose_serum"),
                    number("total_chol", "mg/dL", 0, "total_chol"),
                    number("hdl", "mg/dL", 0, "hdl"),
                    number("creatinine", "mg/dL", 2, "creatinine"),
                    number("alt", "U/L", 0, "alt"),
                    number("ast", "U/L", 0, "ast"),
                    number("hemoglobin", "g/dL", 1, "hemoglobin"),
                    number("platelets", "10*3/uL", 0, "platelets"),
                    flag("diabetes_told", "dm_diagnosed"));

    static final List<SurveyColumn> CHILD_2017 = List.of(flag("asthma", "asthma_current"));

    static List<String> names(List<SurveyColumn> columns) {
        return columns.stream().map(c -> c.variable().name()).toList();
    }

    @SafeVarargs
    static List<SurveyColumn> join(List<SurveyColumn>... parts) {
        List<SurveyColumn> all = new ArrayList<>();
        for (List<SurveyColumn> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
