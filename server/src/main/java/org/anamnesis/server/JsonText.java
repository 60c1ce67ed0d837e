package org.anamnesis.server;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * JSON that this program writes and reads again: what is kept in the database, what is answered.
 */
public final class JsonText {
    private JsonText() {}

    public static String of(Object value) {
        try {
            return JSON.std.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The members of an object; none of an empty text. */
    public static Map<String, Object> object(String json) {
        try {
            return json.isEmpty() ? Map.of() : JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The items of a list; none of an empty text. */
    public static List<Object> list(String json) {
        try {
            return json.isEmpty() ? List.of() : JSON.std.listFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
