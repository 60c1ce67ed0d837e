package org.anamnesis.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Catalogue catalogue = Catalogue.bundled();
    private final Vocabulary vocabulary = Vocabulary.bundled();

    private String ids(String text) {
        return vocabulary.find(text).stream()
                .map(m -> m.concept().id())
                .collect(Collectors.joining(" "));
    }

    @Test
    void theMainRequestNamesItsConditionOnce() {
        String request =
                "generate 2000 Type 2 diabetes patients EHR data with 20 important diabetes"
                        + " observations based on the US population";
        List<Vocabulary.Mention> found = vocabulary.find(request);
        assertEquals(1, found.size(), found.toString());
        assertEquals("type-2-diabetes", found.get(0).concept().id());
        assertEquals("Type 2 diabetes", found.get(0).words());
        assertEquals(request.indexOf("Type 2"), found.get(0).start());
    }

    /** What people type, and what it means; one line a concept. */
    @Test
    void everydayWords() {
        String expected =
                """
                T2DM = type-2-diabetes
                DM2 = type-2-diabetes
                type II diabetes = type-2-diabetes
                adult onset diabetes = type-2-diabetes
                sugar disease = type-2-diabetes
                juvenile diabetes = type-1-diabetes
                borderline diabetes = prediabetes
                HTN = hypertension
                high blood pressure = hypertension
                chronic renal disease = chronic-kidney-disease
                CKD = chronic-kidney-disease
                Alzheimer’s = dementia
                alzheimers disease = dementia
                AFib = atrial-fibrillation
                heart attack = coronary-artery-disease
                HFrEF = heart-failure
                congestive heart failure = heart-failure
                MDD = depression
                bowel cancer = colorectal-cancer
                CRC = colorectal-cancer
                haemorrhagic stroke = stroke
                emphysema = copd
                hypercholesterolaemia = hyperlipidemia
                A1c = hba1c
                hb a1c = hba1c
                glycated haemoglobin = hba1c
                bad cholesterol = ldl
                systolic = sbp
                sbp = sbp
                eGFR = egfr
                microalbumin = uacr
                body-mass index = bmi
                K = potassium
                statins = class:statin
                SGLT2i = class:sglt2-inhibitor
                SGLT-2 inhibitors = class:sglt2-inhibitor
                GLP-1 agonists = class:glp-1-receptor-agonist
                water pills = class:loop-diuretic
                ACE inhibitors = class:ace-inhibitor
                betablockers = class:beta-blocker
                glucophage = metformin
                salbutamol = albuterol
                """;
        for (String line : expected.lines().toList()) {
            String[] pair = line.split(" = ");
            assertEquals(pair[1], ids(pair[0]), pair[0]);
        }
    }

    @Test
    void everyNameAndSynonymFindsItsConcept() {
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept c : catalogue.concepts(kind)) {
                found(c, c.name());
                c.synonyms().forEach(s -> found(c, s.startsWith("=") ? s.substring(1) : s));
            }
        }
    }

    private void found(Concept concept, String words) {
        assertTrue(
                vocabulary.find("people, " + words + ", n=5").stream()
                        .anyMatch(m -> m.concept().equals(concept)),
                () -> "\"" + words + "\" does not find " + concept.id());
    }

    /** A phrase may belong to two kinds ("insulin" is measured and taken), never to two of one. */
    @Test
    void noPhraseMeansTwoThingsOfOneKind() {
        var problems = new TreeSet<String>();
        for (Concept.Kind kind : Concept.Kind.values()) {
            for (Concept c : catalogue.concepts(kind)) {
                for (String s : c.synonyms()) {
                    vocabulary.find(s.startsWith("=") ? s.substring(1) : s).stream()
                            .filter(m -> m.concept().kind() == kind && !m.concept().equals(c))
                            .filter(m -> m.words().length() + 1 >= s.length())
                            .forEach(
                                    m -> problems.add(s + ": " + c.id() + ", " + m.concept().id()));
                }
            }
        }
        assertEquals(List.of(), List.copyOf(problems));
    }

    @Test
    void abbreviationsThatAreWordsNeedTheirCase() {
        assertEquals("map", ids("mean MAP of 90"));
        assertEquals("", ids("draw a map of them, as a cap"));
        assertEquals("rheumatoid-arthritis", ids("RA patients"));
        assertEquals("", ids("ad hoc, at k equal to 5, mi casa"));
        assertEquals("coronary-artery-disease", ids("prior MI"));
    }

    @Test
    void anotherConditionThatHoldsAnameOfOursIsNotOurs() {
        assertEquals("", ids("patients with pulmonary arterial hypertension"));
        assertEquals("", ids("portal hypertension, diabetes insipidus, manic depression"));
        assertEquals("hypertension", ids("patients with arterial hypertension"));
    }

    /** One slip in any long word of a condition's name is forgiven. */
    @Test
    void oneTypingErrorIsForgiven() {
        assertEquals("type-2-diabetes", ids("type 2 diabtes"));
        assertEquals("hypertension", ids("hypertenshon"));
        assertEquals("asthma", ids("ashtma"));
        ForAll.seeds(
                300,
                seed -> {
                    long key = SeedTree.key(new SeedTree(seed).purpose("slip"), 0);
                    List<Concept> all = catalogue.concepts(Concept.Kind.INGREDIENT);
                    Concept c = all.get(below(all.size(), key, 0));
                    String name = c.name();
                    if (name.length() >= 8 && name.indexOf(' ') < 0) {
                        int at = 1 + below(name.length() - 1, key, 1);
                        String slip = name.substring(0, at) + "q" + name.substring(at + 1);
                        assertTrue(ids(slip).contains(c.id()), slip);
                    }
                });
    }

    /** A whole number below {@code end}. */
    private static int below(int end, long key, int k) {
        return (int) (SeedTree.uniform(key, k) * end);
    }

    @Test
    void digitsAndShortWordsAreNeverCorrected() {
        assertEquals("type-1-diabetes", ids("type 1 diabetes"));
        assertEquals("", ids("type 3 diabetes"));
        assertEquals("", ids("mean up, stating the control, lactated"));
    }

    @Test
    void ambiguousWordsHaveAMarkedReading() {
        Vocabulary.Default diabetes = vocabulary.defaultReading("Diabetes").orElseThrow();
        assertEquals("type-2-diabetes", diabetes.concept().id());
        assertTrue(diabetes.assumption().contains("type 2"));
        assertEquals(
                "obesity", vocabulary.defaultReading("overweight").orElseThrow().concept().id());
        assertTrue(vocabulary.defaultReading("type 2 diabetes").isEmpty());
        assertEquals("", ids("diabetes"), "the bare word is nobody's synonym");
    }

    @Test
    void nearestNamesAreOffered() {
        assertEquals("type-2-diabetes", nearest("typ two diabetis").get(0));
        assertTrue(nearest("prostate hyperplasia").subList(0, 1).contains("prostate-cancer"));
        assertTrue(nearest("renal disease of the kidneys").contains("chronic-kidney-disease"));
        assertEquals(3, nearest("gout").size());
    }

    private List<String> nearest(String words) {
        return vocabulary.nearest(words, Concept.Kind.CONDITION, 3).stream()
                .map(Concept::id)
                .toList();
    }

    @Test
    void noiseIsReadInOrderWithoutOverlap() {
        ForAll.seeds(
                30,
                seed -> {
                    long key = SeedTree.key(new SeedTree(seed).purpose("noise"), 0);
                    StringBuilder noise = new StringBuilder();
                    String signs = "abcdefghiostmnr 12'-=()µ²\u0000\uD83D漢";
                    for (int i = 0; i < 3000; i++) {
                        noise.append(signs.charAt(below(signs.length(), key, i)));
                    }
                    String text = noise + " HbA1c " + noise.toString().toUpperCase(Locale.ROOT);
                    int end = 0;
                    int start = -1;
                    for (Vocabulary.Mention m : vocabulary.find(text)) {
                        assertTrue(m.start() >= end || m.start() == start, m.toString());
                        assertEquals(text.substring(m.start(), m.end()), m.words());
                        start = m.start();
                        end = m.end();
                    }
                    assertTrue(ids(text).contains("hba1c"));
                });
    }
}
