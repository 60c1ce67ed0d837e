package org.anamnesis.mcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Progress;
import org.anamnesis.converse.StudyPicture;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures, with a program that draws none itself: who makes them is another module. */
class StudyToolTest {
    private static final byte[] DRAWN = {(byte) 0x89, 'P', 'N', 'G', 0, -1};

    @TempDir Path root;

    /** All as usual, but pictures are these. */
    private static Anamnesis drawing(Map<String, StudyPicture> pictures) {
        Anamnesis usual = Anamnesis.bundled();
        return (Anamnesis)
                Proxy.newProxyInstance(
                        Anamnesis.class.getClassLoader(),
                        new Class<?>[] {Anamnesis.class},
                        (self, method, values) -> {
                            if (method.getName().equals("picture")) {
                                return pictures.get(values[1]);
                            }
                            try {
                                return method.invoke(usual, values);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private List<McpSchema.Content> called(Anamnesis program, Map<String, Object> given) {
        Tool tool = new StudyTool(program, new Talks(Optional.empty())).tool();
        var files = new Confined(root, List.of());
        try (var calls = new Calls(files, McpJsonDefaults.getMapper(), line -> {})) {
            var arguments = Arguments.of(tool.parameters(), given, files);
            Tool.Done done = tool.work().begin(arguments).finish(Progress.silent());
            assertEquals("sinus rhythm", done.told().get("reading"));
            return calls.content(done);
        }
    }

    @Test
    void pixelsAreAnImageAndLinesAText() {
        String lines = "<svg xmlns='http://www.w3.org/2000/svg'/>";
        Anamnesis program =
                drawing(
                        Map.of(
                                "ct",
                                new StudyPicture("ct", "image/png", DRAWN, "sinus rhythm"),
                                "ecg",
                                new StudyPicture(
                                        "ecg",
                                        "image/svg+xml",
                                        lines.getBytes(StandardCharsets.UTF_8),
                                        "sinus rhythm")));
        var pixels =
                (McpSchema.ImageContent)
                        called(program, Map.of("kind", "ct", "request", "20 adults")).get(1);
        assertEquals("image/png", pixels.mimeType());
        assertArrayEquals(DRAWN, Base64.getDecoder().decode(pixels.data()));
        var drawn =
                (McpSchema.EmbeddedResource)
                        called(program, Map.of("kind", "ecg", "request", "20 adults")).get(1);
        var text = (McpSchema.TextResourceContents) drawn.resource();
        assertEquals("image/svg+xml", text.mimeType());
        assertEquals(lines, text.text());
    }

    @Test
    void whatIsNotAskedForIsRefusedInWords() {
        var refused =
                assertThrows(
                        RequestException.class,
                        () ->
                                called(
                                        Anamnesis.bundled(),
                                        Map.of("kind", "ecg", "request", "20 adults")));
        assertEquals("study.none", refused.problems().get(0).code());
        assertThrows(
                RequestException.class,
                () -> called(Anamnesis.bundled(), Map.of("kind", "ecg")),
                "of whom is not said");
    }
}
