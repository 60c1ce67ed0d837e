package org.anamnesis.converse;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Objects of a typed answer whose keys stand in the order given, so that each run writes the same
 * text.
 */
final class Typed {
    private Typed() {}

    /**
     * @param keysAndValues key, value, key, value, ...
     */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
