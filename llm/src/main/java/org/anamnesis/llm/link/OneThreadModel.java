package org.anamnesis.llm.link;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.ByteArrayInputStream;
import java.util.concurrent.ForkJoinPool;

/**
 * A network that computes one phrase on one thread: for so little work more of them wait for each
 * other, on a busy machine for longer than the work takes. Several phrases may be computed at once.
 */
final class OneThreadModel extends AbstractInProcessEmbeddingModel {
    private final OnnxBertBiEncoder encoder;

    OneThreadModel(byte[] network, byte[] tokenizer, PoolingMode pooling) throws OrtException {
        this(o -> OrtEnvironment.getEnvironment().createSession(network, o), tokenizer, pooling);
    }

    OneThreadModel(String network, byte[] tokenizer, PoolingMode pooling) throws OrtException {
        this(o -> OrtEnvironment.getEnvironment().createSession(network, o), tokenizer, pooling);
    }

    /** Opens a network. */
    @FunctionalInterface
    private interface Opening {
        OrtSession with(OrtSession.SessionOptions options) throws OrtException;
    }

    private OneThreadModel(Opening opening, byte[] tokenizer, PoolingMode pooling)
            throws OrtException {
        super(ForkJoinPool.commonPool());
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            encoder =
                    new OnnxBertBiEncoder(
                            OrtEnvironment.getEnvironment(),
                            opening.with(options),
                            new ByteArrayInputStream(tokenizer),
                            pooling);
        }
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }
}
