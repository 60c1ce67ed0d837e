package org.anamnesis.llm.advise;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Which language model is asked, and how.
 *
 * @param provider who speaks which protocol
 * @param url where it is; unused for a file
 * @param model its name there, or the path of a GGUF file
 * @param key for a service that wants one
 * @param timeout for the whole of a call
 * @param form how the answer's form is asked for
 * @param temperature 0 is the most likely answer; empty: not said, which some models insist on
 * @param names how many of the catalogue are told of each kind, the nearest first; empty: all
 * @param log a line a call is added here
 */
record ModelSettings(
        Provider provider,
        URI url,
        String model,
        Optional<Key> key,
        Duration timeout,
        Form form,
        OptionalDouble temperature,
        OptionalInt names,
        Path log) {
    enum Provider {
        /** ChatGPT, Azure, vLLM, llama.cpp's server, and whoever speaks like them. */
        OPENAI,
        OLLAMA,
        /** A file in this process. */
        GGUF
    }

    enum Form {
        /** The server holds the answer to a schema. */
        SCHEMA,
        /** The server holds the answer to JSON. */
        JSON,
        /** Only the words of the prompt ask for it. */
        TEXT
    }
}
