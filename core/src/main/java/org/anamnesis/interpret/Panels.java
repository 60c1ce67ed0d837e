package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;

/** Names of several observations together: "lipid panel", "kidney function". */
final class Panels {
    private static final Map<String, List<String>> PANELS =
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
                    Map.entry(
                            "liver panel",
                            List.of("alt", "ast", "ggt", "alp", "bilirubin", "albumin")),
                    Map.entry(
                            "liver tests",
                            List.of("alt", "ast", "ggt", "alp", "bilirubin", "albumin")),
                    Map.entry("lft", List.of("alt", "ast", "ggt", "alp", "bilirubin", "albumin")),
                    Map.entry("lfts", List.of("alt", "ast", "ggt", "alp", "bilirubin", "albumin")),
                    Map.entry("renal panel", List.of("creatinine", "egfr", "bun", "uacr")),
                    Map.entry("kidney panel", List.of("creatinine", "egfr", "bun", "uacr")),
                    Map.entry("kidney tests", List.of("creatinine", "egfr", "bun", "uacr")),
                    Map.entry("kidney values", List.of("creatinine", "egfr", "bun", "uacr")),
                    Map.entry("blood lipids", List.of("total_chol", "hdl", "ldl", "triglycerides")),
                    Map.entry("fbc", count()),
                    Map.entry("blood pressure", List.of("sbp", "dbp")),
                    Map.entry("bp", List.of("sbp", "dbp")));

    static final Phrases NAMES = new Phrases(PANELS.keySet());

    private Panels() {}

    static List<String> of(String name) {
        return PANELS.get(name);
    }

    private static List<String> vitals() {
        return List.of("sbp", "dbp", "heart_rate", "resp_rate", "temperature", "spo2");
    }

    private static List<String> count() {
        return List.of("hemoglobin", "hematocrit", "wbc", "rbc", "platelets");
    }
}
