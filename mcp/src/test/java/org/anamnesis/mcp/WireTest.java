package org.anamnesis.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes over the wire that should not, and what is taken back. */
@Timeout(120)
class WireTest {
    private static final int PARSE = -32700;
    private static final int REQUEST = -32600;
    private static final int PARAMS = -32602;

    @TempDir Path root;

    @Test
    void noLineEndsTheServer() throws Exception {
        try (var client = new RawClient(ServedProcess.start(root.toString()))) {
            client.send("{'jsonrpc':'2.0','id':'early','method':'tools/list'}");
            assertEquals(REQUEST, client.error("early"));
            client.initialize();
            client.send("no JSON");
            assertEquals(PARSE, client.error(null));
            client.send("");
            client.send("[]");
            assertEquals(PARSE, client.error(null));
            client.send("null");
            client.send("{'id':7}");
            assertEquals(REQUEST, client.error(7));
            client.send("{'jsonrpc':'2.0','id':8,'method':5}");
            client.send("{'jsonrpc':'2.0','id':null,'method':'ping'}");
            client.send("{'jsonrpc':'2.0','id':{},'method':'ping'}");
            client.send("{'jsonrpc':'2.0','id':'x','result':{}}");
            client.bytes(new byte[] {'"', (byte) 0xc3, '"', '\n'});
            client.bytes(("\"" + "x".repeat(5 << 20) + "\"\n").getBytes(StandardCharsets.UTF_8));
            client.bytes(("[".repeat(200_000) + "\n").getBytes(StandardCharsets.UTF_8));
            client.send("{'jsonrpc':'2.0','id':9,'method':'tools/call'}");
            assertEquals(PARAMS, client.error(9));
            client.send(
                    "{'jsonrpc':'2.0','id':10,'method':'tools/call','params':{'name':7,'arguments':'x'}}");
            assertEquals(PARAMS, client.error(10));
            client.send("{'jsonrpc':'2.0','id':11,'method':'no/such'}");
            assertEquals(-32601, client.error(11));
            client.send(
                    "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':99}}");
            client.send("{'jsonrpc':'2.0','method':'notifications/cancelled'}");
            client.call(12, "ask", "{'question':['a','list']}");
            Map<?, ?> refused = (Map<?, ?>) client.answer(12).get("result");
            assertEquals(true, refused.get("isError"));
            client.send("{'jsonrpc':'2.0','id':13,'method':'ping'}");
            assertTrue(client.answer(13).containsKey("result"));
            client.endInput();
            assertEquals(0, client.exit());
        }
    }

    @Tag("slow")
    @Test
    void whatIsCancelledStopsAndLeavesNothing() throws Exception {
        try (var client = new RawClient(ServedProcess.start(root.toString()))) {
            client.initialize();
            client.call(
                    1,
                    "generate",
                    "{'request':'1,900,000 patients with asthma','out':'big','formats':['csv']}");
            client.next(m -> m.toString().contains("making patients"));
            client.call(2, "generate", "{'request':'50 patients with asthma','out':'waits'}");
            client.send(
                    "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':2}}");
            client.send(
                    "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1,'reason':'enough'}}");
            client.call(
                    3,
                    "generate",
                    "{'request':'50 patients with asthma','out':'small','formats':['csv']}");
            Map<String, Object> next = client.next(m -> m.containsKey("id"));
            assertEquals(3, next.get("id"), "the cancelled calls are not answered");
            assertEquals(false, ((Map<?, ?>) next.get("result")).get("isError"));
            assertEquals(List.of("small"), left());
        }
    }

    @Test
    void whoLeavesInTheMiddleLeavesNothingHalfMade() throws Exception {
        Process process = ServedProcess.start(root.toString());
        try (var client = new RawClient(process)) {
            client.initialize();
            client.call(
                    1,
                    "generate",
                    "{'request':'1,900,000 patients with asthma','out':'big','formats':['csv']}");
            client.next(m -> m.toString().contains("making patients"));
            assertFalse(left().isEmpty());
            process.destroy(); // SIGTERM, as clients end their servers
            client.exit();
            assertEquals(List.of(), left());
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
