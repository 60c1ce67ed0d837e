package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.evidence.Marginal;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions through the door: every figure says whose it is, from when, and who says so. */
class AskTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();
    private final ConditionEvidence diabetes = Evidence.bundled().condition("type-2-diabetes");

    @Test
    void aMeanIsTheOneOfTheEvidence() {
        Marginal hba1c = diabetes.observation("hba1c").orElseThrow().overall().orElseThrow();

        Map<String, Object> json =
                ask("what is the mean HbA1c in US adults with type 2 diabetes, and who says so?");

        assertEquals(hba1c.mean(), (double) json.get("figure"), 0.001);
        assertEquals("%", json.get("unit"));
        assertEquals(hba1c.n().getAsLong(), json.get("n"));
        assertEquals(hba1c.period(), json.get("years"));
        assertEquals("survey-weighted", json.get("weighting"));
        assertEquals("nhanes", json.get("source"));
        assertEquals("computed", json.get("confidence"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in women with type 2 diabetes|sex: female",
                "in black adults with type 2 diabetes|race: NH Black",
                "in hispanic adults with type 2 diabetes|race: Hispanic",
                "in adults aged 65 and older with type 2 diabetes|age: 65+",
                "in type 2 diabetes aged 45 to 64|age: 45-64"
            })
    void aMeanOfASubgroupIsThatOfItsStratum(String group, String stratum) {
        Marginal m = diabetes.observation("hba1c").orElseThrow().in(stratum).orElseThrow();

        Map<String, Object> json = ask("mean HbA1c " + group);

        assertEquals(m.mean(), (double) json.get("figure"), 0.001);
        assertEquals(m.n().getAsLong(), json.get("n"));
    }

    @Test
    void aFigureIsGivenInTheUnitAskedFor() {
        Map<String, Object> json = ask("mean HbA1c in type 2 diabetes in mmol/mol");

        // IFCC = (NGSP - 2.152) / 0.09148; a spread has no zero point
        assertEquals((7.3403 - 2.152) / 0.09148, (double) json.get("figure"), 0.02);
        assertEquals(1.6911 / 0.09148, (double) json.get("sd"), 0.02);
        assertEquals("mmol/mol", json.get("unit"));
    }

    @Test
    void themWithoutAConditionIsEveryoneAndSaidSo() {
        Answer answer = anamnesis.ask("what share of them has CKD stage 3?");

        assertTrue(answer.text().contains("US adults"), answer.text());
        assertTrue(answer.lines().get(0).startsWith("Assumed: \"them\""), answer.lines().get(0));
        assertEquals(1, ((List<?>) answer.json().get("assumptions")).size());
        assertEquals(
                share("general-population", "ckd_stage_G3a")
                        + share("general-population", "ckd_stage_G3b"),
                (double) answer.json().get("figure"),
                0.001);
        assertFalse(
                ask("what share of US adults with asthma smoke?").containsKey("assumptions"),
                "a named condition needs no assumption");
    }

    @Test
    void sharesAreThoseOfTheEvidence() {
        assertShare(share("type-2-diabetes", "smoker_current"), "what share of T2DM smokes?");
        assertShare(
                share("type-2-diabetes", "ckd_stage_G3a")
                        + share("type-2-diabetes", "ckd_stage_G3b"),
                "what share of US adults with type 2 diabetes has CKD stage 3?");
        assertShare(
                diabetes.drugUse("metformin").orElseThrow().value(),
                "what share of US adults with T2DM takes metformin?");
        assertShare(
                share("type-2-diabetes", "hba1c_lt7"),
                "what share of adults with type 2 diabetes have HbA1c below 7 %?");
        assertShare(47.8, "what share of US adults with type 2 diabetes are women?");
    }

    @Test
    void aShareNamesThePopulationOfItsSource() {
        Answer answer =
                anamnesis.ask("what share of adults with type 2 diabetes has hypertension?");

        assertTrue(answer.text().contains("electronic health records"), answer.text());
        assertEquals("read", answer.json().get("confidence"));
    }

    @Test
    void prevalenceOfASubgroupIsThatOfItsStratum() {
        Map<String, Object> json = ask("prevalence of COPD in women");

        assertEquals(10.09, json.get("figure"));
        assertEquals("US adults 18+, women", json.get("population"));
    }

    @Test
    void aFigureThatNobodyReadIsMarked() {
        Answer answer = anamnesis.ask("what is the mean ejection fraction in heart failure?");

        assertTrue(answer.text().endsWith("(unverified)"), answer.text());
        assertTrue(answer.text().contains("people with heart failure"), answer.text());
        assertEquals("unverified", answer.json().get("confidence"));
    }

    @Test
    void aProxyIsCalledOne() {
        Answer answer = anamnesis.ask("mean BMI in dementia");

        assertTrue(answer.text().contains("proxy for dementia"), answer.text());
    }

    @Test
    void whatWasNotPublishedIsCountedAndSaidToBe() {
        Map<String, Object> json = ask("90th percentile of BMI in US adults");

        assertEquals("synthetic", json.get("confidence"));
        assertEquals("synthetic rows", json.get("n_counts"));
    }

    @Test
    void oddsHaveTheirLimits() {
        Map<String, Object> json = ask("odds ratio of heart failure in type 2 diabetes");
        Fact fact = diabetes.facts(Fact.Kind.ODDS_RATIO, "heart-failure").get(0);

        assertEquals(fact.value(), (double) json.get("figure"), 0.001);
        assertTrue((double) json.get("low95") < fact.value());
        assertTrue((double) json.get("high95") > fact.value());
    }

    @Test
    void aTargetIsNotAMean() {
        Answer answer = anamnesis.ask("what is the HbA1c target in type 2 diabetes?");

        assertEquals("target", answer.json().get("kind"));
        assertTrue(answer.lines().get(0).contains("HbA1c < 7 %"), answer.lines().get(0));
        assertTrue(
                anamnesis.ask("what is the LDL target?").lines().stream()
                        .anyMatch(l -> l.contains("LDL < 70 mg/dL")));
    }

    @Test
    void sourcesAreDataAndGuidelines() {
        Answer answer = anamnesis.ask("which data and guidelines is this based on?");

        assertTrue(answer.lines().stream().anyMatch(l -> l.startsWith("guideline: ")));
        assertTrue(answer.lines().stream().anyMatch(l -> l.startsWith("data: ")));
        assertFalse(((List<?>) answer.json().get("guidelines")).isEmpty());
    }

    @Test
    void aDefinitionNamesItsGuideline() {
        Answer answer = anamnesis.ask("how is prediabetes defined?");

        assertTrue(answer.lines().toString().contains("ADA"), answer.lines().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mean HbA1c in type 2 diabetes",
                "median LDL in hypertension",
                "SD of BMI in obesity",
                "how old are adults with stroke?",
                "prevalence of dementia",
                "how many people have type 2 diabetes?",
                "what share of COPD patients are current smokers?",
                "what share of heart failure patients take beta blockers?",
                "odds ratio of asthma in COPD",
                "mean LDL in statin users with type 2 diabetes"
            })
    void everyFigureStatesAllThatItMust(String question) {
        Answer answer = anamnesis.ask(question);

        for (String key :
                List.of(
                        "figure",
                        "unit",
                        "population",
                        "years",
                        "weighting",
                        "source",
                        "source_title",
                        "confidence")) {
            assertNotNull(answer.json().get(key), key);
        }
        String all = answer.text() + answer.lines();
        assertTrue(all.contains("n = ") || all.contains("n not stated"), all);
        assertFalse(
                all.matches("(?s).*(t2dm_diagnosed|shared/|class:|[a-z]-[a-z]+-evidence).*"), all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "what is the mean hbalc in type 2 diabetes?|ask.unread",
                "what is the mean serum copper in type 2 diabetes?|ask.unread",
                "what share of type 2 diabetes patients have retinopathy?|ask.unread",
                "how many adults have undiagnosed diabetes?|ask.unread",
                "what is the mean HbA1c in children with asthma?|ask.nofigure",
                "mean LDL in US adults in mmol/mol|ask.nofigure",
                "odds ratio of stroke with statin use|ask.nofigure",
                "what is the mean HbA1c in Germany?|request.population.unknown",
                "how common is zorbitis?|request.condition.unknown",
                "generate 2000 type 2 diabetes patients|ask.request",
                "asdf qwer zxcv|ask.unknown"
            })
    void whatIsNotKnownIsRefusedWithASuggestion(String question, String code) {
        RequestException e = assertThrows(RequestException.class, () -> anamnesis.ask(question));

        Problem problem = e.problems().get(0);
        assertEquals(code, problem.code());
        assertFalse(problem.suggestion().isBlank());
    }

    @Test
    void controlCharactersAndNothingAreNoQuestions() {
        for (String text : List.of("", " \n", "\u0000\u0007\u001b[2J")) {
            assertThrows(RequestException.class, () -> anamnesis.ask(text));
        }
        assertEquals(
                ask("mean HbA1c in type 2 diabetes"), ask("mean\u0000 HbA1c in\ttype 2 diabetes"));
    }

    @Test
    void keysOfTypedAnswersStandInOneOrder() {
        Map<?, ?> census = (Map<?, ?>) ask("mean HbA1c in type 2 diabetes").get("census");
        assertEquals(List.of("figure", "rows", "about"), List.copyOf(census.keySet()));
        assertEquals(
                List.of("kind", "condition", "criteria"),
                List.copyOf(ask("how is hypertension defined?").keySet()).subList(0, 3));
    }

    private Map<String, Object> ask(String question) {
        return anamnesis.ask(question).json();
    }

    private void assertShare(double percent, String question) {
        assertEquals(percent, (double) ask(question).get("figure"), 0.005, question);
    }

    private static double share(String condition, String subject) {
        return Evidence.bundled()
                .condition(condition)
                .facts(Fact.Kind.COMORBIDITY, subject)
                .get(0)
                .value();
    }
}
