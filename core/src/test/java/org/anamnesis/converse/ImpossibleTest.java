package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cannot be: both halves in the user's own words, whenever they were said, and what is
 * nearest. What is rare: how rare, and how many rows carry it.
 */
class ImpossibleTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    private Step said(String messages) {
        Step step = new Step(Conversation.EMPTY, Replies.same("", ""));
        for (String message : messages.split(" / ")) {
            step = anamnesis.turn(step.after(), message);
        }
        return step;
    }

    /** Messages, one half, the other half, what is nearest. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "women with prostate cancer | “prostate cancer” | “women” | sex male",
                "500 patients with type 2 diabetes / pregnant men | “pregnant” | “men” | sex female",
                "CKD stage 3 with eGFR above 70 | “CKD stage 3” | “eGFR above 70” | 30 to 59",
                "CKD stage 4 / eGFR above 50 | “CKD stage 4” (said before) | “eGFR above 50” | 15 to 29",
                "300 hypertension patients on lisinopril / no ACE inhibitors | “lisinopril” (said before) | “no ACE inhibitors” | leave out",
                "type 2 diabetes, on metformin, not on metformin | “metformin” | “not on metformin” | leave out",
                "300 asthma patients, aged 50 and older and younger than 40 | “aged 50 and older” | “younger than 40” | ages 50 to 120",
                "60 % white, 50 % black | “60 % white” | “50 % black” | 40 % of the last",
                "100 T2DM patients, 40 % CKD stage 3, 70 % CKD stage 4 | “40 % CKD stage 3” | “70 % CKD stage 4” | 60 % of the last",
                "200 T2DM patients, HbA1c above 8 / mean HbA1c of 7 | “HbA1c above 8” (said before) | “mean HbA1c of 7” | at least 8.1",
                "200 patients aged 30 to 40 / mean age 60 | “aged 30 to 40” (said before) | “mean age 60” | from 30 to 40",
                "healthy adults with HbA1c above 8 | “healthy adults” | “HbA1c above 8” | 5.6",
                "100 patients with gestational diabetes aged 60 to 70 | “gestational diabetes” | “aged 60 to 70” | 20 to 44",
                "never smokers who are current smokers | “never smokers” | “current smokers” | never smokers",
                "100 smokers, 30 % never smokers | “smokers” | “30 % never smokers” | leave out",
                "200 prostate cancer patients / half women | “prostate cancer” (said before) | “half women” | leave out",
                "100 patients with obesity and BMI below 25 | “obesity” | “BMI below 25” | from 30 to",
                "eGFR below 15 and creatinine below 1 | “eGFR below 15” | “creatinine below 1” | Creatinine, serum runs from",
                "200 asthma patients / exclude asthma | “asthma” (said before) | “exclude asthma” | leave out",
                "100 Asian women aged 20 to 25 with COPD and BMI over 40 | “Asian” | “BMI over 40” | rows left without it"
            })
    void bothHalvesAreNamedAndWhatIsNearest(String messages, String one, String two, String near) {
        Step step = said(messages);
        String reply = step.turn().reply();

        assertEquals(Turn.Kind.PROBLEM, step.turn().kind(), reply);
        assertTrue(reply.contains(one), reply);
        assertTrue(reply.contains(two), reply);
        assertTrue(reply.contains(near), reply);
    }

    @Test
    void theRareIsCountedAndWidened() {
        Step step = said("1000 type 2 diabetes patients with HbA1c below 5 and on insulin");
        String warnings = String.join("; ", step.turn().warnings());

        assertEquals(Turn.Kind.CHANGED, step.turn().kind());
        assertTrue(
                warnings.matches(".*rare: 0\\.0\\d+ % of the population.*\\d+ rows.*"), warnings);
        assertTrue(warnings.contains("extrapolated"), warnings);
    }

    @Test
    void whoStandsInForChildrenIsSaid() {
        Step step = said("children with heart failure");

        assertTrue(String.join("; ", step.turn().warnings()).contains("among children"));
    }
}
