package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that only make sense after what was said before: of another question, of a request. */
class AskedOnTest {
    private static final String COHORT =
            "500 heart failure patients aged 60 to 80, 40 % female, NT-proBNP above 1000";

    private final Anamnesis anamnesis = Anamnesis.bundled();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean HbA1c in type 2 diabetes? | and in type 1? | type 1 diabetes",
                "what is the mean BMI of US adults? | and the median? | Median body mass index",
                "what is the 90th percentile of LDL? | and the 10th? | 10th percentile of LDL",
                "how is CKD stage 3 defined here? | and stage 2? | stage 2 is defined",
                "how is CKD stage 3 defined here? | what about 5? | stage 5 is defined",
                "how common is asthma? | same question for stroke | stroke",
                "how common is COPD? | what about in the over-70s? | aged 71 and older",
                "what share of type 2 diabetics take metformin? | and in CKD? | kidney disease",
                "normal range of sodium? | and for calcium? | Calcium: 8.6",
                "what does FEV1 stand for? | its unit? | unit: L",
                "is LDL higher in women or in men? | and HDL? | Mean HDL",
                "which drugs are given for epilepsy? | and for depression? | major depressive",
                "can you write CSV? | and what about Parquet? | CSV, Parquet, FHIR R4",
                "is a potassium of 6 high? | and 5? | Potassium of 5 mmol/L",
                "what is the ICD-10 code of asthma? | and of COPD? | ICD-10-CM J44",
                "who says so? | and for hypertension? | essential hypertension"
            })
    void aQuestionGoesOnFromTheOneBefore(String first, String second, String words) {
        Conversation asked = anamnesis.turn(Conversation.EMPTY, first).after();
        Step step = anamnesis.turn(asked, second);
        assertEquals(Turn.Kind.ANSWERED, step.turn().kind(), step.turn().reply());
        assertTrue(step.turn().reply().contains(words), step.turn().reply());
        assertEquals(asked.spec(), step.after().spec());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what age did I pick? | Asked at present: age 60 to 80.",
                "what share of women did I choose? | 40 % with sex female",
                "did I ask for anything about smoking? | Nothing is asked of smoking",
                "are smokers excluded? | Nothing is asked of smoking",
                "remind me, what have I asked for? | Heart failure",
                "summarise what I've got | age 60 to 80",
                "give me a summary of my cohort | age 60 to 80",
                "is 900 still plausible? | the request excludes it",
                "is an age of 70 possible? | the request allows it",
                "what share of the adult population remains? | of those with heart failure",
                "which defaults did you take? | Assumed so far",
                "what are their usual drugs? | Drugs taken in heart failure",
                "why are they so old? | Mean age"
            })
    void aQuestionIsAboutWhatWasAskedFor(String question, String words) {
        Conversation asked = anamnesis.turn(Conversation.EMPTY, COHORT).after();
        Step step = anamnesis.turn(asked, question);
        assertEquals(Turn.Kind.ANSWERED, step.turn().kind(), step.turn().reply());
        assertTrue(step.turn().reply().contains(words), step.turn().reply());
        assertEquals(asked.spec(), step.after().spec());
    }

    /** Fewer people are like this when more is asked of them, and the request stays as it was. */
    @Test
    void whatWouldBeLeftCanBeSupposed() {
        Conversation asked = anamnesis.turn(Conversation.EMPTY, COHORT).after();
        Step how = anamnesis.turn(asked, "how many in the US are like this?");
        Step women = anamnesis.turn(how.after(), "and if they were women?");
        double all = ((Number) how.turn().typed().get("residents")).doubleValue();
        double fewer = ((Number) women.turn().typed().get("residents")).doubleValue();
        assertTrue(fewer < 0.7 * all, fewer + " of " + all);
        assertEquals(asked.spec(), women.after().spec());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 patients with arthritis, 60 % women | rheumatoid arthritis | rheumatoid-arthritis",
                "300 gout patients | ok, asthma then | asthma",
            })
    void anotherNameTakesThePlaceOfAnUnknownOne(String failed, String name, String condition) {
        Conversation asked = anamnesis.turn(Conversation.EMPTY, failed).after();
        Step step = anamnesis.turn(asked, name);
        assertEquals(condition, step.after().spec().condition().orElseThrow());
        assertEquals(Integer.parseInt(failed.replaceAll("\\D.*", "")), step.after().spec().count());
    }

    /** Words that were not understood must not be passed over. */
    @Test
    void aFollowUpWithUnknownWordsIsNotAnswered() {
        Conversation asked =
                anamnesis.turn(Conversation.EMPTY, "mean HbA1c in type 2 diabetes?").after();
        Step step = anamnesis.turn(asked, "and in women with retinopathy?");
        assertTrue(!step.turn().reply().startsWith("Mean"), step.turn().reply());
    }
}
