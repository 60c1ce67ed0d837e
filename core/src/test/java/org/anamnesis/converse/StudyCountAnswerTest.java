package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.StudyOrder;
import org.junit.jupiter.api.Test;

/** In how many studies a finding is asked for, with the others that are one by their names. */
class StudyCountAnswerTest {
    private final StudyKind ct = StudyKinds.find("ct").orElseThrow();

    private CohortSpec spec(StudyOrder order) {
        return Amendment.of(
                CohortSpec.DEFAULT,
                List.of(new Edit.SetCount(30), new Edit.OrderStudies(order, false)));
    }

    private static StudyOrder.Shown shown(String finding, double percent) {
        return new StudyOrder.Shown(finding, percent, Map.of());
    }

    @Test
    void haemorrhagesAreAllThatAreCalledSo() {
        StudyOrder order =
                StudyOrder.of("ct")
                        .showing(shown("intracerebral-haemorrhage", 50))
                        .showing(shown("subdural-haematoma", 20))
                        .showing(shown("ischaemic-stroke", 10));
        assertEquals(
                List.of(
                        "asked for here: 50 % with intracerebral haemorrhage: 15 of 30 studies",
                        "asked for here: 20 % with subdural haematoma: 6 of 30 studies"),
                StudyCountAnswer.of(
                        ct.finding("intracerebral-haemorrhage").orElseThrow(), "ct", spec(order)));
        assertEquals(
                List.of("asked for here: 20 % with subdural haematoma: 6 of 30 studies"),
                StudyCountAnswer.of(
                        ct.finding("subdural-haematoma").orElseThrow(), "ct", spec(order)));
    }

    @Test
    void whatNobodyAskedForIsSaidSo() {
        StudyOrder order = StudyOrder.of("ct").showing(shown("lung-nodule", 50));
        assertEquals(
                List.of("not asked for here: CT of everyone, 50 % with lung nodule"),
                StudyCountAnswer.of(ct.finding("emphysema").orElseThrow(), "ct", spec(order)));
    }
}
