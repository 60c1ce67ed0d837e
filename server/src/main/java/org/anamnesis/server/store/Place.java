package org.anamnesis.server.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list that has the latest first, and of one moment the first id first: where the page
 * after it begins, however many things happened in that moment.
 *
 * @param time milliseconds since 1970
 * @param id of what stands there
 */
public record Place(long time, String id) {
    /** Before everything. */
    public static final Place START = new Place(Long.MAX_VALUE, "");

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})~([\\w-]{1,100})");

    /** Reads what {@link #text} wrote; empty if it is no such text. */
    public static Optional<Place> of(String text) {
        Matcher m = TEXT.matcher(text);
        return m.matches()
                ? Optional.of(new Place(Long.parseLong(m.group(1)), m.group(2)))
                : Optional.empty();
    }

    /** For an address. */
    public String text() {
        return time + "~" + id;
    }
}
