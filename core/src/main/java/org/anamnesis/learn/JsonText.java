package org.anamnesis.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.anamnesis.problem.WholeJson;

/** JSON objects as text: no key twice, nothing behind the end. */
final class JsonText {
    /** What is wrong with a text, in a sentence. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String sentence) {
            super(sentence);
        }
    }

    private JsonText() {}

    /** One entry a line, with a line feed at the end. */
    static String write(Map<String, ?> object) {
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(object) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object that is written there: maps, lists, texts, numbers and truth values. */
    static Map<String, Object> read(String text) throws Broken {
        try {
            WholeJson.check(text);
            return JSON.std.mapFrom(text);
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null
                            ? ""
                            : " (line %d, column %d)"
                                    .formatted(
                                            e.getLocation().getLineNr(),
                                            e.getLocation().getColumnNr());
            String words =
                    e.getOriginalMessage() == null ? "it ends too early" : e.getOriginalMessage();
            throw new Broken(
                    "It is not complete JSON%s: %s."
                            .formatted(place, Remarks.shown(words.lines().findFirst().orElse(""))));
        } catch (IOException | RuntimeException e) {
            throw new Broken("It is not a JSON object.");
        }
    }
}
