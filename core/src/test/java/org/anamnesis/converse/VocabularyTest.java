package org.anamnesis.converse;

import static org.anamnesis.testkit.SmallAthena.CONCEPTS;
import static org.anamnesis.testkit.SmallAthena.C_PEPTIDE;
import static org.anamnesis.testkit.SmallAthena.RELATIONSHIPS;
import static org.anamnesis.testkit.SmallAthena.VOCABULARIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.testkit.CdmCheck;
import org.anamnesis.testkit.SmallAthena;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vocabulary of the user completes what was not seen. */
class VocabularyTest {
    @TempDir private Path temp;
    private Path athena;

    @BeforeEach
    void aVocabulary() throws IOException {
        athena = SmallAthena.in(temp.resolve("athena"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(athena.resolve(file), text);
    }

    private Path made(Optional<Path> vocabulary, String format) {
        Path out = temp.resolve("made-" + vocabulary.isPresent() + format);
        return made(Anamnesis.bundled(), out, vocabulary, format);
    }

    private static Path made(
            Anamnesis program, Path out, Optional<Path> vocabulary, String format) {
        var request =
                new GenerateRequest(
                        Optional.of("60 type 2 diabetes patients with C-peptide"),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of(format)),
                        OptionalLong.of(3),
                        Optional.empty(),
                        false,
                        1,
                        false,
                        false,
                        vocabulary);
        program.generate(request, (s, f) -> {});
        return out;
    }

    @SuppressWarnings("unchecked")
    private static List<String> open(Path made) throws IOException {
        var manifest = JSON.std.mapFrom(Files.readString(made.resolve("manifest.json")));
        return ((Map<String, List<String>>) manifest.get("codes_without_concept")).get("omop");
    }

    @Test
    void whatWasNotSeenIsCompleted() throws IOException {
        Path without = made(Optional.empty(), "omop");
        Path with = made(Optional.of(athena), "omop");
        List<String> completed = new ArrayList<>(open(without));
        assertTrue(completed.removeAll(open(with)));
        assertEquals(1, completed.size(), completed.toString());
        assertTrue(completed.get(0).startsWith(C_PEPTIDE), completed.toString());
        Path cdm = with.resolve("omop");
        assertEquals(List.of(), CdmCheck.problems(cdm));
        assertTrue(
                Files.readString(cdm.resolve("concept.csv"))
                        .contains(
                                "2000000001,\"C peptide, \"\"fasting\"\"\",Measurement,LOINC,Lab Test,S,1986-9,1970-01-01"));
        assertTrue(Files.readString(cdm.resolve("measurement.csv")).contains(",2000000001,"));
        assertTrue(Files.readString(cdm.resolve("cdm_source.csv")).contains("v5.0 30-AUG-24"));
        assertTrue(
                Files.readString(with.resolve("manifest.json"))
                        .contains("\"vocabulary\" : \"v5.0 30-AUG-24\""));
    }

    @Test
    void aCodeThatIsNotStandardIsFiledUnderWhatItMapsTo() throws IOException {
        write(
                "CONCEPT.csv",
                CONCEPTS
                        + "2000000001\tC peptide\tMeasurement\tLOINC\tLab Test\t\t1986-9\t19700101\t20991231\t\n"
                        + "2000000009\tC peptide new\tMeasurement\tLOINC\tLab Test\tS\tnew\t19700101\t20991231\t\n");
        write(
                "CONCEPT_RELATIONSHIP.csv",
                RELATIONSHIPS
                        + "2000000001\t2000000009\tMaps to\t19700101\t20991231\t\n"
                        + "2000000001\t2000000003\tMaps to\t19700101\t20200101\tD\n");
        Path cdm = made(Optional.of(athena), "omop").resolve("omop");
        assertTrue(Files.readString(cdm.resolve("measurement.csv")).contains(",2000000009,"));
        assertEquals(List.of(), CdmCheck.problems(cdm));

        write(
                "CONCEPT.csv",
                Files.readString(athena.resolve("CONCEPT.csv")).replaceFirst("2000000009.*\n", ""));
        assertEquals("vocabulary.damaged", problem("omop").code());
    }

    private Problem problem(String format) {
        var wrong = assertThrows(RequestException.class, () -> made(Optional.of(athena), format));
        assertEquals(1, wrong.problems().size(), wrong.problems().toString());
        return wrong.problems().get(0);
    }

    private Problem spoilt(String file, String text) throws IOException {
        String before = Files.readString(athena.resolve(file));
        write(file, text);
        Problem wrong = problem("omop");
        write(file, before);
        assertFalse(Files.exists(temp.resolve("made-trueomop")), "nothing was made");
        return wrong;
    }

    @Test
    void anotherVersionOrADamagedOneIsSaidBeforeTheRun() throws IOException {
        String whole = Files.readString(athena.resolve("CONCEPT.csv"));
        assertEquals(
                "vocabulary.version",
                spoilt("VOCABULARY.csv", VOCABULARIES + "None\tOMOP\tOMOP\tv4.5 2014\t0\n").code());
        assertEquals("vocabulary.version", spoilt("VOCABULARY.csv", VOCABULARIES).code());
        assertEquals(
                "vocabulary.version",
                spoilt("CONCEPT.csv", whole.replace("concept_class_id", "concept_level")).code());
        Problem cut = spoilt("CONCEPT.csv", whole.substring(0, whole.length() - 30));
        assertEquals("vocabulary.damaged", cut.code());
        assertTrue(cut.message().contains("line 3"), cut.message());
        assertEquals(
                "vocabulary.damaged",
                spoilt("CONCEPT.csv", whole.replace("2000000001", "two")).code());
        assertEquals(
                "vocabulary.damaged",
                spoilt(
                                "CONCEPT.csv",
                                whole
                                        + "7\trosuvastatin\tDrug\tRxNorm\tIngredient\tS\t301542\t19700101\t20991231\t\n")
                        .code());
        assertEquals("vocabulary.empty", spoilt("CONCEPT.csv", CONCEPTS).code());
        Files.delete(athena.resolve("VOCABULARY.csv"));
        assertEquals("vocabulary.file.absent", problem("omop").code());
        athena = temp.resolve("nowhere");
        assertEquals("vocabulary.folder.absent", problem("omop").code());
        assertEquals("vocabulary.unused", problem("csv").code());
    }

    /** Of the one who starts the program, for everybody who asks it for OMOP. */
    @Test
    void aProgramMayHaveAVocabularyOfItsOwn() throws IOException {
        Anamnesis program = Anamnesis.bundled().completedBy(athena);
        Path named = made(Optional.of(athena), "omop");
        Path standing = made(program, temp.resolve("standing"), Optional.empty(), "omop");
        assertEquals(tree(named), tree(standing), "as if the request had named it");
        Path reading = temp.resolve("reading"); // stays with what else is set
        made(program.reading(NamedFiles.ANYWHERE), reading, Optional.empty(), "omop");
        assertEquals(tree(named), tree(reading));
        Path without = made(Optional.empty(), "omop");
        assertFalse(tree(without).equals(tree(standing)), "the twin: it does make a difference");

        Path csv = made(Optional.empty(), "csv");
        Path unused = made(program, temp.resolve("unused"), Optional.empty(), "csv");
        assertEquals(tree(csv), tree(unused), "who asks for no OMOP sees nothing of it");
    }

    @Test
    void aRequestsOwnVocabularyGoesFirst() throws IOException {
        Path own = SmallAthena.in(temp.resolve("own"));
        Path concepts = own.resolve("CONCEPT.csv");
        Files.writeString(concepts, Files.readString(concepts).replace("2000000001", "2000000077"));
        Anamnesis program = Anamnesis.bundled().completedBy(athena);
        Path made = made(program, temp.resolve("both"), Optional.of(own), "omop");
        String measured = Files.readString(made.resolve("omop").resolve("measurement.csv"));
        assertTrue(measured.contains(",2000000077,"));
        assertFalse(measured.contains(",2000000001,"));
    }

    @Test
    void aProgramDoesNotBeginWithOneThatCannotBeUsed() throws IOException {
        write("VOCABULARY.csv", VOCABULARIES + "None\tOMOP\tOMOP\tv4.5 2014\t0\n");
        assertEquals("vocabulary.version", unusable());
        write("VOCABULARY.csv", VOCABULARIES + "None\tOMOP\tOMOP\tv5.0\t0\n");
        write("CONCEPT_RELATIONSHIP.csv", RELATIONSHIPS.replace("relationship_id", "kind"));
        assertEquals("vocabulary.version", unusable());
        Files.delete(athena.resolve("CONCEPT_RELATIONSHIP.csv"));
        assertEquals("vocabulary.file.absent", unusable());
        athena = temp.resolve("nowhere");
        assertEquals("vocabulary.folder.absent", unusable());
    }

    private String unusable() {
        return assertThrows(RequestException.class, () -> Anamnesis.bundled().completedBy(athena))
                .problems()
                .get(0)
                .code();
    }

    /** Those who ask can do nothing about it, and where it lies is nobody's business. */
    @Test
    void oneThatIsSpoiltMeanwhileIsSaidWithoutItsPlace() throws IOException {
        Anamnesis program = Anamnesis.bundled().completedBy(athena);
        Path out = temp.resolve("later");
        for (boolean damaged : new boolean[] {true, false}) {
            if (damaged) {
                write("CONCEPT.csv", CONCEPTS + "one\n");
            } else {
                Files.delete(athena.resolve("CONCEPT.csv"));
            }
            var spoilt =
                    assertThrows(
                            EnvironmentException.class,
                            () -> made(program, out, Optional.empty(), "omop"));
            String message = spoilt.getMessage();
            assertTrue(message.contains("that the program was started with"), message);
            assertFalse(message.contains(temp.toString()), message);
            assertFalse(Files.exists(out), "nothing was made");
        }
    }

    /** All but the manifest, which tells the hour. */
    private static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(Files::isRegularFile)
                            .filter(f -> !f.endsWith("manifest.json"))
                            .toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
