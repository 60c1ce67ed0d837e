package org.anamnesis.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The census's drug classes: which column, which class concept, which ingredients of ours belong to
 * it.
 */
final class DrugColumns {
    /**
     * One drug class of the census.
     *
     * @param column yes/no column
     * @param label for people
     * @param concept id as the catalogue spells it: {@code class:ace-inhibitor}
     * @param ingredients their names
     * @param ids their concept ids
     */
    record DrugClass(
            String column,
            String label,
            String concept,
            List<String> ingredients,
            Set<String> ids) {
        boolean has(String ingredient) {
            return ids.contains(ingredient);
        }
    }

    private static final Map<String, DrugClass> BY_COLUMN = new LinkedHashMap<>();

    static {
        add("drug_metformin", "biguanide", "metformin");
        add("drug_sulfonylurea", "sulfonylurea", "glipizide", "glimepiride", "glyburide");
        add("drug_glitazone", "thiazolidinedione", "pioglitazone");
        add("drug_dpp4_inhibitor", "DPP-4 inhibitor", "sitagliptin", "linagliptin", "saxagliptin");
        add(
                "drug_glp1_ra",
                "GLP-1 receptor agonist",
                "liraglutide",
                "semaglutide",
                "dulaglutide",
                "exenatide");
        add(
                "drug_sglt2_inhibitor",
                "SGLT2 inhibitor",
                "empagliflozin",
                "dapagliflozin",
                "canagliflozin");
        add(
                "drug_insulin",
                "insulin",
                "insulin glargine",
                "insulin lispro",
                "insulin aspart",
                "insulin detemir",
                "insulin human");
        add(
                "drug_statin",
                "statin",
                "atorvastatin",
                "simvastatin",
                "rosuvastatin",
                "pravastatin",
                "lovastatin");
        add("drug_ezetimibe", "cholesterol absorption inhibitor", "ezetimibe");
        add("drug_fibrate", "fibrate", "fenofibrate", "gemfibrozil");
        add(
                "drug_ace_inhibitor",
                "ACE inhibitor",
                "lisinopril",
                "benazepril",
                "enalapril",
                "ramipril");
        add(
                "drug_arb",
                "ARB",
                "losartan",
                "valsartan",
                "olmesartan",
                "irbesartan",
                "telmisartan",
                "candesartan");
        add(
                "drug_beta_blocker",
                "beta blocker",
                "metoprolol",
                "atenolol",
                "carvedilol",
                "bisoprolol",
                "propranolol",
                "labetalol");
        add(
                "drug_ccb",
                "calcium channel blocker",
                "amlodipine",
                "diltiazem",
                "nifedipine",
                "verapamil");
        add(
                "drug_thiazide",
                "thiazide diuretic",
                "hydrochlorothiazide",
                "chlorthalidone",
                "indapamide");
        add("drug_loop_diuretic", "loop diuretic", "furosemide", "bumetanide", "torsemide");
        add("drug_mra", "mineralocorticoid antagonist", "spironolactone", "eplerenone");
        add("drug_clopidogrel", "antiplatelet", "clopidogrel");
        add("drug_warfarin", "vitamin K antagonist", "warfarin");
        add("drug_doac", "DOAC", "apixaban", "rivaroxaban", "dabigatran");
        add("drug_levothyroxine", "thyroid", "levothyroxine");
        add("drug_ppi", "PPI", "omeprazole", "pantoprazole");
        add(
                "drug_ssri_snri",
                "SSRI",
                "sertraline",
                "citalopram",
                "escitalopram",
                "fluoxetine",
                "paroxetine",
                "venlafaxine",
                "duloxetine");
        add("drug_bupropion", "antidepressant, other", "bupropion");
        add("drug_gabapentinoid", "anticonvulsant/neuropathic", "gabapentin", "pregabalin");
        add("drug_albuterol", "SABA", "albuterol");
        add("drug_inhaled_steroid", "ICS", "fluticasone", "budesonide");
        add("drug_lama", "LAMA", "tiotropium");
        add("drug_montelukast", "leukotriene antagonist", "montelukast");
        add("drug_allopurinol", "xanthine oxidase inhibitor", "allopurinol");
        add("drug_bisphosphonate", "bisphosphonate", "alendronate", "risedronate");
        add("drug_methotrexate", "csDMARD", "methotrexate");
        add("drug_donepezil", "cholinesterase inhibitor", "donepezil");
        add(
                "drug_antiepileptic",
                "antiepileptic",
                "levetiracetam",
                "lamotrigine",
                "topiramate",
                "valproate",
                "carbamazepine",
                "phenytoin");
    }

    private DrugColumns() {}

    private static void add(String column, String label, String... ingredients) {
        String plain = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Set<String> ids =
                Arrays.stream(ingredients)
                        .map(name -> name.replace(' ', '-'))
                        .collect(Collectors.toUnmodifiableSet());
        String concept = "class:" + plain.replaceAll("-$", "");
        BY_COLUMN.put(column, new DrugClass(column, label, concept, List.of(ingredients), ids));
    }

    static List<DrugClass> all() {
        return List.copyOf(BY_COLUMN.values());
    }

    /** Column that tells who takes a class, or the class that an ingredient belongs to. */
    static Optional<String> columnOf(String medication) {
        return BY_COLUMN.values().stream()
                .filter(d -> d.concept().equals(medication) || d.has(medication))
                .map(DrugClass::column)
                .findFirst();
    }

    /**
     * Whether it is one of several ingredients of a class, which the census does not tell apart.
     */
    static boolean oneOfSeveral(String medication) {
        return BY_COLUMN.values().stream()
                .anyMatch(d -> d.has(medication) && d.ingredients().size() > 1);
    }
}
