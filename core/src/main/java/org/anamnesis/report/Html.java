package org.anamnesis.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes well-formed HTML and SVG. Text and attributes are escaped by construction: there is no way
 * to write raw text but {@link #style}. Characters that XML does not allow become U+FFFD.
 */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 18);
    private final Deque<String> open = new ArrayDeque<>();

    Html() {
        this("<!DOCTYPE html>\n");
    }

    private Html(String beginning) {
        out.append(beginning);
    }

    /** A part of another page. */
    static Html fragment() {
        return new Html("");
    }

    /** Opens an element; attributes as name, value, name, value. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Opens a part that scrolls sideways, by keys too, when the window is narrow. */
    Html openScroll(String label) {
        return open(
                "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
    }

    /** Closes the element that was opened last. */
    Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (tag.length() > 1 && !tag.equals("span") && !tag.equals("strong")) {
            out.append('\n');
        }
        return this;
    }

    Html close(int times) {
        for (int i = 0; i < times; i++) {
            close();
        }
        return this;
    }

    /** An element that holds text only. */
    Html leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element without content: {@code meta}, {@code path}. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    Html text(String text) {
        escape(text, false);
        return this;
    }

    /** A link if the address is one of the web or of this page, else plain text. */
    Html link(String address, String text, String... attributes) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("https://")
                && !lower.startsWith("http://")
                && !lower.startsWith("#")) {
            return text(text);
        }
        String[] all = new String[attributes.length + 2];
        all[0] = "href";
        all[1] = address;
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        return leaf("a", text, all);
    }

    /** The style sheet: our own constant, never text of a user. */
    Html style(String css) {
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** The page; every element must be closed. */
    CharSequence page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out;
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (c == '&') {
                out.append("&amp;");
            } else if (c == '<') {
                out.append("&lt;");
            } else if (c == '>') {
                out.append("&gt;");
            } else if (attribute && c == '"') {
                out.append("&quot;");
            } else {
                out.append(allowed(c) ? c : '\uFFFD');
            }
        }
    }

    /** XML 1.0, 2.2 Char; also without the invisible marks that turn text around. */
    private static boolean allowed(char c) {
        boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return (c >= ' ' && c != 0x7F && !Character.isSurrogate(c) && c < '\uFFFE' && !turns)
                || c == '\n'
                || c == '\t';
    }
}
