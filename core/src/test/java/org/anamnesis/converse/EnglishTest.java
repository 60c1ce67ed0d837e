package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * English stays English: foreign names in it ("Behçet's disease", "Bucher et al") change nothing.
 */
class EnglishTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "c.txt"})
    void noEnglishMessageIsTakenForAnotherLanguage(String file) throws IOException {
        List<String> taken = new ArrayList<>();
        for (Dialogue d : Dialogue.all(file)) {
            boolean english = !d.title().endsWith("languages");
            d.turns().stream()
                    .map(Dialogue.Expected::message)
                    .filter(m -> english && Language.of(m) != Language.EN)
                    .forEach(taken::add);
        }
        assertEquals(List.of(), taken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Behçet's disease affecting oral mucosa",
                "von Jaksch's anemia",
                "CABG (Bucher et al)",
                "Otitis media",
                "decide",
                "double",
                "Superior Mesenteric Artery Revascularization",
                "Major depressive disorder, 65 y/o",
                "Treponema sp Ab [Presence] in Serum",
                "Sjögren syndrome with Ménière disease in women"
            })
    void namesAreNoLanguage(String message) {
        assertEquals(Language.EN, Language.of(message));
    }

    /** Questions of hospital staff and published cohort definitions, where they are at hand. */
    @ParameterizedTest
    @ValueSource(strings = {"ehrsql-mimic3-questions.json", "ohdsi-phenotypes.json"})
    void medicalTextIsEnglish(String file) throws IOException {
        Path path =
                Path.of(System.getProperty("anamnesis.shared", "../../shared"))
                        .resolve("conversation")
                        .resolve(file);
        assumeTrue(Files.exists(path), "the shared texts are not at hand");
        Matcher m =
                Pattern.compile("\"((?:[^\"\\\\]|\\\\.){12,})\"").matcher(Files.readString(path));
        int all = 0;
        List<String> taken = new ArrayList<>();
        while (m.find()) {
            all++;
            if (Language.of(m.group(1)) != Language.EN) {
                taken.add(m.group(1));
            }
        }
        int least = all / 1000;
        assertTrue(taken.size() <= least, taken.size() + " of " + all + ": " + taken);
    }

    @Test
    void aWordOrTwoOfAnotherLanguageAreEnough() {
        assertEquals(Language.DE, Language.of("Danke!"));
        assertEquals(Language.FR, Language.of("Merci !"));
        assertEquals(Language.ES, Language.of("gracias"));
        assertEquals(Language.DE, Language.of("Vorhofflimmern 300"));
        assertEquals(Language.ES, Language.of("insuficiencia cardiaca, n=100"));
    }
}
