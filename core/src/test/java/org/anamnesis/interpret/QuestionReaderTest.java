package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Criterion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionReaderTest {
    private final QuestionReader reader = new QuestionReader();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            which data and guidelines is this based on?|sources of type-2-diabetes
            where do the numbers come from?|sources of type-2-diabetes
            which sources are used for asthma?|sources of asthma
            what is the mean HbA1c in US adults with type 2 diabetes, and who says so?|MEAN 0.0 hba1c of type-2-diabetes
            what is the median LDL of women over 60 with hypertension?|MEDIAN 0.5 ldl of hypertension; sex=female; age 61..
            what is the 90th percentile of BMI in US adults?|QUANTILE 0.9 bmi of all
            standard deviation of HbA1c in them|SD 0.0 hba1c of type-2-diabetes
            how old are they?|MEAN 0.0 age of type-2-diabetes
            what is the mean systolic blood pressure in men?|MEAN 0.0 sbp of all; sex=male
            mean eGFR?|MEAN 0.0 egfr of type-2-diabetes
            what share of them has CKD stage 3?|share has chronic-kidney-disease:3 of type-2-diabetes
            what percentage of women with hypertension are obese?|share has obesity of hypertension; sex=female
            what share of type 2 diabetes patients smoke?|share smoking=current of type-2-diabetes
            what proportion of them is on insulin?|share takes class:insulin of type-2-diabetes
            how many of them take metformin?|share takes metformin of type-2-diabetes
            how many women have asthma?|share has asthma of all; sex=female
            how common is hypertension in type 2 diabetes?|share has hypertension of type-2-diabetes
            what share of US adults has diabetes?|share has type-2-diabetes of all
            what share of hypertension patients without diabetes take statins?|share takes class:statin of hypertension; not(has type-2-diabetes)
            how common is asthma?|prevalence of asthma
            how many people have asthma?|prevalence of asthma
            prevalence of COPD in women|prevalence of copd; sex=female
            how is CKD stage 3 defined here?|definition of chronic-kidney-disease:3
            define prediabetes|definition of prediabetes
            how is it defined?|definition of type-2-diabetes
            odds ratio of heart failure in type 2 diabetes|odds of heart-failure by type-2-diabetes
            are diabetics more likely to have heart failure?|odds of heart-failure by type-2-diabetes
            odds of stroke for them|odds of stroke by type-2-diabetes
            is this real data?|real
            are these real patients?|real
            how common is zorbitis?|!request.condition.unknown
            what is the mean HbA1c in Germany?|!request.population.unknown
            what share of them has HbA1c above 40 %?|!request.limit.implausible
            what share of them are women and on insulin?|share sex=female, takes class:insulin of type-2-diabetes
            what is the weather like?|!ask.unknown
            what share of type 2 diabetes smokes|share smoking=current of type-2-diabetes
            what is the mean ejection fraction in heart failure?|MEAN 0.0 lvef of heart-failure
            what is the LDL target?|target of ldl in type-2-diabetes
            what is the blood pressure goal in hypertension?|target of sbp in hypertension
            what share of type 2 diabetes patients have retinopathy?|!ask.unread
            what is the maximum HbA1c in type 2 diabetes?|!ask.unread
            what is the mean age at diagnosis of type 2 diabetes?|!ask.unread
            how many adults have undiagnosed diabetes?|!ask.unread
            mean HbA1c by sex in type 2 diabetes|!ask.group
            mean sodium and potassium in hypertension|!ask.unread
            what share of hypertension is treated?|!ask.unknown
            100 women with asthma|!ask.request
            what's the average BMI of US adults?|MEAN 0.0 bmi of all
            """)
    void aQuestionIsReadAsExpected(String text, String expected) {
        assertEquals(expected, shown(reader.read(text, Optional.of("type-2-diabetes"))));
    }

    /** An everyday word means a finding where a detail of that finding is asked for. */
    @Test
    void detailsOfFindingsAreAskedForInPlainWords() {
        for (String text :
                new String[] {
                    "which lobes can a nodule be in?",
                    "where can a nodule be?",
                    "which density can the nodule have?"
                }) {
            Question.OfStudy q =
                    assertInstanceOf(
                            Question.OfStudy.class, reader.read(text, Optional.empty()), text);
            assertEquals(Optional.of("lung-nodule"), q.part(), text);
        }
    }

    /** What a reader measures in an ECG, and the leads that show something, in four languages. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            what is the mean PR?|pr_ms
            why is the QRS wide?|qrs_ms
            wie hoch ist die mittlere PQ-Zeit?|pr_ms
            in which leads is ST raised?|acute-infarction
            welche Ableitungen zeigen die ST-Hebung?|acute-infarction
            ¿qué derivaciones muestran la elevación del ST?|acute-infarction
            quelles dérivations montrent le sus-décalage ST ?|acute-infarction
            which leads have Q waves?|old-infarction
            which leads are recorded?|leads
            how many have a haemorrhage?|intracerebral-haemorrhage
            ¿cuántos tienen hemorragia?|intracerebral-haemorrhage
            how big are the nodules?|lung-nodule
            what is the QTc in the long QT group?|qtc_ms
            """)
    void intervalsAndLeadsAreAskedForWithoutTheWordEcg(String text, String part) {
        Question.OfStudy q =
                assertInstanceOf(Question.OfStudy.class, reader.read(text, Optional.empty()), text);
        assertEquals(Optional.of(part), q.part(), text);
    }

    /** The measurement of those who show something, not of all. */
    @Test
    void aMeasurementIsAskedOfThoseWhoShowAFinding() {
        Question.OfStudy q =
                assertInstanceOf(
                        Question.OfStudy.class,
                        reader.read("what is the QTc in the long QT group?", Optional.empty()));
        assertEquals("long-qt", q.details().get(Question.OfStudy.AMONG));
    }

    @Test
    void themWithoutAConditionIsEveryone() {
        assertEquals(
                "share takes metformin of all",
                shown(reader.read("what share of them take metformin?", Optional.empty())));
    }

    @Test
    void emptyAndLongQuestionsAreProblems() {
        assertEquals("!request.empty", shown(reader.read(" \n", Optional.empty())));
        assertEquals("!request.long", shown(reader.read("what ".repeat(9000), Optional.empty())));
    }

    @Test
    void anUnknownQuestionShowsExamples() {
        Question q = reader.read("why?", Optional.empty());

        Problem p = assertInstanceOf(Question.Unknown.class, q).problems().get(0);
        assertEquals(QuestionReader.EXAMPLES, p.suggestion());
    }

    private static String group(Optional<String> condition, List<Criterion> filters) {
        String all = filters.stream().map(c -> "; " + Notation.of(c)).collect(Collectors.joining());
        return " of " + condition.orElse("all") + all;
    }

    private static String shown(Question question) {
        if (question instanceof Question.Sources q) {
            return "sources" + group(q.condition(), List.of());
        } else if (question instanceof Question.Statistic q) {
            return "%s %s %s%s"
                    .formatted(
                            q.kind(),
                            q.quantile(),
                            q.observation(),
                            group(q.condition(), q.filters()));
        } else if (question instanceof Question.Share q) {
            String what = q.what().stream().map(Notation::of).collect(Collectors.joining(", "));
            return "share " + what + group(q.condition(), q.filters());
        } else if (question instanceof Question.OddsRatio q) {
            return "odds of " + q.outcome() + " by " + q.exposure();
        } else if (question instanceof Question.Definition q) {
            return "definition of " + q.condition() + q.stage().map(s -> ":" + s).orElse("");
        } else if (question instanceof Question.Target q) {
            return "target of %s in %s"
                    .formatted(q.observation().orElse("all"), q.condition().orElse("all"));
        } else if (question instanceof Question.Prevalence q) {
            return "prevalence" + group(Optional.of(q.condition()), q.filters());
        } else if (question instanceof Question.Unknown q) {
            return "!" + q.problems().stream().map(Problem::code).collect(Collectors.joining("; "));
        }
        return "real";
    }
}
