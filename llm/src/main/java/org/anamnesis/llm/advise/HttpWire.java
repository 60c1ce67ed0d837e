package org.anamnesis.llm.advise;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Map;

/** A server that speaks OpenAI's protocol or Ollama's, by LangChain4j. */
final class HttpWire implements Wire {
    /** A list of edits is never longer; a model that goes on and on is. */
    private static final int MOST_TOKENS = 1_500;

    private final ChatModel model;

    HttpWire(ModelSettings settings) {
        HttpClientBuilder http = BoundedHttp.builder(new BoundedHttp(settings.timeout()));
        model =
                settings.provider() == ModelSettings.Provider.OLLAMA
                        ? ollama(settings, http)
                        : openai(settings, http);
    }

    private static ChatModel openai(ModelSettings settings, HttpClientBuilder http) {
        var model =
                OpenAiChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(settings.url().toString())
                        .modelName(settings.model())
                        .timeout(settings.timeout())
                        .maxRetries(0)
                        .strictJsonSchema(true)
                        .responseFormat(format(settings));
        // some servers want a key to be there, whatever it is
        model.apiKey(settings.key().map(Key::secret).orElse("none"));
        settings.temperature().ifPresent(model::temperature);
        return model.build();
    }

    private static ChatModel ollama(ModelSettings settings, HttpClientBuilder http) {
        var model =
                OllamaChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(settings.url().toString())
                        .modelName(settings.model())
                        .timeout(settings.timeout())
                        .maxRetries(0)
                        .numPredict(MOST_TOKENS)
                        .numCtx(8_192)
                        .responseFormat(format(settings));
        settings.key()
                .ifPresent(
                        k -> model.customHeaders(Map.of("Authorization", "Bearer " + k.secret())));
        settings.temperature().ifPresent(model::temperature);
        return model.build();
    }

    private static ResponseFormat format(ModelSettings settings) {
        return switch (settings.form()) {
            case SCHEMA ->
                    ResponseFormat.builder()
                            .type(ResponseFormatType.JSON)
                            .jsonSchema(
                                    JsonSchema.builder()
                                            .name("edits")
                                            .rootElement(JsonRawSchema.from(Prompt.SCHEMA))
                                            .build())
                            .build();
            case JSON -> ResponseFormat.JSON;
            case TEXT -> ResponseFormat.TEXT;
        };
    }

    @Override
    public String answer(Prompt prompt) {
        String text =
                model.chat(SystemMessage.from(prompt.task()), UserMessage.from(prompt.question()))
                        .aiMessage()
                        .text();
        if (text == null || text.isBlank()) {
            throw new CallFailed("it answered nothing, or refused to");
        }
        return text;
    }
}
