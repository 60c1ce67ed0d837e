package org.anamnesis.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.bundled();

    @Test
    void holdsEveryKind() {
        assertEquals(27, catalogue.concepts(Concept.Kind.CONDITION).size());
        assertEquals(119, catalogue.concepts(Concept.Kind.OBSERVATION).size());
        assertEquals(169, catalogue.concepts(Concept.Kind.INGREDIENT).size());
        assertTrue(catalogue.concepts(Concept.Kind.DRUG_CLASS).size() > 60);
    }

    @Test
    void everyConceptHasItsCodes() {
        for (Concept c : catalogue.concepts(Concept.Kind.CONDITION)) {
            assertTrue(c.verified(CodeSystem.ICD_10_CM).isPresent(), c.id());
        }
        for (Concept c : catalogue.concepts(Concept.Kind.INGREDIENT)) {
            assertEquals(CodeSystem.RXNORM, c.codings().get(0).system(), c.id());
        }
        Coding a1c = catalogue.find("hba1c").orElseThrow().verified(CodeSystem.LOINC).orElseThrow();
        assertEquals("4548-4", a1c.code());
        assertEquals("Hemoglobin A1c/Hemoglobin.total in Blood", a1c.display());
    }

    @Test
    void recalledCodesAreKeptButUnverified() {
        Concept gcs = catalogue.find("gcs").orElseThrow();
        assertEquals("9269-2", gcs.codings().get(0).code());
        assertTrue(gcs.verified(CodeSystem.LOINC).isEmpty());
    }

    @Test
    void drugsAndTheirLevelsAreTwoThings() {
        assertEquals(Concept.Kind.INGREDIENT, catalogue.find("levetiracetam").orElseThrow().kind());
        assertEquals(
                Concept.Kind.OBSERVATION,
                catalogue.find("levetiracetam_level").orElseThrow().kind());
    }

    @Test
    void ingredientsKnowTheirClasses() {
        assertEquals(
                List.of("class:insulin-basal", "class:insulin"),
                catalogue.classesOf("insulin-glargine").stream().map(Concept::id).toList());
        Set<String> statins =
                catalogue.ingredientsOf("class:statin").stream()
                        .map(Concept::id)
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of("atorvastatin", "simvastatin", "rosuvastatin", "pravastatin", "lovastatin"),
                statins);
        for (Concept c : catalogue.concepts(Concept.Kind.INGREDIENT)) {
            assertTrue(catalogue.classesOf(c.id()).stream().allMatch(x -> x != null), c.id());
            assertTrue(!catalogue.classesOf(c.id()).isEmpty(), c.id());
        }
    }

    @Test
    void aWrongDigitInAResourceIsCaught() {
        String good =
                "[{'id':'a','kind':'OBSERVATION','name':'A','words':[],'codings':"
                        + "[{'system':'LOINC','code':'4548-4','display':'d','by':'synthea'}]}]";
        read(good);
        var e =
                assertThrows(
                        IllegalArgumentException.class, () -> read(good.replace("4548", "4549")));
        assertTrue(e.getMessage().contains("4549-4"));
    }

    @Test
    void twoConceptsOfOneIdAreCaught() {
        String one = "{'id':'a','kind':'CONDITION','name':'A','words':[],'codings':[]}";
        assertThrows(IllegalArgumentException.class, () -> read("[" + one + "," + one + "]"));
    }

    private static Catalogue read(String json) {
        try {
            return Catalogue.read(
                    new ByteArrayInputStream(json.replace('\'', '"').getBytes(UTF_8)));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
