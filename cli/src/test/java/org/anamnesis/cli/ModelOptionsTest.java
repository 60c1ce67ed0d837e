package org.anamnesis.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A language model by options of the command line, found and asked. */
class ModelOptionsTest {
    @Test
    void theModelIsAskedAndItsReadingConfirmed() throws IOException {
        String answer =
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"{\\\"edits\\\":[{\\\"quote\\\":\\\"let them yodel\\\",\\\"kind\\\":\\\"has\\\",\\\"id\\\":\\\"copd\\\"}]}\"}}]}";
        AtomicInteger calls = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/chat/completions",
                x -> {
                    calls.incrementAndGet();
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    x.sendResponseHeaders(200, bytes.length);
                    x.getResponseBody().write(bytes);
                    x.close();
                });
        server.start();
        try {
            Ran ran =
                    Ran.run(
                            "interpret",
                            "--json",
                            "--model",
                            "openai:m",
                            "--model-url",
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                            "500 asthma patients, let them yodel",
                            "yes");
            assertEquals(0, ran.code(), ran.err());
            String json = ran.out().replaceAll("\\s", "");
            assertTrue(json.contains("\"kind\":\"asked\""), ran.out());
            assertTrue(ran.out().contains("read by the model"), ran.out());
            assertTrue(json.contains("{\"condition\":\"copd\"}"), ran.out());
            assertEquals(1, calls.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aModelOfNobodyIsRefused() {
        for (String model : new String[] {"gpt", "chatgpt:4", ""}) {
            Ran ran = Ran.run("interpret", "--model", model, "500 women");
            assertEquals(2, ran.code(), model);
            assertTrue(ran.err().contains("openai:NAME"), ran.err());
        }
        Ran ran = Ran.run("interpret", "--model", "gguf:no-such-file.gguf", "500 women");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("There is no such file"), ran.err());
    }

    @Test
    void offIsOff() {
        assertEquals(0, Ran.run("interpret", "--model", "off", "500 women with asthma").code());
    }
}
