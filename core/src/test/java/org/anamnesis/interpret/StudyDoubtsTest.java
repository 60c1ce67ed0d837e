package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests for studies that cannot be meant as they stand are told, with what can be. */
class StudyDoubtsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 head CTs, no haemorrhage, subdural haematoma | request.study.contradiction",
                "10 chest CTs without nodules and with an 8 mm nodule | request.study.contradiction",
                "10 chest CTs with a nodule in the liver | request.study.place",
                "10 abdominal CTs with a stone in the left ureter | request.study.place",
                "10 chest CTs with pericardial effusion | request.study.place",
                "10 chest CTs with pneumothorax | request.study.absent",
                "10 chest CTs with contrast | request.study.absent",
                "CT of the pelvis for 10 women | request.study.region",
                "chest, abdomen and head CTs for 10 people | request.study.region",
                "10 head CTs with midline shift | request.study.number",
                "10 chest CTs with a nodule outside the lung | request.study.place",
                "50 normal and 50 abnormal ECGs | request.study.abnormal",
                "20 low dose head CTs | request.study.dose",
            })
    void whatCannotBeMeantIsTold(String message, String code) {
        Problem told = problem(message);
        assertEquals(code, told.code());
        assertTrue(!told.suggestion().isBlank(), told::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 chest CTs with 15 nodules | number 15",
                "20 chest CTs at 90 kV | tube voltage 90",
                "20 chest CTs with a 1024 matrix | matrix 1024",
                "10 chest CTs with a 40 cm nodule | diameter 400 mm",
                "50 ECGs, 120 % with LBBB | left bundle branch block in 120 %",
                "20 chest CTs with pneumonia in 7 lobes | number 7",
            })
    void whatCannotBeMadeIsTold(String message, String where) {
        var reading = new RuleReader().read(message, CohortSpec.DEFAULT);
        var understood = assertInstanceOf(Reading.Understood.class, reading, message);
        CohortSpec spec =
                Amendment.of(
                        CohortSpec.DEFAULT,
                        understood.edits().stream().map(Reading.Quoted::edit).toList());
        assertTrue(
                SpecCheck.problems(spec).stream().anyMatch(p -> p.where().contains(where)),
                () -> SpecCheck.problems(spec).toString());
    }

    @Test
    void whatIsDeniedForAnotherIsNoContradiction() {
        var reading =
                new RuleReader()
                        .read(
                                "10 head CTs with a subdural haematoma but no intracerebral haemorrhage",
                                CohortSpec.DEFAULT);
        assertInstanceOf(Reading.Understood.class, reading);
    }

    private static Problem problem(String message) {
        var reading = new RuleReader().read(message, CohortSpec.DEFAULT);
        return assertInstanceOf(Reading.NotUnderstood.class, reading, message).problems().get(0);
    }
}
