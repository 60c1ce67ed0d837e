package org.anamnesis.export.fhir;

import java.nio.charset.StandardCharsets;

/** Pieces of JSON that do not depend on the patient: made once, written as bytes. */
final class Json {
    private Json() {}

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** A string with its quotation marks (RFC 8259, section 7). */
    static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    static String coding(String system, String code, String display) {
        String shown = display.isEmpty() ? "" : ",\"display\":" + text(display);
        return "{\"system\":" + text(system) + ",\"code\":" + text(code) + shown + "}";
    }

    /** A CodeableConcept of one code. */
    static String concept(String system, String code, String display) {
        return "{\"coding\":[" + coding(system, code, display) + "]}";
    }

    static String reference(String to) {
        return "{\"reference\":" + text(to) + "}";
    }
}
