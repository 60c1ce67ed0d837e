package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.table.CsvTable;
import org.anamnesis.testkit.CdmCheck;
import org.anamnesis.testkit.FhirCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drugs that no survey tells of: as many take them as asked, chosen at random, and said so. */
class DealtDrugsTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @TempDir private Path folder;

    private Outcome outcome(String words, String name, long seed, int threads, String formats) {
        return anamnesis.generate(
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(folder.resolve(name)),
                        Optional.of(List.of(formats.split(","))),
                        OptionalLong.of(seed),
                        Optional.empty(),
                        false,
                        threads,
                        false),
                (s, f) -> {});
    }

    private Path made(String words, long seed) {
        String name = "made" + seed;
        outcome(words, name, seed, 2, "csv");
        return folder.resolve(name);
    }

    /** Patients by the drug that they take. */
    private static Map<String, Set<String>> takers(Path out) throws IOException {
        CsvTable table = CsvTable.read(out.resolve("medications.csv"));
        List<String> drugs = table.text("ingredient");
        List<String> patients = table.text("patient_id");
        Map<String, Set<String>> all = new HashMap<>();
        IntStream.range(0, table.rows())
                .forEach(
                        i ->
                                all.computeIfAbsent(drugs.get(i), d -> new TreeSet<>())
                                        .add(patients.get(i)));
        return all;
    }

    private static String counts(Map<String, Set<String>> takers, String drugs) {
        return List.of(drugs.split(" ")).stream()
                .map(d -> d + " " + takers.getOrDefault(d, Set.of()).size())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 people with rheumatoid arthritis, half on etanercept | etanercept | etanercept 30",
                "100 lung cancer patients, 40 % on pembrolizumab | pembrolizumab | pembrolizumab 40",
                "450 women with osteoporosis, half on denosumab, half on alendronate | denosumab alendronate risedronate | denosumab 225, alendronate 225, risedronate 0",
                "200 people with osteoporosis, 40 % on alendronate | alendronate risedronate | alendronate 80, risedronate 120",
                "200 people with CAD, two arms: ticagrelor and clopidogrel | ticagrelor clopidogrel | ticagrelor 100, clopidogrel 100",
                "300 RA patients in two arms, leflunomide and etanercept | leflunomide etanercept methotrexate | leflunomide 150, etanercept 150, methotrexate 0",
                "100 osteoporosis patients not on a bisphosphonate | alendronate risedronate | alendronate 0, risedronate 0",
                "100 RA patients, nobody on etanercept | etanercept | etanercept 0",
                "250 RA patients, 30 % on etanercept and 20 % on adalimumab | etanercept adalimumab | etanercept 75, adalimumab 50",
                "201 adults taking etanercept or leflunomide | etanercept leflunomide | etanercept 101, leflunomide 100",
                "200 CAD patients, 80 % on a statin, 30 % on atorvastatin | atorvastatin rosuvastatin | atorvastatin 60, rosuvastatin 100",
                "200 CAD patients on a statin, 40 % on atorvastatin | atorvastatin rosuvastatin | atorvastatin 80, rosuvastatin 120",
                "200 people with dementia, 30 % on rivastigmine | rivastigmine donepezil | rivastigmine 60, donepezil 140",
                "100 RA patients, everyone on methotrexate, 40 % on leflunomide | methotrexate leflunomide | methotrexate 100, leflunomide 40",
                "200 AF patients, 30 % on warfarin, 40 % on apixaban | warfarin apixaban | warfarin 60, apixaban 80",
                "100 AF patients, none on an anticoagulant | warfarin apixaban rivaroxaban dabigatran | warfarin 0, apixaban 0, rivaroxaban 0, dabigatran 0",
                "300 adults over 60, no alendronate and no risedronate | alendronate risedronate | alendronate 0, risedronate 0"
            })
    void asManyTakeThemAsAsked(String words, String drugs, String expected) throws IOException {
        for (long seed = 1; seed <= 2; seed++) {
            assertEquals(expected, counts(takers(made(words, seed)), drugs));
        }
    }

    @Test
    void nobodyTakesTwoOfOneClass() throws IOException {
        Map<String, Set<String>> takers =
                takers(made("250 RA patients, 30 % on etanercept and 20 % on adalimumab", 4));

        Set<String> both = new TreeSet<>(takers.get("etanercept"));
        both.retainAll(takers.get("adalimumab"));

        assertEquals(Set.of(), both);
    }

    @Test
    void aClassIsMetByItsDrugs() throws IOException {
        Map<String, Set<String>> takers = takers(made("90 RA patients on a TNF inhibitor", 5));
        Set<String> either = new TreeSet<>(takers.get("etanercept"));
        either.addAll(takers.get("adalimumab"));

        assertEquals(90, either.size());
        assertEquals(90, takers.get("etanercept").size() + takers.get("adalimumab").size());
    }

    @Test
    void aFamilyByWhichPeopleAreKnownCanBeTakenBySome() throws IOException {
        Map<String, Set<String>> takers =
                takers(made("200 patients with atrial fibrillation, 60 % anticoagulated", 5));
        Set<String> any = new TreeSet<>();
        for (String drug : List.of("warfarin", "apixaban", "rivaroxaban", "dabigatran")) {
            any.addAll(takers.getOrDefault(drug, Set.of()));
        }

        assertEquals(120, any.size());
    }

    /** Answers and what-ifs tell of dealt drugs what was asked. */
    @Test
    void whatWasAskedIsToldInAnswers() {
        String asked = "100 RA patients, half on etanercept";
        Conversation talk = anamnesis.turn(Conversation.EMPTY, asked).after();
        Turn share = anamnesis.turn(talk, "what share of them takes etanercept?").turn();
        Turn variant = anamnesis.turn(talk, "what if nobody took etanercept?").turn();

        assertTrue(share.reply().contains("of those asked for at present: 50 %"), share.reply());
        assertTrue(share.reply().contains("(unverified)"), share.reply());
        assertTrue(
                variant.reply().contains("on etanercept: baseline 50 %, variant 0 %"),
                variant.reply());
    }

    /** Those known by a drug who are dealt another one take it no more. */
    @Test
    void whatMakesUpEveryoneIsSharedOut() throws IOException {
        String words = "101 women with osteoporosis, half on denosumab, half on alendronate";
        Map<String, Set<String>> takers = takers(made(words, 6));
        Set<String> all = new TreeSet<>(takers.get("denosumab"));
        all.addAll(takers.get("alendronate"));

        assertEquals(101, all.size());
        assertEquals(101, takers.get("denosumab").size() + takers.get("alendronate").size());
    }

    /** The groups and who takes what are one and the same. */
    @Test
    void armsAreDisjointAndWhole() throws IOException {
        Path out = made("301 people with CAD, two arms: ticagrelor and clopidogrel", 7);
        CsvTable cohort = CsvTable.read(out.resolve("cohort.csv"));
        List<String> ids = cohort.text("patient_id");
        List<String> groups = cohort.text("group");
        Map<String, Set<String>> takers = takers(out);
        for (String arm : List.of("ticagrelor", "clopidogrel")) {
            assertEquals(
                    IntStream.range(0, cohort.rows())
                            .filter(i -> groups.get(i).equals(arm))
                            .mapToObj(ids::get)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    takers.get(arm));
        }
    }

    @Test
    void theSpecificationAloneMakesTheSameBytes() throws IOException {
        Path out = made("80 RA patients, half on etanercept, a quarter on leflunomide", 8);
        Path again = folder.resolve("again");
        anamnesis.generate(
                new GenerateRequest(
                        Optional.empty(),
                        Optional.of(out.resolve("spec.json")),
                        Optional.of(again),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        false,
                        1,
                        false),
                (s, f) -> {});

        for (String file : List.of("cohort.csv", "medications.csv", "dictionary.csv")) {
            assertEquals(
                    Files.readString(out.resolve(file)),
                    Files.readString(again.resolve(file)),
                    file);
        }
    }

    @Test
    void whoTakesThemFollowsTheSeedAndNotTheThreads() throws IOException {
        String words = "3000 people with rheumatoid arthritis, 37 % on etanercept";
        outcome(words, "one", 5, 1, "csv");
        outcome(words, "four", 5, 4, "csv");
        outcome(words, "other", 6, 1, "csv");
        Map<String, Set<String>> one = takers(folder.resolve("one"));

        assertEquals(
                Files.readString(folder.resolve("one/medications.csv")),
                Files.readString(folder.resolve("four/medications.csv")));
        assertEquals(1110, one.get("etanercept").size());
        assertNotEquals(one.get("etanercept"), takers(folder.resolve("other")).get("etanercept"));
    }

    @Test
    void whatIsChosenAtRandomIsSaid() throws IOException {
        String words = "100 people with rheumatoid arthritis, half on etanercept";
        Path out = made(words, 7);
        Turn turn = anamnesis.turn(Conversation.EMPTY, words).turn();
        String said = "no survey tells who takes etanercept";

        assertTrue(turn.warnings().stream().anyMatch(w -> w.startsWith(said)));
        assertTrue(turn.warnings().stream().noneMatch(w -> w.contains("no files can be made")));
        assertTrue(Files.readString(out.resolve("manifest.json")).contains(said));
        assertTrue(Files.readString(out.resolve("report.html")).contains(said));
        assertTrue(
                Files.readString(out.resolve("report.html")).contains("etanercept (unverified)"));
    }

    /** RxNorm's etanercept is 1151789 in OMOP, as the concepts that ship say. */
    @Test
    void theyStandInFhirAndOmopToo() throws IOException {
        String words = "60 RA patients, half on etanercept, over 3 years";
        outcome(words, "whole", 8, 2, "csv,fhir,omop");
        Path fhir = folder.resolve("whole/fhir");
        Path omop = folder.resolve("whole/omop");

        assertEquals(List.of(), FhirCheck.problems(fhir));
        assertEquals(
                30,
                Files.readAllLines(fhir.resolve("MedicationRequest.ndjson")).stream()
                        .filter(l -> l.contains("etanercept") && l.contains("\"active\""))
                        .count());
        assertEquals(List.of(), CdmCheck.problems(omop));
        CsvTable exposures = CsvTable.read(omop.resolve("drug_exposure.csv"));
        List<String> persons = exposures.text("person_id");
        List<String> concepts = exposures.text("drug_concept_id");
        assertEquals(
                30,
                IntStream.range(0, exposures.rows())
                        .filter(i -> concepts.get(i).equals("1151789"))
                        .mapToObj(persons::get)
                        .distinct()
                        .count());
    }
}
