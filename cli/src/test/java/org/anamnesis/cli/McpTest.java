package org.anamnesis.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.anamnesis.testkit.SmallAthena;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command for assistants: what it does with its options, and that standard output is theirs.
 */
class McpTest {
    @TempDir Path temp;

    @Test
    void helpNamesItAndItsOptions() {
        assertTrue(Ran.run("--help").out().contains("mcp"));
        Ran help = Ran.run("mcp", "--help");
        assertEquals(Main.DONE, help.code());
        for (String option :
                List.of(
                        "--root",
                        "--read",
                        "--conversations",
                        "--most",
                        "--model",
                        "--vocabulary")) {
            assertTrue(help.out().contains(option), help.out());
        }
    }

    @Test
    void whatCannotBeIsSaidBeforeAnythingIsServed() throws IOException {
        Path missing = temp.resolve("missing");
        Ran absent = Ran.run("mcp", "--root", missing.toString(), "--read", missing.toString());
        assertEquals(Main.REQUEST, absent.code());
        assertEquals("", absent.out());
        assertEquals(2, absent.err().split("mcp.root.absent", -1).length - 1, absent.err());
        assertTrue(Ran.run("mcp", "--root", "/").err().contains("mcp.root.whole"));
        assertEquals(Main.REQUEST, Ran.run("mcp", "--most", "0").code());
        Path table = Files.writeString(temp.resolve("a.model"), "x");
        assertEquals(Main.REQUEST, Ran.run("mcp", "--model", table.toString()).code());
        Ran athena = Ran.run("mcp", "--vocabulary", missing.toString());
        assertEquals(Main.REQUEST, athena.code());
        assertTrue(athena.err().contains("vocabulary.folder.absent"), athena.err());
        assertEquals(Main.REQUEST, Ran.run("mcp", "--base-url", "http://localhost").code());
    }

    @Test
    void standardOutputCarriesOnlyTheProtocol() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "mcp",
                                "--root",
                                temp.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var in = process.getOutputStream()) {
            in.write(
                    """
                    this is no JSON
                    {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
                    {"jsonrpc":"2.0","method":"notifications/initialized"}
                    {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"converse","arguments":{"message":"30 patients with asthma"}}}
                    """
                            .getBytes(StandardCharsets.UTF_8));
        }
        List<String> lines =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertEquals(Main.DONE, process.waitFor());
        for (String line : lines) {
            assertEquals("2.0", JSON.std.mapFrom(line).get("jsonrpc"), line);
        }
        Map<?, ?> last = JSON.std.mapFrom(lines.get(lines.size() - 1));
        assertEquals(2, last.get("id"), "what was asked before the end of input is answered");
        assertEquals(false, ((Map<?, ?>) last.get("result")).get("isError"));
    }

    /** Of who starts the server, never of a client. */
    @Tag("slow")
    @Test
    void aVocabularyCompletesWhatTheAssistantMakes() throws Exception {
        Path athena = SmallAthena.in(temp.resolve("athena"));
        Path root = Files.createDirectory(temp.resolve("root"));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "mcp",
                                "--root",
                                root.toString(),
                                "--vocabulary",
                                athena.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var in = process.getOutputStream()) {
            in.write(
                    """
                    {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
                    {"jsonrpc":"2.0","method":"notifications/initialized"}
                    {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"generate","arguments":{"request":"20 type 2 diabetes patients with C-peptide","formats":["omop"],"out":"made"}}}
                    {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"generate","arguments":{"request":"20 type 2 diabetes patients","formats":["omop"],"vocabulary":"elsewhere"}}}
                    """
                            .getBytes(StandardCharsets.UTF_8));
        }
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(Main.DONE, process.waitFor());
        Path measured = root.resolve("made").resolve("omop").resolve("measurement.csv");
        assertTrue(Files.readString(measured).contains("," + SmallAthena.ID + ","), all);
        assertTrue(all.contains("argument.unknown"), all);
    }
}
