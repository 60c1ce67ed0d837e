package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Looking up what can be asked for. */
class CatalogueSearchTest {
    private static String first(String words) {
        return (String) CatalogueSearch.of(words, Optional.empty(), 5).entries().get(0).get("id");
    }

    @Tag("slow")
    @Test
    void everyNameAndEveryVerifiedCodeFindsItsConceptFirstOrAmongItsEquals() {
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept c : Catalogue.bundled().concepts(kind)) {
                List<Map<String, Object>> found =
                        CatalogueSearch.of(c.name(), Optional.empty(), 10).entries();
                assertTrue(
                        found.stream().anyMatch(e -> e.get("id").equals(c.id())),
                        () -> c.name() + " finds " + found);
                c.codings().stream()
                        .filter(x -> x.verified())
                        .forEach(
                                x ->
                                        assertTrue(
                                                CatalogueSearch.of(x.code(), Optional.empty(), 50)
                                                        .entries()
                                                        .stream()
                                                        .anyMatch(e -> e.get("id").equals(c.id())),
                                                x::code));
            }
        }
        assertEquals("hba1c", first("A1C"));
        assertEquals("hba1c", first("4548-4"));
        assertEquals("type-2-diabetes", first("diabetes type 2"));
    }

    @Test
    void aPartOfTheWordsIsEnoughAndAKindNarrows() {
        var found = CatalogueSearch.of("diab", Optional.of("condition"), 50);
        assertFalse(found.near());
        assertTrue(found.entries().size() >= 2, found::toString);
        assertTrue(found.entries().stream().allMatch(e -> e.get("kind").equals("condition")));
        Map<String, Object> statins =
                CatalogueSearch.of("statin", Optional.of("drug_class"), 1).entries().get(0);
        assertTrue(((List<?>) statins.get("drugs")).size() > 2, statins::toString);
    }

    @Test
    void allOfItIsCountedAndAMisspellingFindsWhatIsNear() {
        int all =
                List.of(Concept.Kind.values()).stream()
                        .mapToInt(k -> Catalogue.bundled().concepts(k).size())
                        .sum();
        var some = CatalogueSearch.of("", Optional.empty(), 7);
        assertEquals(7, some.entries().size());
        assertEquals(all, some.total());
        var near = CatalogueSearch.of("metphormin", Optional.of("ingredient"), 5);
        assertTrue(near.near());
        assertEquals("metformin", near.entries().get(0).get("id"));
        assertEquals(
                List.of(),
                CatalogueSearch.of("\0\n<script>", Optional.of("condition"), 0).entries());
    }

    /** A code that nobody has verified does not leave the program here either. */
    @Test
    void onlyVerifiedCodesAreShown() {
        for (Map<String, Object> e : CatalogueSearch.of("", Optional.empty(), 1000).entries()) {
            Concept c = Catalogue.bundled().find((String) e.get("id")).orElseThrow();
            assertEquals(
                    c.codings().stream().filter(x -> x.verified()).count(),
                    ((List<?>) e.get("codes")).size());
        }
    }
}
