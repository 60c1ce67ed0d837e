package org.anamnesis.llm.advise;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import java.time.Duration;
import java.util.List;

/**
 * A GGUF file in this process, by llama.cpp. Its thread outlives {@code close()}, so that a program
 * that has used it ends by {@code System.exit} alone; the command line does.
 */
final class GgufWire implements Wire {
    private static final int CONTEXT = 8_192;
    private static final int MOST_TOKENS = 600;

    private final String file;
    private final Duration timeout;
    private LlamaModel loaded;
    private String grammar;

    GgufWire(ModelSettings settings) {
        this.file = settings.model();
        this.timeout = settings.timeout();
    }

    /** Loaded by the first message that needs it. */
    private LlamaModel model() {
        if (loaded == null) {
            GgufLibrary.unpack();
            int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
            grammar = LlamaModel.jsonSchemaToGrammar(Prompt.SCHEMA);
            loaded =
                    new LlamaModel(
                            new ModelParameters()
                                    .setModel(file)
                                    .setCtxSize(CONTEXT)
                                    .setThreads(threads)
                                    .setThreadsBatch(threads)
                                    .disableLog());
        }
        return loaded;
    }

    @Override
    public synchronized String answer(Prompt prompt) {
        long begun = System.nanoTime();
        try {
            LlamaModel model = model();
            String templated =
                    model.applyTemplate(
                            new InferenceParameters("")
                                    .setMessages(
                                            prompt.task(),
                                            List.of(new Pair<>("user", prompt.question()))));
            var asked =
                    new InferenceParameters(templated)
                            .setGrammar(grammar)
                            .setTemperature(0)
                            .setCachePrompt(true)
                            .setNPredict(MOST_TOKENS);
            StringBuilder text = new StringBuilder();
            for (LlamaOutput part : model.generate(asked)) {
                text.append(part.text);
                if (System.nanoTime() - begun > timeout.toNanos()) {
                    throw new CallFailed(
                            "no answer within %s s".formatted(BoundedHttp.seconds(timeout)));
                }
            }
            return text.toString();
        } catch (UnsatisfiedLinkError e) {
            throw new CallFailed("llama.cpp does not run on this machine", e);
        } catch (CallFailed e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CallFailed("llama.cpp cannot use this file", e);
        }
    }
}
