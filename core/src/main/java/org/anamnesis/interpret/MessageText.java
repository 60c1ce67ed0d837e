package org.anamnesis.interpret;

/** The characters of a message before anything is read of it. */
final class MessageText {
    private static final int STRANGE_PERCENT = 15;

    private MessageText() {}

    /**
     * Whether a message is bytes of something else: of its characters many control a device or
     * stand for what no text can be. A few such are a paste that went wrong, and are left out.
     */
    static boolean binary(String text) {
        long strange =
                text.chars()
                        .filter(
                                c ->
                                        c == '\uFFFD'
                                                || (Character.isISOControl(c)
                                                        && !Character.isWhitespace(c)))
                        .count();
        return strange * 100 >= (long) STRANGE_PERCENT * text.length();
    }

    /** Control characters become spaces; no name or number needs them. */
    static String withoutControls(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.chars()
                .map(
                        c ->
                                Character.isISOControl(c)
                                                || Character.isSurrogate((char) c)
                                                || c == '\uFEFF'
                                        ? ' '
                                        : c)
                .forEach(c -> clean.append((char) c));
        return clean.toString();
    }
}
