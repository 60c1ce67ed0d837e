package org.anamnesis.llm.link;

import ai.onnxruntime.OrtException;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Objects;

/** Turns a phrase into a vector of length 1; several threads may ask at once. */
interface Encoder {
    float[] encode(String phrase);

    /**
     * The model that ships: all-MiniLM-L6-v2, quantised, mean of the tokens.
     *
     * @throws ModelTrouble if its native library cannot be loaded here
     */
    static Encoder bundled() {
        return open(
                "the embedding model that ships",
                () ->
                        new OneThreadModel(
                                resource("/all-minilm-l6-v2-q.onnx"),
                                resource("/all-minilm-l6-v2-q-tokenizer.json"),
                                PoolingMode.MEAN));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Encoder.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    /**
     * @throws ModelTrouble if the files are no model and tokenizer that fit each other
     */
    static Encoder of(OwnModel own) {
        return open(
                "the embedding model " + own.model(),
                () ->
                        new OneThreadModel(
                                own.model().toString(),
                                Files.readAllBytes(own.tokenizer()),
                                PoolingMode.valueOf(own.pooling().name())));
    }

    /** Loads a model. */
    @FunctionalInterface
    interface Opening {
        OneThreadModel open() throws OrtException, IOException;
    }

    /** Tries the model on a word before anything relies on it. */
    private static Encoder open(String what, Opening opening) {
        // the tokenizer's library would otherwise report its use to a server of its makers
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        try {
            OneThreadModel model = opening.open();
            Encoder encoder =
                    phrase -> unit(model.embed(phrase.toLowerCase(Locale.ROOT)).content().vector());
            encoder.encode("a phrase");
            return encoder;
        } catch (OrtException | IOException | RuntimeException | LinkageError e) {
            throw new ModelTrouble(what + " cannot be loaded: " + cause(e), e);
        }
    }

    private static String cause(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null && last.getCause() != last) {
            last = last.getCause();
        }
        String message = last.getMessage() == null ? "" : last.getMessage().strip();
        String first = message.lines().findFirst().orElse("");
        String said = first.isEmpty() ? last.getClass().getSimpleName() : first;
        return said.length() > 160 ? said.substring(0, 160) + "..." : said;
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        if (!(square > 0) || Double.isInfinite(square)) {
            throw new ModelTrouble("the model gives no vectors that can be compared");
        }
        float length = (float) Math.sqrt(square);
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }
}
