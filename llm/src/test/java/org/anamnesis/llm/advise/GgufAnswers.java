package org.anamnesis.llm.advise;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real model behind the server of the tests, held to the schema that the request brings. */
final class GgufAnswers implements AnsweringServer.Behaviour {
    private final LlamaModel model;

    GgufAnswers(Path file) {
        GgufLibrary.unpack();
        model =
                new LlamaModel(
                        new ModelParameters()
                                .setModel(file.toString())
                                .setCtxSize(4_096)
                                .setThreads(1)
                                .setThreadsBatch(1)
                                .disableLog());
    }

    @Override
    public void answer(HttpExchange exchange, String request) throws IOException {
        Map<String, Object> asked = JSON.std.mapFrom(request);
        AnsweringServer.send(
                exchange, 200, AnsweringServer.wrapped(exchange, said(asked, schema(asked))));
    }

    /** One at a time: the model has one memory. */
    private synchronized String said(Map<String, Object> asked, String schema) {
        String task = "";
        List<Pair<String, String>> messages = new ArrayList<>();
        for (Object item : (List<?>) asked.get("messages")) {
            Map<?, ?> m = (Map<?, ?>) item;
            if ("system".equals(m.get("role"))) {
                task = (String) m.get("content");
            } else {
                messages.add(new Pair<>((String) m.get("role"), (String) m.get("content")));
            }
        }
        String prompt =
                model.applyTemplate(new InferenceParameters("").setMessages(task, messages));
        return model.complete(
                new InferenceParameters(prompt)
                        .setGrammar(LlamaModel.jsonSchemaToGrammar(schema))
                        .setTemperature(0)
                        .setCachePrompt(true)
                        .setNPredict(300));
    }

    /** OpenAI's protocol has it in {@code response_format}, Ollama's in {@code format}. */
    private static String schema(Map<String, Object> asked) throws IOException {
        Object schema = asked.get("format");
        if (asked.get("response_format") instanceof Map<?, ?> f) {
            schema = ((Map<?, ?>) f.get("json_schema")).get("schema");
        }
        return JSON.std.asString(schema);
    }
}
