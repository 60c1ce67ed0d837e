package org.anamnesis.spec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.problem.WholeJson;

/** A specification as JSON: the file {@code spec.json} that repeats a run. */
public final class SpecJson {
    private SpecJson() {}

    /** The same text for the same specification, one entry a line, ending in a line feed. */
    public static String write(CohortSpec spec) {
        return write(spec, Said.NOTHING);
    }

    /** The same with the words it came from, which {@link #file} gives back. */
    public static String write(CohortSpec spec, Said said) {
        return new SpecWriter().write(spec, said);
    }

    /**
     * @throws RequestException with every problem of the text
     */
    public static CohortSpec read(String text) {
        return file(text).spec();
    }

    /**
     * @throws RequestException with every problem of the text
     */
    public static SpecFile file(String text) {
        Object root;
        try {
            WholeJson.check(text);
            root = JSON.std.anyFrom(text);
        } catch (JsonProcessingException e) {
            throw broken(place(e), "The text is not complete JSON: " + reason(e) + ".");
        } catch (IOException | RuntimeException e) {
            throw broken("the specification", "The text is not complete JSON.");
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw broken("the specification", "The text is not a JSON object.");
        }
        return new SpecReader().read(map);
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null
                ? "the specification"
                : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The parser's own words, without its quotes of the text. */
    private static String reason(JsonProcessingException e) {
        String words =
                e.getOriginalMessage() == null ? "it ends too early" : e.getOriginalMessage();
        String first = words.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return first.length() > 120 ? first.substring(0, 117) + "..." : first;
    }

    private static RequestException broken(String where, String message) {
        return new RequestException(
                List.of(
                        new Problem(
                                "spec.json",
                                where,
                                message,
                                "the spec.json of an earlier run, unchanged or edited with care")));
    }
}
