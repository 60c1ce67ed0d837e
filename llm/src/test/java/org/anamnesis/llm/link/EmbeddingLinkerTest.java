package org.anamnesis.llm.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anamnesis.code.Concept.Kind;
import org.anamnesis.interpret.Link;
import org.anamnesis.interpret.Linker;
import org.anamnesis.llm.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The linker as the rules see it: with the model that ships, a user's own, and one that fails. */
class EmbeddingLinkerTest {
    private static final Set<Kind> CONDITION = Set.of(Kind.CONDITION);

    @TempDir private Path folder;

    private Linker linker(Map<String, String> values) {
        return new EmbeddingLinker(
                () -> new Settings(values, Path.of("none")), folder.resolve("kept"));
    }

    @Test
    void aPhraseIsLinkedByTheModelThatShips() {
        var clear =
                assertInstanceOf(
                        Link.Clear.class, linker(Map.of()).link("sugar illness", CONDITION));

        assertEquals("type-2-diabetes", clear.near().concept().id());
        assertTrue(clear.near().similarity() > 0.5 && clear.near().similarity() <= 1);
    }

    @Test
    void theServiceIsFound() {
        assertInstanceOf(Link.Clear.class, Linker.installed().link("epileptic fits", CONDITION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gout", "Malaria", "appendicitis", " hip fracture "})
    void whatTheCatalogueIsKnownToLackNeedsNoModel(String phrase) {
        Linker broken =
                new EmbeddingLinker(
                        () -> {
                            throw new IOException("asked for settings");
                        },
                        folder);

        assertInstanceOf(Link.Foreign.class, broken.link(phrase, CONDITION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the weather in spring",
                "xqzzv",
                "a mortgage",
                "broken wrist",
                "jungle fever"
            })
    void foreignMatterIsNotLinked(String phrase) {
        assertInstanceOf(Link.Foreign.class, linker(Map.of()).link(phrase, CONDITION));
    }

    @Test
    void offMeansOff() {
        assertInstanceOf(
                Link.Foreign.class,
                linker(Map.of("embedding.model", "off")).link("sugar illness", CONDITION));
    }

    @Test
    void aMissingModelIsSaidEachTimeAndNothingFails() {
        Linker missing = linker(Map.of("embedding.model", folder.resolve("no").toString()));

        for (int i = 0; i < 2; i++) {
            var why =
                    assertInstanceOf(
                            Link.Unavailable.class, missing.link("sugar illness " + i, CONDITION));
            assertTrue(why.why().contains("there is no file"), why::why);
        }
    }

    @Test
    void aDamagedModelIsSaid() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "no network");
        Files.write(folder.resolve("tokenizer.json"), resource("tiny/tokenizer.json"));

        assertTrue(why(Map.of()).contains("cannot be loaded"));
    }

    @Test
    void aDamagedTokenizerIsSaid() throws IOException {
        Files.write(folder.resolve("model.onnx"), resource("tiny/model.onnx"));
        Files.writeString(folder.resolve("tokenizer.json"), "{");

        assertTrue(why(Map.of()).contains("cannot be loaded"));
    }

    @Test
    void aWrongSettingIsSaidWithThoseThatThereAre() throws IOException {
        tiny();

        assertTrue(why(Map.of("embedding.pooling", "max")).contains("mean or cls"));
        assertTrue(why(Map.of("embedding.modle", "x")).contains("embedding.tokenizer"));
    }

    private String why(Map<String, String> more) {
        Map<String, String> values = new java.util.HashMap<>(more);
        values.put("embedding.model", folder.toString());
        Link link = linker(values).link("sugar illness", CONDITION);
        return assertInstanceOf(Link.Unavailable.class, link).why();
    }

    /** Another tokenizer, another size, either pooling; its thresholds are its own. */
    @ParameterizedTest
    @ValueSource(strings = {"mean", "cls"})
    void anyBertInOnnxIsCalibratedAndKept(String pooling) throws IOException {
        tiny();
        Map<String, String> values =
                Map.of("embedding.model", folder.toString(), "embedding.pooling", pooling);

        // a network that knows letters only must take next to nothing for something
        Link first = linker(values).link("tuberous begonias", CONDITION);
        assertTrue(!(first instanceof Link.Clear) && !(first instanceof Link.Unavailable));
        List<Path> kept;
        try (var files = Files.list(folder.resolve("kept"))) {
            kept = files.toList();
        }
        assertEquals(1, kept.size());
        assertEquals(first, linker(values).link("tuberous begonias", CONDITION));

        Files.writeString(kept.get(0), "damaged");
        assertEquals(
                first.getClass(), linker(values).link("tuberous begonias", CONDITION).getClass());
    }

    /** The files of the model that ships, as a user's own, are the same model. */
    @Test
    void theModelThatShipsCanBeTheUsersOwn() throws IOException {
        Files.write(folder.resolve("model.onnx"), resource("/all-minilm-l6-v2-q.onnx"));
        Files.write(
                folder.resolve("tokenizer.json"), resource("/all-minilm-l6-v2-q-tokenizer.json"));
        OwnModel own =
                OwnModel.of(new Settings(Map.of("embedding.model", folder.toString()), folder))
                        .orElseThrow();

        float[] a = Encoder.of(own).encode("bad kidneys");
        float[] b = Encoder.bundled().encode("bad kidneys");

        double same = 0;
        for (int i = 0; i < a.length; i++) {
            same += a[i] * b[i];
        }
        assertEquals(1, same, 1e-5);
    }

    private void tiny() throws IOException {
        for (String name : List.of("model.onnx", "tokenizer.json")) {
            Files.write(folder.resolve(name), resource("tiny/" + name));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = EmbeddingLinkerTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
