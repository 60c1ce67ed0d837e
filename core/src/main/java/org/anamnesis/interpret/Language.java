package org.anamnesis.interpret;

import java.util.Optional;

/** Languages in which requests are understood by rules. */
public enum Language {
    EN("en"),
    DE("de"),
    ES("es"),
    FR("fr"),
    ZH("zh");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /**
     * The language of a message, so that the answer can be given in it; English unless the words
     * speak clearly for another. Takes microseconds for a sentence.
     */
    public static Language of(String message) {
        return LanguageSigns.language(message);
    }

    /**
     * The same within a conversation: a message without any sign ("60 %", "DM2") is in the language
     * of those before it.
     */
    public static Language of(String message, Language likely) {
        return LanguageSigns.shown(message).orElse(likely);
    }

    /** The language that a message shows by itself; empty if it shows none. */
    public static Optional<Language> shown(String message) {
        return LanguageSigns.shown(message);
    }

    /** A message in the English that the rules read. */
    public static String english(String message, Language likely) {
        return Wording.of(message, likely).english();
    }
}
