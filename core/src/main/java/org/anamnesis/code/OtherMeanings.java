package org.anamnesis.code;

import java.util.Set;

/**
 * Conditions that hold the name of one of ours and are another: "pulmonary hypertension" is not
 * hypertension. None of them is in the catalogue, so none is read as what it contains.
 */
final class OtherMeanings {
    private static final Set<String> PHRASES =
            Set.of(
                    "asthma bronchitis",
                    "asthmatic bronchitis",
                    "astma bronchitis",
                    "pulmonary hypertension",
                    "pulmonary arterial hypertension",
                    "portal hypertension",
                    "ocular hypertension",
                    "intracranial hypertension",
                    "idiopathic intracranial hypertension",
                    "gestational hypertension",
                    "long covid",
                    "long covid 19",
                    "post covid",
                    "post covid syndrome",
                    "post covid 19 syndrome",
                    "post covid condition",
                    "diabetes insipidus",
                    "bronze diabetes",
                    "manic depression",
                    "respiratory depression",
                    "bone marrow depression",
                    "heat stroke",
                    "sun stroke",
                    "cardiac asthma",
                    "acute renal failure",
                    "acute kidney failure",
                    "febrile seizures",
                    "febrile seizure",
                    "psoriatic arthritis",
                    "juvenile rheumatoid arthritis",
                    "juvenile idiopathic arthritis",
                    "quality control",
                    "birth control",
                    "insulin resistance",
                    "weight loss");

    private OtherMeanings() {}

    /** Whether these words, in lower case with single spaces, are such a name. */
    static boolean has(String words) {
        return PHRASES.contains(words);
    }
}
