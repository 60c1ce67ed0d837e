package org.anamnesis.code;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which of our conditions a published cohort definition is about, by plain terms in its name. The
 * table is written from the clinical names, not from the vocabulary.
 */
public final class PhenotypeNames {
    private static final Map<String, String> TERMS =
            Map.ofEntries(
                    Map.entry("type 2 diabetes", "type-2-diabetes"),
                    Map.entry("type 1 diabetes", "type-1-diabetes"),
                    Map.entry("gestational diabetes", "gestational-diabetes"),
                    Map.entry("essential hypertension", "hypertension"),
                    Map.entry("chronic kidney", "chronic-kidney-disease"),
                    Map.entry("end stage renal", "chronic-kidney-disease"),
                    Map.entry("heart failure", "heart-failure"),
                    Map.entry("coronary artery disease", "coronary-artery-disease"),
                    Map.entry("myocardial infarction", "coronary-artery-disease"),
                    Map.entry("angina", "coronary-artery-disease"),
                    Map.entry("atrial fib", "atrial-fibrillation"),
                    Map.entry("afib", "atrial-fibrillation"),
                    Map.entry("cerebrovascular accident", "stroke"),
                    Map.entry("ischemic stroke", "stroke"),
                    Map.entry("obstructive pulmonary", "copd"),
                    Map.entry("asthma", "asthma"),
                    Map.entry("obesity", "obesity"),
                    Map.entry("hyperlipidemia", "hyperlipidemia"),
                    Map.entry("depressi", "depression"),
                    Map.entry("breast cancer", "breast-cancer"),
                    Map.entry("lung cancer", "lung-cancer"),
                    Map.entry("colorectal cancer", "colorectal-cancer"),
                    Map.entry("adenocarcinoma of the colon", "colorectal-cancer"),
                    Map.entry("adenocarcinoma of colon", "colorectal-cancer"),
                    Map.entry("adenocarcinoma of rectum", "colorectal-cancer"),
                    Map.entry("prostate cancer", "prostate-cancer"),
                    Map.entry("alzheimer", "dementia"),
                    Map.entry("dementia", "dementia"),
                    Map.entry("rheumatoid", "rheumatoid-arthritis"),
                    Map.entry("osteoporosis", "osteoporosis"),
                    Map.entry("sepsis", "sepsis"),
                    Map.entry("pneumonia", "pneumonia-covid-19"),
                    Map.entry("covid", "pneumonia-covid-19"),
                    Map.entry("epilepsy", "epilepsy"),
                    Map.entry("seizure", "epilepsy"));

    private PhenotypeNames() {}

    /** Ids of the conditions, without repeats; empty if the definition is about something else. */
    public static List<String> conditions(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TERMS.entrySet().stream()
                .filter(t -> lower.contains(t.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
    }
}
