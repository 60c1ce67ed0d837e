package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A what-if keeps the baseline beside the variant, in the talk and in the files. */
class WhatIfTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();

    private static Step said(String... messages) {
        Conversation c = Conversation.EMPTY;
        Step step = null;
        for (String m : messages) {
            step = PROGRAM.turn(c, m);
            c = step.after();
        }
        return step;
    }

    @Test
    void theBaselineStaysAndTheReplyHoldsThemSideBySide() {
        Step step = said("500 type 2 diabetes patients", "what if mean BMI were 3 lower?");
        CohortSpec variant = step.after().spec();
        var baseline = variant.beyond().baseline().orElseThrow();
        assertEquals(500, baseline.spec().count());
        assertTrue(baseline.spec().constraints().isEmpty());
        assertEquals(List.of("500 type 2 diabetes patients"), baseline.said().messages());
        String reply = step.turn().reply();
        assertTrue(reply.contains("mean Body mass index: baseline"), reply);
        assertTrue(reply.contains("(−3)"), reply);
        assertTrue(reply.contains("association") && reply.contains("n = "), reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what if I have no internet?",
                "what happens if I undo?",
                "what if you are wrong?",
                "what if there is no data?"
            })
    void aQuestionThatBeginsSoChangesNothing(String question) {
        Step step = said("500 type 2 diabetes patients", question);
        assertNotEquals(Turn.Kind.CHANGED, step.turn().kind());
        assertTrue(step.after().spec().beyond().baseline().isEmpty());
    }

    @Test
    void itEndsByKeepingDroppingOrUndoing() {
        String[] start = {"500 type 2 diabetes patients", "what if they all stopped smoking?"};
        CohortSpec plain = said(start[0]).after().spec();
        CohortSpec kept = said(start[0], start[1], "keep the variant").after().spec();
        assertTrue(kept.beyond().baseline().isEmpty());
        assertEquals(1, kept.constraints().size());
        assertEquals(plain, said(start[0], start[1], "drop the what-if").after().spec());
        assertEquals(plain, said(start[0], start[1], "undo").after().spec());
    }

    @Test
    void anotherWhatIfBeginsAtTheBaselineAndOneOnTopDoesNot() {
        String[] start = {"500 type 2 diabetes patients", "what if they all stopped smoking?"};
        CohortSpec other = said(start[0], start[1], "what if all were on a statin?").after().spec();
        assertEquals(1, other.constraints().size());
        CohortSpec both =
                said(start[0], start[1], "and what if all were also on a statin?").after().spec();
        assertEquals(2, both.constraints().size());
        CohortSpec more = said(start[0], start[1], "make it 700 patients").after().spec();
        assertEquals(700, more.beyond().baseline().orElseThrow().spec().count());
    }

    private static GenerateRequest request(Path out, Optional<Path> spec, int threads) {
        return new GenerateRequest(
                Optional.empty(),
                spec,
                Optional.of(out),
                Optional.of(List.of("csv")),
                OptionalLong.empty(),
                Optional.empty(),
                false,
                threads,
                false);
    }

    @Test
    void bothAreMadeAndTheFileOfTheSpecificationMakesTheSameBytes(@TempDir Path dir)
            throws IOException {
        Conversation c =
                said("200 type 2 diabetes patients", "what if they all stopped smoking?").after();
        PROGRAM.make(c, request(dir.resolve("a"), Optional.empty(), 1), (what, done) -> {});
        Path spec = dir.resolve("a/spec.json");
        var kept = SpecJson.read(Files.readString(spec)).beyond().baseline().orElseThrow();
        assertEquals(c.spec().beyond().baseline().orElseThrow().said(), kept.said());
        assertEquals(List.of("csv"), kept.spec().formats());
        PROGRAM.generate(request(dir.resolve("b"), Optional.of(spec), 3), (what, done) -> {});
        for (String file :
                List.of(
                        "cohort.csv",
                        "baseline/cohort.csv",
                        "baseline/spec.json",
                        "comparison.csv")) {
            assertEquals(
                    -1, Files.mismatch(dir.resolve("a/" + file), dir.resolve("b/" + file)), file);
        }
        String comparison = Files.readString(dir.resolve("a/comparison.csv"));
        assertTrue(comparison.contains("smoking,share of current,%,"), comparison);
    }

    @Test
    void twoNamedStatesAreComparedInFigures() {
        Step step =
                said(
                        "500 type 2 diabetes patients",
                        "save this as A",
                        "mean BMI 28",
                        "save this as B",
                        "compare A and B");
        assertTrue(step.turn().reply().contains("mean Body mass index: A"), step.turn().reply());
        assertTrue(step.turn().reply().contains("reference population"), step.turn().reply());
    }

    @Test
    void aReplySaysOfWhomEachGroupIsMade() {
        String english =
                Anamnesis.bundled()
                        .turn(
                                Conversation.EMPTY,
                                "400 T2DM patients, half on metformin, half not on metformin, same age")
                        .turn()
                        .reply();
        assertTrue(english.contains("\n  - metformin: 200 patients, from "), english);
        assertTrue(english.contains("\n  - same age in all groups: mean "), english);
        String german = Told.in("de").of(english);
        assertTrue(german.contains("\n  - Metformin: 200 Patienten, aus "), german);
        assertTrue(german.contains("\n  - Alter in allen Gruppen gleich: Mittelwert "), german);
    }
}
