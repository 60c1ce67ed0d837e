package org.anamnesis.interpret;

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

    /** A message in the English that the rules read. */
    public static String english(String message) {
        return Wording.of(message).english();
    }
}
