package org.anamnesis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Standing;
import org.anamnesis.code.StudyKind;
import org.anamnesis.code.StudyKinds;
import org.anamnesis.spec.Beyond;
import org.anamnesis.spec.StudyOrder;
import org.junit.jupiter.api.Test;

class StudyFiguresTest {
    @Test
    void everyFigureOfAnOrderedStudyIsNamedWithHowFarItWasChecked() throws IOException {
        String text = SourcesReport.markdown(asked("ecg"));
        assertTrue(text.contains("## On what each ECG rests"), text);
        assertTrue(text.contains("- **read** left bundle branch block in 25 % of those"), text);
        assertTrue(text.contains("- **assumed** an old infarction in 25 %"), text);
        assertTrue(text.contains("- **unverified** criteria of sinus arrhythmia"), text);
        assertFalse(text.contains("On what each CT rests"), text);
        List<?> figures =
                (List<?>) JSON.std.mapFrom(SourcesReport.json(asked("ecg"))).get("studies");
        StudyKind ecg = StudyKinds.find("ecg").orElseThrow();
        assertEquals(ecg.figures().size() + ecg.findings().size(), figures.size());
        assertEquals("read", ((Map<?, ?>) figures.get(0)).get("confidence"));
        StringBuilder page = new StringBuilder();
        HtmlReport.write(asked("ct"), page);
        assertTrue(page.toString().contains("On what each CT rests"));
    }

    @Test
    void withoutStudiesNothingIsSaidOfThem() {
        assertFalse(SourcesReport.markdown(Dossiers.small()).contains("On what each"));
        assertFalse(SourcesReport.json(Dossiers.small()).contains("\"studies\""));
    }

    /** A word that means another thing in the catalogue than in the evidence would mislead. */
    @Test
    void theCatalogueUsesTheWordsOfTheReport() {
        for (Standing standing : Standing.values()) {
            assertEquals(standing.word(), Trust.of(standing).word());
        }
        for (StudyKind kind : StudyKinds.bundled()) {
            assertFalse(kind.figures().isEmpty(), kind.id());
            kind.figures()
                    .forEach(
                            f ->
                                    assertTrue(
                                            f.standing() == Standing.ASSUMED
                                                    || f.standing() == Standing.RECALLED
                                                    || !f.source().isEmpty(),
                                            f.what()));
        }
    }

    private static Dossier asked(String kind) {
        Dossier d = Dossiers.small();
        StudyOrder order = new StudyOrder(kind, List.of(), 100, Map.of(), Map.of(), List.of());
        return new Dossier(
                d.understanding(),
                d.conditionName(),
                d.spec().withBeyond(Beyond.NOTHING.with(order)),
                d.header(),
                d.evaluation(),
                d.condition(),
                d.sources(),
                Optional.empty(),
                List.of(),
                List.of(),
                "test");
    }
}
