package org.anamnesis.llm.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.Catalogue;
import org.anamnesis.llm.Settings;
import org.junit.jupiter.api.Test;

/**
 * The model that ships on phrases that its thresholds were not found by. The floors are what was
 * reached; they only rise.
 */
class LinkingAccuracyTest {
    private static final Model MODEL =
            Model.of(new Settings(Map.of(), Path.of("none")), Path.of("none"));

    @Test
    void onTheHalfKeptApartWrongLinksAreRareAndForeignPhrasesAreNoneOfOurs() {
        Measured m = Measured.of(MODEL, Example.toMeasure());

        assertTrue(m.ours() + m.foreign() >= 280, m::toString);
        assertTrue(m.right() >= 83, m::toString);
        assertTrue(m.right() + m.asked() >= 130, m::toString);
        assertTrue(m.wrong() <= 0.02 * m.ours(), m::toString);
        assertEquals(0, m.foreignTaken(), m::toString);
        assertTrue(m.foreignAsked() <= 0.03 * m.foreign(), m::toString);
    }

    @Test
    void theThresholdsAreThoseThatTheExamplesGive() {
        List<Calibration.Placed> placed = new ArrayList<>();
        for (Example e : Example.toCalibrate()) {
            placed.add(new Calibration.Placed(e, MODEL.place(e.phrase(), e.kinds())));
        }
        Thresholds found = Calibration.of(placed);

        // names that the catalogue learns move them a little until the vectors are made anew
        assertEquals(found.near(), MODEL.thresholds().near(), 0.03);
        assertEquals(found.lead(), MODEL.thresholds().lead(), 0.03);
        assertEquals(found.asked(), MODEL.thresholds().asked(), 0.05);
    }

    @Test
    void noPhraseStandsInBothHalves() {
        Set<String> both = new HashSet<>();
        Example.toCalibrate().forEach(e -> both.add(e.phrase()));
        both.retainAll(Example.toMeasure().stream().map(Example::phrase).toList());

        assertEquals(Set.of(), both);
    }

    @Test
    void theConceptsOfTheExamplesAreInTheCatalogue() {
        for (Example e : Example.toMeasure()) {
            e.concepts().forEach(id -> assertTrue(Catalogue.bundled().find(id).isPresent(), id));
        }
    }

    /** Names that are not among the vectors that ship cost ten milliseconds each at loading. */
    @Test
    void nearlyAllNamesAreAmongTheVectorsThatShip() throws Exception {
        KnownVectors shipped;
        try (var in = Model.class.getResourceAsStream(Model.BUNDLED)) {
            shipped = KnownVectors.read(in);
        }
        List<Name> names = Name.all(Catalogue.bundled());
        long missing =
                names.stream().filter(n -> !shipped.vectors().containsKey(n.words())).count();

        assertTrue(
                missing <= 60, missing + " names are new: make the vectors anew (CONTRIBUTING.md)");
    }
}
