package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.SpecJson;
import org.anamnesis.spec.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans, days and rhythms of a record as people write them, and what is none of them. */
class SpansInWordsTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();

    private static CohortSpec spec(String words) {
        Interpretation read = PROGRAM.interpret(List.of(words));
        assertEquals(List.of(), read.turns().get(0).problems(), words);
        return SpecJson.read(read.specJson());
    }

    private static String problem(String words) {
        return PROGRAM.interpret(List.of(words)).turns().get(0).problems().get(0).code();
    }

    private static String ages(CohortSpec spec) {
        return spec.constraints().stream()
                .filter(
                        c ->
                                c instanceof Constraint.Require r
                                        && r.criterion() instanceof Criterion.AgeBetween)
                .map(c -> (Criterion.AgeBetween) ((Constraint.Require) c).criterion())
                .map(a -> a.minYears() + "-" + a.maxYears())
                .toList()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "'10 COPD patients, index date 2019-06-30', 2019-06-30",
        "'10 COPD patients, index visit on 2019-06-30', 2019-06-30",
        "'10 COPD patients as of 2019-01-01', 2019-01-01",
        "'10 COPD patients over 3 years ending in 2018', 2018-12-31",
        "'10 COPD patients over 3 years until the end of 2018', 2018-12-31",
        "'10 COPD patients from 2015-06-30 to 2019-05-31', 2019-05-31",
    })
    void theDayOnWhichRecordsEnd(String words, String day) {
        CohortSpec read = spec(words);
        assertEquals(day, read.indexDate().toString(), words);
        assertEquals("[]", ages(read), "no part of a day is an age");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 type 2 diabetics diagnosed on 2015-03-01",
                "30 patients with asthma, admitted 2012-04-05"
            })
    void aDayOfSomethingElseIsNoAgeAndNoEnd(String words) {
        CohortSpec read = spec(words);
        assertEquals(CohortSpec.DEFAULT.indexDate(), read.indexDate());
        assertEquals("[]", ages(read), words);
        assertFalse(
                PROGRAM.interpret(List.of(words)).turns().get(0).notUsed().isEmpty(),
                "what was not used is said");
    }

    @Test
    void aSpanOfDays() {
        Timeline t =
                spec("10 COPD patients from 2015-06-30 to 2019-05-31, seen quarterly")
                        .beyond()
                        .timeline()
                        .orElseThrow();
        assertEquals("2015-06-30", ((Timeline.On) t.start()).date().toString());
        assertEquals(4, t.visitsPerYear());
    }

    @ParameterizedTest
    @CsvSource({
        "'10 COPD patients, index date 2099-01-01', spec.index.future",
        "'10 COPD patients from 2020-06-30 to 2019-06-30', request.history.reversed",
        "'30 type 2 diabetics, history of 0 years', request.history.none",
        "'30 type 2 diabetics, 0 years of history', request.history.none",
        "'10 COPD patients, daily visits over 2 years', plan.history.visits",
        "'10 COPD patients over 3 years with 300 visits a day', request.visits.many",
        "'10 COPD patients over 3 years with 5000 visits a year', request.visits.many",
        "'10 COPD patients over 3 years, seen 300 times per day', request.visits.many",
        "'10 COPD patients over 3 years, 300 visits daily', request.visits.many",
        "'10 COPD patients over 3 years, hourly visits', request.visits.many",
        "'10 COPD patients over 3 years, 10 visits a week', request.visits.many",
        "'10 COPD patients over 3 years, FEV1 every 2 hours', request.visits.many",
        "'10 COPD patients, records starting 2023-05-01 and ending 2021-01-01', request.history.reversed",
        "'10 COPD patients over 3 years as of next year', request.index.future",
        "'10 COPD patients over 3 years until tomorrow', request.index.future",
        "'10 COPD patients as FHIR conforming to de.basisprofil.r4', request.profile.unknown",
        "'10 COPD patients as FHIR with profile foobar', request.profile.unknown",
        "'10 COPD patients as FHIR, http://example.org/StructureDefinition/own', request.profile.unknown",
        "'10 COPD patients over 0 years', request.history.none",
    })
    void whatCannotBe(String words, String code) {
        assertEquals(code, problem(words), words);
    }

    @ParameterizedTest
    @CsvSource({
        "60 children aged 4 to 12 with asthma over 5 years, 5, 0, [4-12]",
        "60 asthmatic children under 12 over 3 years, 3, 0, [0-11]",
        "50 kids with asthma over 2 years with quarterly visits, 2, 4, [0-17]",
        "10 COPD patients with 5 visits over the last 18 months, 1.5, 3.3333, []",
        "10 COPD patients with daily visits over 6 months, 0.5, 365, []",
        "10 COPD patients with weekly visits over 12 weeks, 0.22998, 52, []",
        "10 COPD patients over 90 days, 0.24641, 0, []",
    })
    void spansAndRhythms(String words, double years, double visits, String ages) {
        CohortSpec read = spec(words);
        Timeline t = read.beyond().timeline().orElseThrow();
        assertEquals(years, t.years(), 1e-5, words);
        assertEquals(visits, t.visitsPerYear(), 1e-4, words);
        assertEquals(ages, ages(read), words);
    }

    /** The twin: of children alone it is an age. */
    @Test
    void childrenOverFiveAreThatOld() {
        CohortSpec read = spec("50 children over 5 years");
        assertTrue(read.beyond().timeline().isEmpty());
        assertEquals("[6-17]", ages(read));
    }
}
