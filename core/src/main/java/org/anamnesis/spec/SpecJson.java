package org.anamnesis.spec;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** A specification as JSON: the file {@code spec.json} that repeats a run. */
public final class SpecJson {
    private SpecJson() {}

    /** The same text for the same specification, one entry a line, ending in a line feed. */
    public static String write(CohortSpec spec) {
        return new SpecWriter().write(spec);
    }

    /**
     * @throws RequestException with every problem of the text
     */
    public static CohortSpec read(String text) {
        Object root;
        try {
            root = JSON.std.anyFrom(text);
        } catch (IOException | RuntimeException e) {
            throw broken("The text is not complete JSON.");
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw broken("The text is not a JSON object.");
        }
        return new SpecReader().read(map);
    }

    private static RequestException broken(String message) {
        return new RequestException(
                List.of(
                        new Problem(
                                "spec.json",
                                "the specification",
                                message,
                                "the spec.json of an earlier run, unchanged or edited with care")));
    }
}
