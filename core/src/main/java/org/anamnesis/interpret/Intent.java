package org.anamnesis.interpret;

import java.util.Optional;

/** What a message wants of the conversation itself, rather than of the cohort. */
public sealed interface Intent {
    /** Takes back the last changes. */
    record Undo(int changes) implements Intent {}

    /**
     * Takes back the last undoing.
     *
     * @param changes how many of the changes that it undid; 0 for all
     */
    record Redo(int changes) implements Intent {}

    /** As it was before: takes back the last change, or the last undoing. */
    record PutBack() implements Intent {}

    /** Asks no more for what was asked last, whatever was asked of it before. */
    record DropLast() implements Intent {}

    /** Begins with nothing asked. */
    record StartOver() implements Intent {}

    /** Gives the present state a name. */
    record Save(String name) implements Intent {}

    /** Says which names there are. */
    record Names() implements Intent {}

    /** Makes a named state the present one again. */
    record GoBack(String name) implements Intent {}

    /** Makes the first state of the line that led here, or a later one, the present one again. */
    record Return(int request) implements Intent {}

    /** Makes the state the present one again in which this had not been asked yet. */
    record Before(String what) implements Intent {}

    /** Says how two named states differ. */
    record Compare(String first, String second) implements Intent {}

    /** Says which words led to the present state. */
    record History() implements Intent {}

    /** Says what changed since a named state, or in all if none is named. */
    record Changes(Optional<String> since) implements Intent {}

    /** Leaves an open question to the program. */
    record Decide() implements Intent {}

    /** Makes the files. */
    record Make(Optional<String> folder) implements Intent {}

    /** Says what is asked at present. */
    record Show() implements Intent {}

    /** Says what is asked of one thing at present. */
    record Chosen() implements Intent {}

    /** Says what was assumed. */
    record Assumptions() implements Intent {}

    /** Asks whether the data are of real people. */
    record Real() implements Intent {}

    /** Says who stands behind what was told last. */
    record Sources() implements Intent {}

    /** Says how many people of the country are like this. */
    record Rarity() implements Intent {}

    /** Says what such data may be used for. */
    record Fitness() implements Intent {}

    /** Asks about the program and its data. */
    record About(Topic topic) implements Intent {
        /** What can be asked about. */
        public enum Topic {
            LIMITS,
            PASSING,
            ASKING,
            REFUSING,
            PRIVACY,
            CERTAINTY,
            REPEAT,
            FORMATS,
            DATABASES,
            TIMELINE,
            OBSERVATIONS,
            METHOD,
            COUNT,
            GROUPS,
            MODEL,
            NETWORK,
            ENGINES,
            KINDS,
            DATA,
            COUNTRIES,
            LANGUAGES,
            CONDITIONS,
            DRUGS,
            SPEED,
            TERMS,
            CODES,
            UNITS,
            ROWS,
            HOWTO
        }
    }

    /** Would take a saved name away or change it, which is not done. */
    record DropName(String name) implements Intent {}

    /** Is only polite. */
    record Thanks() implements Intent {}

    /** Says what can be said here. */
    record Help() implements Intent {}
}
