package org.anamnesis.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** What readers of JSON pass over and a user would want to know. */
public final class WholeJson {
    private WholeJson() {}

    /**
     * Fails on a key given twice and on text behind the object.
     *
     * @throws IOException with the place, as for text that is no JSON
     */
    public static void check(String text) throws IOException {
        try (JsonParser parser =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()
                        .createParser(text)) {
            int depth = 0;
            boolean done = false;
            for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
                if (done) {
                    throw new JsonParseException(parser, "there is more text behind its end");
                }
                depth += t.isStructStart() ? 1 : t.isStructEnd() ? -1 : 0;
                done = depth == 0;
            }
        }
    }
}
