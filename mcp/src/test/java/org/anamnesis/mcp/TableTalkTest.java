package org.anamnesis.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A user's own table: learned, talked about, made anew and judged; conversations that are kept. */
@Timeout(300)
class TableTalkTest {
    @TempDir Path temp;

    @Tag("slow")
    @Test
    void aTableIsLearnedTalkedAboutAndJudged() throws Exception {
        Path root = Files.createDirectory(temp.resolve("root"));
        Path kept = temp.resolve("kept");
        try (var client = new RawClient(ServedProcess.start(root.toString(), kept.toString()))) {
            client.initialize();
            table(client, 1, "real", 1);
            table(client, 2, "others", 2);
            Map<?, ?> looked = told(client, 3, "learn", "{'table':'real/cohort.csv'}");
            assertFalse(((List<?>) looked.get("columns")).isEmpty());
            assertEquals(
                    "mcp.learn",
                    refused(client, 4, "learn", "{'table':'real/cohort.csv','engine':'trees'}"));
            Map<?, ?> learned =
                    told(client, 5, "learn", "{'table':'real/cohort.csv','out':'asthma.model'}");
            assertEquals("trees", learned.get("engine"));

            Map<?, ?> taken =
                    told(
                            client,
                            6,
                            "converse",
                            "{'conversation':'mine','message':'use the model asthma.model'}");
            assertEquals("asthma.model", taken.get("model"));
            told(client, 7, "converse", "{'conversation':'mine','message':'80 women'}");
            assertEquals(
                    "mcp.generate.model",
                    refused(client, 8, "generate", "{'conversation':'mine'}"));
            Map<?, ?> made = told(client, 9, "sample", "{'conversation':'mine'}");
            assertEquals(80, ((Number) made.get("rows")).intValue());
            assertEquals(1 + 5, ((List<?>) made.get("first_lines")).size());
            try (Stream<String> rows = Files.lines(root.resolve("rows.csv"))) {
                assertTrue(rows.skip(1).allMatch(r -> r.contains("female")));
            }
            told(client, 10, "sample", "{'model':'asthma.model','rows':600,'out':'made.csv'}");
            assertEquals(
                    "mcp.many",
                    refused(
                            client,
                            11,
                            "sample",
                            "{'model':'asthma.model','request':'5 million rows'}"));

            Map<?, ?> judged =
                    told(
                            client,
                            12,
                            "evaluate",
                            "{'real':'real/cohort.csv','holdout':'others/cohort.csv','synthetic':'made.csv','out':'judged'}");
            assertFalse(((List<?>) judged.get("summary")).isEmpty());
            client.send(
                    "{'jsonrpc':'2.0','id':13,'method':'resources/read','params':{'uri':'%s'}}"
                            .formatted(judged.get("report")));
            assertTrue(client.answer(13).toString().contains("<!DOCTYPE html>"));
        }
        assertEquals(List.of("mine.json"), names(kept));
        try (var client = new RawClient(ServedProcess.start(root.toString(), kept.toString()))) {
            client.initialize();
            Map<?, ?> on =
                    told(client, 1, "converse", "{'conversation':'mine','message':'60 of them'}");
            assertEquals("asthma.model", on.get("model"), "a kept conversation goes on");
        }
    }

    private static void table(RawClient client, int id, String out, int seed) throws IOException {
        told(
                client,
                id,
                "generate",
                "{'request':'600 patients with asthma and 5 observations','analysis_only':true,'formats':['csv'],'out':'%s','seed':%d}"
                        .formatted(out, seed));
    }

    private static Map<?, ?> told(RawClient client, int id, String tool, String arguments)
            throws IOException {
        client.call(id, tool, arguments);
        Map<?, ?> result = (Map<?, ?>) client.answer(id).get("result");
        assertEquals(false, result.get("isError"), result::toString);
        return (Map<?, ?>) result.get("structuredContent");
    }

    private static String refused(RawClient client, int id, String tool, String arguments)
            throws IOException {
        client.call(id, tool, arguments);
        Map<?, ?> result = (Map<?, ?>) client.answer(id).get("result");
        assertEquals(true, result.get("isError"), result::toString);
        List<?> problems = (List<?>) ((Map<?, ?>) result.get("structuredContent")).get("problems");
        return (String) ((Map<?, ?>) problems.get(0)).get("code");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
