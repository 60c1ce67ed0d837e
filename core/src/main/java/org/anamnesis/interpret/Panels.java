package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;

/** Observations that have one name together: "lipid panel", "vital signs". */
final class Panels {
    private static final Map<String, List<String>> GROUPS =
            Map.ofEntries(
                    Map.entry("lipid panel", List.of("total_chol", "hdl", "ldl", "triglycerides")),
                    Map.entry(
                            "lipid profile", List.of("total_chol", "hdl", "ldl", "triglycerides")),
                    Map.entry("lipids", List.of("total_chol", "hdl", "ldl", "triglycerides")),
                    Map.entry("kidney function", List.of("creatinine", "egfr", "bun", "uacr")),
                    Map.entry("renal function", List.of("creatinine", "egfr", "bun", "uacr")),
                    Map.entry("vital signs", vitals()),
                    Map.entry("vitals", vitals()),
                    Map.entry("blood count", count()),
                    Map.entry("complete blood count", count()),
                    Map.entry("full blood count", count()),
                    Map.entry("cbc", count()),
                    Map.entry("liver enzymes", List.of("alt", "ast", "ggt", "alp")),
                    Map.entry(
                            "liver function",
                            List.of("alt", "ast", "ggt", "alp", "bilirubin", "albumin")),
                    Map.entry(
                            "electrolytes",
                            List.of("sodium", "potassium", "chloride", "bicarbonate")),
                    Map.entry("blood pressure", List.of("sbp", "dbp")),
                    Map.entry("bp", List.of("sbp", "dbp")));

    /** Names of several observations together. */
    static final Phrases NAMES = new Phrases(GROUPS.keySet());

    private Panels() {}

    /** Column ids of a panel that {@link #NAMES} holds. */
    static List<String> of(String name) {
        return GROUPS.get(name);
    }

    private static List<String> vitals() {
        return List.of("sbp", "dbp", "heart_rate", "resp_rate", "temperature", "spo2");
    }

    private static List<String> count() {
        return List.of("hemoglobin", "hematocrit", "wbc", "rbc", "platelets");
    }
}
