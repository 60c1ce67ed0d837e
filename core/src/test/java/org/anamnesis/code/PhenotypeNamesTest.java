package org.anamnesis.code;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Names of published cohort definitions: those that hold a plain term of one of our conditions must
 * be understood. The table of terms is written from the clinical names, not from the vocabulary.
 */
class PhenotypeNamesTest {
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

    @Test
    void publishedNamesAreUnderstood() throws IOException {
        String shared = System.getProperty("anamnesis.shared", "");
        Path file = Path.of(shared, "conversation", "ohdsi-phenotypes.json");
        assumeTrue(
                !shared.isEmpty() && Files.isReadable(file),
                "set -Danamnesis.shared to the folder that holds conversation/ohdsi-phenotypes.json");
        int asked = 0;
        List<String> missed = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Object row : JSON.std.listFrom(in)) {
                String name = ((Map<?, ?>) row).get("name").toString();
                for (var term : TERMS.entrySet()) {
                    if (name.toLowerCase(Locale.ROOT).contains(term.getKey())) {
                        asked++;
                        boolean found =
                                Vocabulary.bundled().find(name).stream()
                                        .anyMatch(m -> m.concept().id().equals(term.getValue()));
                        if (!found) {
                            missed.add(name + " -> " + term.getValue());
                        }
                    }
                }
            }
        }
        double rate = 1 - (double) missed.size() / asked;
        assertTrue(asked > 100, "only " + asked + " names");
        assertTrue(
                rate >= 0.97, "of %d names %.3f understood; not %s".formatted(asked, rate, missed));
    }
}
