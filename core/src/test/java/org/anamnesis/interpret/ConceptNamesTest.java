package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of conditions, observations and drugs in the other languages. */
class ConceptNamesTest {
    @ParameterizedTest
    @EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void everyConditionHasAName(Language language) {
        ConceptNames names = ConceptNames.of(language);

        for (Concept condition : Catalogue.bundled().concepts(Concept.Kind.CONDITION)) {
            boolean named =
                    names.all().stream()
                            .map(ConceptNames.Named::id)
                            .anyMatch(condition.id()::equals);
            assertTrue(named, language + " " + condition.id());
            assertFalse(names.name(condition.id()).isBlank());
        }
    }

    /** Each name, put into English as part of a message, names its concept again. */
    @ParameterizedTest
    @EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void everyNameIsReadAsItsConcept(Language language) {
        List<String> wrong = new ArrayList<>();
        for (ConceptNames.Named named : ConceptNames.of(language).all()) {
            for (String name : named.names()) {
                String typed = name.replace("*", "");
                List<String> found = read(typed, language);
                if (!found.contains(named.id())) {
                    wrong.add(typed + " is " + found + ", not " + named.id());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<String> read(String name, Language language) {
        StringBuilder english = new StringBuilder();
        for (Part part : Translation.parts(name, language)) {
            english.append(part.english()).append(' ');
        }
        return Vocabulary.bundled().find(english.toString()).stream()
                .map(m -> m.concept().id())
                .toList();
    }

    @Test
    void namesAreOfTheLanguage() {
        assertEquals("Bluthochdruck", ConceptNames.of(Language.DE).name("hypertension"));
        assertEquals("asma", ConceptNames.of(Language.ES).name("asthma"));
        assertEquals("Asthma", ConceptNames.of(Language.EN).name("asthma"));
        assertNotEquals("", ConceptNames.of(Language.FR).name("no such concept"));
    }
}
