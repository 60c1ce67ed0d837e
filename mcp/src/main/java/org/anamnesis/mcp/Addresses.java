package org.anamnesis.mcp;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses of resources: what a conversation came to, the papers of a run, and two pages more. */
final class Addresses {
    /** Every conversation that there is. */
    static final String CONVERSATIONS = "anamnesis://conversations";

    /** What can be said. */
    static final String PHRASES = "anamnesis://phrases";

    private static final String CONVERSATION = "anamnesis://conversation/";
    private static final String RUN = "anamnesis://run/";

    private Addresses() {}

    /**
     * What an address names.
     *
     * @param conversation whether it is of a conversation; else of a run
     * @param of name of the conversation, or folder of the run
     * @param part of it
     */
    record Named(boolean conversation, String of, String part) {}

    static String template(boolean conversation, String part) {
        return conversation ? CONVERSATION + "{name}/" + part : RUN + "{folder}/" + part;
    }

    static String conversation(String name, String part) {
        return CONVERSATION + encoded(name) + "/" + part;
    }

    /**
     * @param folder as it is named to a client; one segment of the address, however deep it lies
     */
    static String run(String folder, String file) {
        return RUN + encoded(folder) + "/" + encoded(file);
    }

    /** Of a conversation or a run; empty if it is neither. */
    static Optional<Named> read(String uri) {
        boolean conversation = uri.startsWith(CONVERSATION);
        if (!conversation && !uri.startsWith(RUN)) {
            return Optional.empty();
        }
        String[] parts = uri.substring((conversation ? CONVERSATION : RUN).length()).split("/", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Named(conversation, decoded(parts[0]), decoded(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) { // a per cent sign without its digits
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
