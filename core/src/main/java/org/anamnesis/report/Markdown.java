package org.anamnesis.report;

/** Text of other people inside Markdown: shown as written, never as markup, table or link. */
final class Markdown {
    private static final String SPECIAL = "\\`*_[]<|~&";

    private Markdown() {}

    /** One line of plain text. */
    static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 8);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c == 0x7F) {
                out.append(' ');
            } else {
                boolean markup = SPECIAL.indexOf(c) >= 0;
                boolean start = i == 0 && "-+=@#>".indexOf(c) >= 0;
                out.append(markup || start ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }

    /** An address as a link, if it is one of the web and needs no escaping. */
    static String link(String address) {
        boolean web = address.startsWith("https://") || address.startsWith("http://");
        boolean plain = address.chars().allMatch(c -> c > ' ' && c < 0x7F && "<>\\".indexOf(c) < 0);
        return web && plain ? "<" + address + ">" : text(address);
    }
}
