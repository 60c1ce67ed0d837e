package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.SpecCheck;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What requests for recordings and images come to, in how many patients and of whom: each line of
 * {@code study-requests.tsv} holds messages with " / " between and what stands at their end.
 */
class StudyRequestsTest {
    @TestFactory
    Stream<DynamicTest> eachComesToWhatItSays() throws IOException {
        String all;
        try (var in = StudyRequestsTest.class.getResourceAsStream("study-requests.tsv")) {
            all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        return all.lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(
                        l -> {
                            String[] parts = l.split("\t");
                            return DynamicTest.dynamicTest(
                                    parts[0], () -> assertEquals(parts[1], after(parts[0])));
                        });
    }

    /** What no standard ECG has is told, with what there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "100 adults with 15-lead ECGs",
                "100 adults with ECGs, lead V7",
                "100 adults with ECGs in leads V3R and V4R",
                "100 adults with ECGs and Frank leads X, Y, Z",
                "50 people with ECGs in posterior leads V7 to V9"
            })
    void leadsThatCannotBeMadeAreTold(String message) {
        var problems = problems(message);
        assertEquals(
                List.of("spec.study.setting.choice"),
                problems.stream().map(Problem::code).toList());
        assertTrue(problems.get(0).suggestion().endsWith("V4, V5, V6"));
    }

    /** Told as what it is, and not as an unknown condition or as so many patients. */
    @ParameterizedTest
    @CsvSource({
        "100 ECGs with asystole and a heart rate of 70, request.study.finding.unmade",
        "50 ECGs with ventricular fibrillation, request.study.finding.unmade",
        "50 ECGs with WPW, request.study.finding.unmade",
        "50 EEGs with 64 channels, request.study.channels",
        "50 EEGs with alpha at 3 Hz, request.study.alpha"
    })
    void findingsThatCannotBeMadeAreTold(String message, String code) {
        var reading =
                assertInstanceOf(
                        Reading.NotUnderstood.class,
                        new RuleReader().read(message, CohortSpec.DEFAULT));
        assertEquals(List.of(code), reading.problems().stream().map(Problem::code).toList());
    }

    /** Which rhythms were taken, and that it can be otherwise, is said. */
    @Test
    void rhythmsThatWereTakenAreAssumed() {
        var reading =
                assertInstanceOf(
                        Reading.Understood.class,
                        new RuleReader().read("200 ECGs across rhythms", CohortSpec.DEFAULT));
        String said = String.join(" ", reading.assumptions());
        assertTrue(said.contains("atrial fibrillation, atrial flutter, ventricular"), said);
        assertTrue(said.contains("other shares can be asked for"), said);
        String all = reading.edits().toString();
        assertTrue(all.contains("atrial-fibrillation"), all);
    }

    /** Of what all have, the record changes with the studies, or it is told that it does not. */
    @ParameterizedTest
    @CsvSource({
        "half of those with AF instead of all, 1, 0",
        "remove the AF, 0, 0",
        "no AF on the ECGs, 0, 1",
        "half of the ECGs in AF, 0, 1"
    })
    void recordAndStudiesAgree(String message, int shares, int told) {
        CohortSpec all = understood("100 AF patients with ECGs", CohortSpec.DEFAULT);
        var reading =
                assertInstanceOf(Reading.Understood.class, new RuleReader().read(message, all));
        CohortSpec spec = understood(message, all);
        assertEquals(told > 0, spec.condition().isPresent());
        assertEquals(
                shares,
                spec.constraints().stream().filter(Constraint.Share.class::isInstance).count());
        assertEquals(
                told,
                reading.assumptions().stream().filter(a -> a.contains("in the record")).count());
    }

    private static CohortSpec understood(String message, CohortSpec before) {
        var reading =
                assertInstanceOf(Reading.Understood.class, new RuleReader().read(message, before));
        return Amendment.of(before, reading.edits().stream().map(Reading.Quoted::edit).toList());
    }

    /** Equal parts of a list without shares are said; one ECG cannot show them all. */
    @Test
    void equalPartsAreAssumed() {
        String message = "90 ECGs with AF, flutter and sinus tachycardia";
        var reading =
                assertInstanceOf(
                        Reading.Understood.class,
                        new RuleReader().read(message, CohortSpec.DEFAULT));
        String said = String.join(" ", reading.assumptions());
        assertTrue(said.contains("in equal parts of the ECGs"), said);
        assertTrue(reading.edits().toString().contains("33.33"), reading.edits().toString());
    }

    /** What one ECG cannot show, and what may be meant of each, is told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "an ECG with flutter, VT and sinus rhythm",
                "90 ECGs with flutter and sinus rhythm",
                "90 ECGs, all with flutter, VT and sinus rhythm"
            })
    void rhythmsAtOnceAreTold(String message) {
        assertTrue(
                problems(message).stream()
                        .anyMatch(p -> p.code().equals("spec.study.contradiction")));
    }

    private static String after(String messages) {
        CohortSpec spec = CohortSpec.DEFAULT;
        for (String message : messages.split(" / ")) {
            var reading = new RuleReader().read(message, spec);
            var understood = assertInstanceOf(Reading.Understood.class, reading, message);
            spec =
                    Amendment.of(
                            spec, understood.edits().stream().map(Reading.Quoted::edit).toList());
            assertEquals(List.of(), SpecCheck.problems(spec), message);
        }
        List<String> out = new ArrayList<>(List.of(Long.toString(spec.count())));
        spec.condition().ifPresent(out::add);
        spec.beyond().studies().stream().map(StudyWords::of).forEach(out::add);
        return out.stream().collect(Collectors.joining("; "));
    }

    /** What is wrong with what a first message asks for. */
    private static List<Problem> problems(String message) {
        var reading =
                assertInstanceOf(
                        Reading.Understood.class,
                        new RuleReader().read(message, CohortSpec.DEFAULT));
        CohortSpec spec =
                Amendment.of(
                        CohortSpec.DEFAULT,
                        reading.edits().stream().map(Reading.Quoted::edit).toList());
        return SpecCheck.problems(spec);
    }
}
