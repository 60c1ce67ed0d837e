package org.anamnesis.llm.link;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.llm.Settings;

/**
 * An embedding model of the user's: any BERT in ONNX with its tokenizer.
 *
 * @param model the network, {@code model.onnx}
 * @param tokenizer its {@code tokenizer.json}
 * @param pooling how the vectors of the tokens become one
 */
record OwnModel(Path model, Path tokenizer, Pooling pooling) {
    /** Which vector stands for a phrase. */
    enum Pooling {
        /** The mean of all tokens' vectors. */
        MEAN,
        /** The vector of the first token. */
        CLS
    }

    static final String MODEL = "embedding.model";
    private static final String TOKENIZER = "embedding.tokenizer";
    private static final String POOLING = "embedding.pooling";
    private static final Set<String> KEYS = Set.of(MODEL, TOKENIZER, POOLING);

    /**
     * The one that was set; empty if none was.
     *
     * @throws ModelTrouble if the settings name what is not there
     */
    static Optional<OwnModel> of(Settings settings) {
        Set<String> unknown = settings.unknown("embedding.", KEYS);
        if (!unknown.isEmpty()) {
            throw new ModelTrouble(
                    "there is no setting "
                            + String.join(", ", unknown)
                            + "; there are embedding.model, embedding.tokenizer, embedding.pooling");
        }
        return settings.get(MODEL).map(Path::of).map(at -> files(at, settings));
    }

    private static OwnModel files(Path at, Settings settings) {
        boolean folder = Files.isDirectory(at);
        Path model = folder ? at.resolve("model.onnx") : at;
        Path beside = model.resolveSibling("tokenizer.json");
        Path tokenizer = settings.get(TOKENIZER).map(Path::of).orElse(beside);
        for (Path file : new Path[] {model, tokenizer}) {
            if (!Files.isReadable(file)) {
                throw new ModelTrouble("there is no file " + file + " that can be read");
            }
        }
        String pooling = settings.get(POOLING).orElse("mean").toUpperCase(Locale.ROOT);
        for (Pooling p : Pooling.values()) {
            if (p.name().equals(pooling)) {
                return new OwnModel(model, tokenizer, p);
            }
        }
        throw new ModelTrouble("embedding.pooling is mean or cls, not " + pooling);
    }
}
