package org.anamnesis.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The SDK's own client, with a server in a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientTest {
    /** The one format that needs no further module. */
    private static final List<String> CSV = List.of("csv");

    private Path temp;
    private Path root;
    private McpSyncClient client;
    private final List<McpSchema.ProgressNotification> progress = new CopyOnWriteArrayList<>();

    @BeforeAll
    void aClient(@TempDir Path folder) throws IOException {
        temp = folder;
        root = Files.createDirectory(temp.resolve("root"));
        List<String> command = ServedProcess.command(root.toString());
        var transport =
                new StdioClientTransport(
                        ServerParameters.builder(command.get(0))
                                .args(command.subList(1, command.size()))
                                .build(),
                        McpJsonDefaults.getMapper());
        transport.setStdErrorHandler(line -> {});
        client =
                McpClient.sync(transport)
                        .requestTimeout(Duration.ofMinutes(2))
                        .progressConsumer(progress::add)
                        .build();
        assertEquals("anamnesis", client.initialize().serverInfo().name());
    }

    @AfterAll
    void ended() {
        client.closeGracefully();
    }

    private McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                McpSchema.CallToolRequest.builder(tool)
                        .arguments(arguments)
                        .progressToken("t")
                        .build());
    }

    /** What a tool tells when it does not refuse. */
    private Map<?, ?> told(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = call(tool, arguments);
        assertFalse(result.isError(), () -> result.content().toString());
        return (Map<?, ?>) result.structuredContent();
    }

    /** Codes of the problems that a tool refuses with. */
    private Set<String> refused(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = call(tool, arguments);
        assertTrue(result.isError(), () -> result.content().toString());
        Map<?, ?> told = (Map<?, ?>) result.structuredContent();
        return ((List<?>) told.get("problems"))
                .stream()
                        .map(p -> (String) ((Map<?, ?>) p).get("code"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<?, ?> say(String conversation, String message) {
        return told("converse", Map.of("conversation", conversation, "message", message));
    }

    private String read(String uri) {
        List<McpSchema.ResourceContents> all =
                client.readResource(McpSchema.ReadResourceRequest.builder(uri).build()).contents();
        return ((McpSchema.TextResourceContents) all.get(0)).text();
    }

    @Test
    void everyToolSaysWhatItTakesAndTells() {
        List<McpSchema.Tool> tools = client.listTools().tools();
        assertEquals(
                List.of(
                        "amend",
                        "ask",
                        "catalogue",
                        "converse",
                        "evaluate",
                        "generate",
                        "interpret",
                        "learn",
                        "picture",
                        "preview",
                        "read",
                        "sample"),
                tools.stream().map(McpSchema.Tool::name).sorted().toList());
        for (McpSchema.Tool t : tools) {
            assertEquals(false, t.inputSchema().get("additionalProperties"), t.name());
            assertTrue(t.outputSchema().containsKey("anyOf"), t.name());
            assertTrue(t.description().length() > 40, t.name());
            Map<?, ?> properties = (Map<?, ?>) t.inputSchema().get("properties");
            properties
                    .values()
                    .forEach(p -> assertTrue(((Map<?, ?>) p).containsKey("description")));
            assertTrue(
                    properties.keySet().stream().noneMatch(n -> n.toString().contains("url")),
                    "no client says whom the program calls");
        }
    }

    @Test
    void aConversationFromTheFirstWordToTheReport() throws IOException {
        Map<?, ?> asked = say("heart", "200 patients with heart disease");
        assertEquals("asked", asked.get("kind"));
        List<?> choices = (List<?>) ((Map<?, ?>) asked.get("question")).get("choices");
        Map<?, ?> other = say("heart", "only women");
        assertEquals(asked.get("question"), other.get("open_question"), "it waits");
        assertTrue(read("anamnesis://conversation/heart/messages").contains("open_question"));
        Map<?, ?> before = say("heart", (String) choices.get(0));
        assertFalse(before.containsKey("open_question"));
        say("heart", "mean age of 70");
        Map<?, ?> after = say("heart", "undo");
        assertEquals(before.get("asked"), after.get("asked"));
        Map<?, ?> make = say("heart", "make it");
        assertEquals("make", make.get("kind"));
        assertEquals("generate", make.get("next"));
        assertTrue(make.get("reply").toString().contains("generate"));
        assertFalse(Files.exists(root.resolve("made")));

        Map<?, ?> seen = told("preview", Map.of("conversation", "heart", "rows", 3));
        assertEquals(3, ((List<?>) seen.get("rows")).size());
        assertEquals(200, ((Number) seen.get("patients")).intValue());

        progress.clear();
        Map<?, ?> made =
                told(
                        "generate",
                        Map.of("conversation", "heart", "out", "made/heart", "formats", CSV));
        Path folder = root.resolve("made/heart");
        assertEquals(folder.toRealPath().toString(), made.get("folder"));
        try (Stream<String> rows = Files.lines(folder.resolve("cohort.csv"))) {
            assertEquals(1 + 200, rows.count());
        }
        List<Double> told =
                progress.stream().map(McpSchema.ProgressNotification::progress).toList();
        assertTrue(told.size() >= 3, told::toString);
        assertEquals(told.stream().sorted().distinct().toList(), told);

        assertTrue(read((String) made.get("report")).startsWith("<!DOCTYPE html>"));
        assertEquals(
                Files.readString(folder.resolve("sources.md")),
                read((String) made.get("sources_in_full")));
        assertTrue(read("anamnesis://conversation/heart/spec").contains("\"female\""));
        assertTrue(read("anamnesis://conversation/heart/sources").contains("NHANES"));
        Set<String> listed =
                client.listResources().resources().stream()
                        .map(McpSchema.Resource::uri)
                        .collect(Collectors.toSet());
        assertTrue(listed.contains("anamnesis://conversation/heart/spec"), listed::toString);
        assertTrue(listed.contains("anamnesis://run/made%2Fheart/report.html"), listed::toString);
        assertEquals(
                Set.of("mcp.out.there"),
                refused(
                        "generate",
                        Map.of("conversation", "heart", "out", "made/heart", "formats", CSV)));

        Map<?, ?> piece = told("read", Map.of("uri", made.get("report"), "most", 100));
        assertEquals(100, ((Number) piece.get("next")).intValue());
        assertEquals(
                Files.readString(folder.resolve("report.html")).substring(100, 150),
                told("read", Map.of("uri", made.get("report"), "from", 100, "most", 50))
                        .get("text"));
        assertTrue(read("anamnesis://conversation/heart/messages").contains("only women"));
        assertTrue(read("anamnesis://conversations").contains("heart"));
        assertTrue(read("anamnesis://phrases").contains("undo"));
        assertEquals(
                Set.of("mcp.address"),
                refused("read", Map.of("uri", "anamnesis://run/made%2Fheart/cohort.csv")));
    }

    @Test
    void aSpecificationGoesOutAndComesBackChanged() throws IOException {
        say("amended", "300 patients with asthma");
        Map<String, Object> spec =
                com.fasterxml.jackson.jr.ob.JSON.std.mapFrom(
                        read("anamnesis://conversation/amended/spec"));
        spec.put("count", 250);
        Map<?, ?> turn = told("amend", Map.of("conversation", "amended", "spec", spec));
        assertEquals("changed", turn.get("kind"));
        assertTrue(((List<?>) turn.get("asked")).contains("250 patients"));
        assertTrue(((List<?>) say("amended", "undo").get("asked")).contains("300 patients"));
        spec.put("count", -1);
        assertFalse(refused("amend", Map.of("conversation", "amended", "spec", spec)).isEmpty());
    }

    @Test
    void whatIsKnownIsTold() {
        Map<?, ?> answer = told("ask", Map.of("question", "how common is asthma in US adults?"));
        assertFalse(((List<?>) answer.get("lines")).isEmpty());
        Map<?, ?> found = told("catalogue", Map.of("words", "4548-4"));
        assertEquals(1, ((Number) found.get("total")).intValue());
        Map<?, ?> seen =
                told("interpret", Map.of("messages", List.of("90 girls with asthma", "undo")));
        assertEquals(2, ((List<?>) seen.get("turns")).size());
        assertEquals(Set.of(), names(client.listResources().resources(), "girls"));
    }

    private static Set<String> names(List<McpSchema.Resource> resources, String word) {
        return resources.stream()
                .map(McpSchema.Resource::name)
                .filter(n -> n.contains(word))
                .collect(Collectors.toSet());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndTheNextCallWorks() {
        assertEquals(
                Set.of(
                        "mcp.argument.choice",
                        "mcp.argument.kind",
                        "mcp.argument.unknown",
                        "mcp.file.outside"),
                refused(
                        "generate",
                        Map.of(
                                "request",
                                "100 patients with asthma",
                                "engine",
                                "magic",
                                "seed",
                                "seven",
                                "base_url",
                                "http://localhost:1/",
                                "out",
                                "../elsewhere")));
        assertEquals(Set.of("mcp.argument.missing"), refused("converse", Map.of()));
        assertEquals(
                Set.of("mcp.argument.range"),
                refused("preview", Map.of("request", "100 patients", "rows", 1_000_000)));
        assertEquals(Set.of("mcp.argument.one"), refused("generate", Map.of()));
        assertEquals(Set.of("mcp.talk.absent"), refused("preview", Map.of("conversation", "none")));
        assertEquals(
                Set.of("mcp.talk.name"),
                refused("converse", Map.of("conversation", "../x", "message", "100 patients")));
        assertEquals(
                Set.of("mcp.many"),
                refused(
                        "generate",
                        Map.of(
                                "request",
                                "3 million patients with asthma",
                                "dry_run",
                                true,
                                "formats",
                                CSV)));
        assertFalse(
                refused("converse", Map.of("conversation", "w", "message", "florble the wug"))
                        .isEmpty());
        assertThrows(McpError.class, () -> call("no-such-tool", Map.of()));
        assertThrows(McpError.class, () -> read("anamnesis://conversation/none/spec"));
        assertThrows(McpError.class, () -> read("file:///etc/hostname"));
        assertEquals("changed", say("w", "100 patients with asthma").get("kind"));
    }

    @Test
    void nothingOutsideIsReachedByNameLinkOrWords() throws IOException {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Path secret = Files.writeString(outside.resolve("report.html"), "secret");
        Files.createSymbolicLink(root.resolve("way-out"), outside);
        Files.createSymbolicLink(root.resolve("nowhere"), outside.resolve("not-there"));
        for (String out :
                List.of(
                        "../outside/x",
                        outside.resolve("x").toString(),
                        "way-out/x",
                        "way-out",
                        "nowhere",
                        "nowhere/x",
                        "a/../../outside/x",
                        ".",
                        root.toString())) {
            assertEquals(
                    Set.of("mcp.file.outside"),
                    refused("generate", Map.of("request", "100 patients", "out", out)),
                    out);
        }
        for (String in : List.of(secret.toString(), "way-out/report.html", "/etc/hostname")) {
            assertEquals(Set.of("mcp.file.outside"), refused("learn", Map.of("table", in)), in);
            String words = "use the model \"" + in + "\"";
            assertEquals(
                    Set.of("mcp.file.outside"),
                    refused("converse", Map.of("conversation", "out", "message", words)),
                    in);
        }
        for (String folder : List.of("way-out", "..%2Foutside", "%2Fetc")) {
            McpError e =
                    assertThrows(
                            McpError.class,
                            () -> read("anamnesis://run/" + folder + "/report.html"));
            assertFalse(e.toString().contains("secret"));
        }
        try (Stream<Path> left = Files.list(outside)) {
            assertEquals(List.of(secret), left.toList());
        }
    }
}
