package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecJson;
import org.anamnesis.spec.Timeline;
import org.anamnesis.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What histories are asked to hold or not to hold: made, or said to be left undone. */
class AskedOfHistoriesTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();
    private static final String T2D = "30 type 2 diabetics ";

    @TempDir private static Path folder;

    private static Turn turn(String... words) {
        Interpretation read = PROGRAM.interpret(List.of(words));
        return read.turns().get(words.length - 1);
    }

    private static CohortSpec spec(String... words) {
        Interpretation read = PROGRAM.interpret(List.of(words));
        assertEquals(List.of(), read.turns().get(words.length - 1).problems(), words[0]);
        return SpecJson.read(read.specJson());
    }

    private static String without(CohortSpec spec) {
        return spec.beyond()
                .timeline()
                .map(t -> t.without().stream().map(Timeline.Absence::id).toList())
                .map(Object::toString)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over 3 years, no emergency visits|[emergency]",
                "over 3 years without ED visits|[emergency]",
                "over 3 years, never seen in the emergency department|[emergency]",
                "over 3 years without any hospital admissions|[hospital]",
                "over 3 years, never hospitalised|[hospital]",
                "over 3 years and nobody is admitted to hospital|[hospital]",
                "over 3 years with no emergency department visits and no hospital admissions|[emergency, hospital]",
                "over 3 years, outpatient encounters only|[emergency, hospital]",
                "over 3 years, only ambulatory visits|[emergency, hospital]",
                "over 3 years without telehealth visits|[afar]",
                "over 3 years, in-person visits only|[afar]",
                "over 5 years and nobody dies|[deaths]",
                "from 2019 to 2023, all alive at the end of follow-up|[deaths]",
                "over 5 years without deaths|[deaths]",
                "over 5 years, no emergency visits, nobody dies|[emergency, deaths]",
                "with a 5-year follow-up and no visits to the ER|[emergency]",
                "over 5 years, exclude those who died|[deaths]",
                "with 4 years of EHR data, none of them ever admitted|[hospital]",
            })
    void whatHistoriesCanBeWithout(String words, String left) {
        CohortSpec spec = spec(T2D + words);
        assertEquals(left, without(spec), words);
        assertEquals(List.of(), turn(T2D + words).notUsed(), words);
        assertEquals(spec, SpecJson.read(SpecJson.write(spec)));
    }

    @Test
    void itStaysWhenTheSpanChangesAndCanComeBack() {
        String first = T2D + "over 3 years, no hospital stays";
        assertEquals("[hospital]", without(spec(first, "make it 5 years of history")));
        assertEquals("[]", without(spec(first, "hospital stays are fine again")));
    }

    /** The twin: without a history nothing of it is asked, which is said. */
    @Test
    void withoutAHistoryNothingHappens() {
        String words = T2D + "without emergency visits";
        assertEquals("none", without(spec(words)));
        Turn turn = turn(words);
        assertTrue(turn.notUsed().toString().contains("emergency"), turn.notUsed().toString());
        assertTrue(
                turn.assumed().stream().anyMatch(a -> a.contains("index visit alone")),
                turn.assumed().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "over 3 years, telehealth visits only|Of what kind each visit is",
                "over 3 years, half of the visits by telehealth|Of what kind each visit is",
                "over 3 years, only inpatient and emergency encounters|Of what kind each visit is",
                "over 3 years with 20 % readmitted within 30 days|Stays in hospital",
                "over 3 years, 30 % hospitalised each year|said of the whole history",
                "over 2 years, 30-day readmission rate of 20 %|Stays in hospital",
                "over 2 years, mean length of stay 7 days|Stays in hospital",
                "over 3 years, exclude anyone with a hospital admission in the first 30 days|Stays in hospital",
                "over 5 years, 30 % die during follow-up|Deaths come after",
                "over 2 years who die in the span|Deaths come after",
                "over 5 years, 5-year mortality of 15 %|Deaths come after",
                "over 5 years, cardiovascular deaths only|Deaths come after",
                "followed until death|Deaths come after",
                "over 1 year, visits at baseline, week 4, week 12 and week 24|A rhythm can change",
                "over 6 years, eGFR falls by 3 mL/min/1.73 m2 per year|How a value moves",
                "over 3 years, HbA1c drops by 1 % in the first year|How a value moves",
                "over 4 years, weight increases over time|How a value moves",
                "over 5 years, metformin started at diagnosis and insulin added after 3 years|When a drug begins",
                "over 5 years, loss to follow-up 10 % per year|Everyone is observed",
                "over 3 years with a 12 month washout|one span",
                "over 5 years, HbA1c trending down from 9 % to 7 %|How a value moves",
                "over 4 years, 10 % discontinue their medication each year|When a drug begins",
                "over 2 years, median survival 18 months|Deaths come after",
                "over 1 year, visits at week 0, 12, 24 and 52|A rhythm can change",
                "over 3 years with at least 4 HbA1c measurements each|How often a value is measured",
                "over 5 years of whom 20 % die within 5 years|Deaths come after",
                "over 2 years, 2 to 3 exacerbations per year|Exacerbations, attacks",
                "over 3 years, 20 % with at least one severe exacerbation|Exacerbations, attacks",
                "over 10 years, 15 % develop retinopathy|Complications come by",
                "over 3 years whose HbA1c falls from 9 to 7|How a value moves",
                "over 5 years, progressing from stage 3 to stage 4|How a value moves",
                "over 5 years with metformin stopped when eGFR drops below 30|When a drug ends",
                "over 3 years with poor adherence|How long people stay",
                "over 2 years, half of them stop their medication within a year|How long people stay",
                "with follow-up of at least 2 and at most 6 years|All histories of a cohort",
            })
    void whatCannotBeAskedIsSaid(String words, String why) {
        Turn turn = turn(T2D + words);
        assertEquals(List.of(), turn.problems(), words);
        assertFalse(turn.notUsed().isEmpty(), words);
        assertTrue(
                turn.assumed().stream().anyMatch(a -> a.contains(why)), turn.assumed()::toString);
        CohortSpec spec = spec(T2D + words);
        assertEquals(List.of(), spec.beyond().own(), "nothing of the user's own is made of it");
        assertEquals(List.of(), spec.constraints(), words);
    }

    /** The twin: numbers of people, of values and of events that can be asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "190 admissions with pneumonia",
                "300 type 2 diabetics over 3 years, baseline HbA1c of 8.1",
                "300 type 2 diabetics over 3 years, quarterly visits",
                "300 type 2 diabetics over 3 years, 20 % on insulin",
                "300 type 2 diabetics, FHIR R4 with US Core profiles, over 2 years",
            })
    void whatCanBeAskedIsNotTakenForIt(String words) {
        List<String> assumed = turn(words).assumed();
        assertTrue(
                assumed.stream().noneMatch(a -> a.contains("cannot be asked")), assumed::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'over 3 years as FHIR with the UK Core profile', request.profile.unknown",
        "'over 2 years, FHIR R4, AU Core', request.profile.unknown",
        "'over 2 years as FHIR R5', request.profile.unknown",
        "'over 2 years as STU3 bundles', request.profile.unknown",
        "'with International Patient Summary profiles', request.profile.unknown",
        "'conformant to mCODE', request.profile.unknown",
        "'as FHIR, US Core 3.1.1', request.profile.unknown",
        "'over 3 years as OMOP CDM 5.3', request.cdm.unknown",
        "'as OMOP 6.0', request.cdm.unknown",
    })
    void whatIsWrittenInNoOtherGuise(String words, String code) {
        List<String> codes = turn(T2D + words).problems().stream().map(p -> p.code()).toList();
        assertEquals(List.of(code), codes, words);
    }

    @ParameterizedTest
    @CsvSource({
        "'300 patients with lung cancer, 2 years, quarterly visits', 2",
        "'300 patients with heart failure, 3 years, outpatient encounters only', 3",
        "'300 patients with heart failure over 5 years and nobody dies', 5",
        "'300 hypertensive patients, 2 years', 2",
        "'300 type 2 diabetics, minimum follow-up 3 years', 3",
        "'300 type 2 diabetics, observation period of 1 January 2018 through 31 December 2022', 0",
    })
    void yearsOfRecordsAreNoAges(String words, double years) {
        CohortSpec spec = spec(words);
        assertEquals(years, spec.beyond().timeline().orElseThrow().years(), words);
        assertEquals(List.of(), spec.constraints(), words);
    }

    /** The twin: of children, or without a word of records, years are an age. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "300 children with asthma, 5 years",
                "300 patients with hypertension, 45 years, on lisinopril",
                "300 children over 5 years and under 12 with asthma"
            })
    void agesStayAges(String words) {
        assertFalse(spec(words).constraints().isEmpty(), words);
        assertTrue(spec(words).beyond().timeline().isEmpty(), words);
    }

    @Test
    void whatIsLeftOutIsNotMade() throws IOException {
        Path all = made("all", "200 patients with heart failure over 4 years ending in 2022");
        assertEquals(Set.of("AMB", "EMER", "IMP", "VR"), kinds(all), "the twin");
        assertTrue(dead(all) > 0, "the twin");
        Path few =
                made(
                        "few",
                        "200 patients with heart failure over 4 years ending in 2022, outpatient visits only, in-person visits only, nobody dies");
        assertEquals(Set.of("AMB"), kinds(few));
        assertEquals(0, dead(few));
    }

    private static Path made(String name, String words) {
        return MadeFolder.of(PROGRAM, folder.resolve(name), words, 5, 1);
    }

    private static Set<String> kinds(Path made) throws IOException {
        return new HashSet<>(column(made, "encounters.csv", "class"));
    }

    private static long dead(Path made) throws IOException {
        return column(made, "patients.csv", "death_date").stream()
                .filter(d -> !d.isEmpty())
                .count();
    }

    private static List<String> column(Path made, String file, String name) throws IOException {
        return CsvTable.read(made.resolve(file)).text(name);
    }
}
