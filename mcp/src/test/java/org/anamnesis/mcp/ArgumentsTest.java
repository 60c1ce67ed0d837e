package org.anamnesis.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.anamnesis.problem.RequestException;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client is told that it may send is what is taken. */
class ArgumentsTest {
    private static final List<Parameter> ALL =
            List.of(
                    Parameter.text("words", "any").must(),
                    Parameter.text("kind", "one of two").oneOf(List.of("a", "b")),
                    Parameter.texts("many", "some"),
                    Parameter.whole("count", 1, 10, "few"),
                    Parameter.number("share", 0.5, 2, "a part"),
                    Parameter.yes("really", "or not"),
                    Parameter.object("spec", "whole"));

    private static final List<Object> VALUES =
            Arrays.asList(
                    "a",
                    "b",
                    "",
                    "  ",
                    "x".repeat(20_001),
                    0,
                    1,
                    10,
                    11,
                    5.0,
                    1.5,
                    2L,
                    Double.MAX_VALUE,
                    -1,
                    true,
                    false,
                    List.of(),
                    List.of("a", "b"),
                    List.of("a", ""),
                    List.of("a", 1),
                    Map.of(),
                    Map.of("a", List.of(1)));

    @TempDir Path root;

    @Test
    void theSchemaAndTheCheckAgree() {
        JsonSchemaValidator schema = McpJsonDefaults.getSchemaValidator();
        var files = new Confined(root, List.of());
        int[] taken = new int[2];
        ForAll.seeds(
                4_000,
                seed -> {
                    Map<String, Object> given = given(new SplittableRandom(seed));
                    boolean valid = schema.validate(Parameter.schema(ALL), given).valid();
                    taken[valid ? 1 : 0]++;
                    assertEquals(valid, takes(given, files), given::toString);
                });
        assertTrue(taken[0] > 100 && taken[1] > 100, Arrays.toString(taken));
    }

    /** Mostly one argument beside the one that must be there, so that some are valid. */
    private static Map<String, Object> given(RandomGenerator random) {
        List<String> names = new ArrayList<>(ALL.stream().map(Parameter::name).toList());
        names.add("unknown");
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("words", "something");
        int more = 1 + random.nextInt(4) / 3;
        for (int i = 0; i < more; i++) {
            m.put(
                    names.get(random.nextInt(names.size())),
                    VALUES.get(random.nextInt(VALUES.size())));
        }
        if (random.nextInt(10) == 0) {
            m.remove("words");
        }
        return m;
    }

    private static boolean takes(Map<String, Object> given, Confined files) {
        try {
            Arguments.of(ALL, given, files);
            return true;
        } catch (RequestException e) {
            return false;
        }
    }
}
