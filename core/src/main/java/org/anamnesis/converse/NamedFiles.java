package org.anamnesis.converse;

import java.nio.file.Path;

/**
 * Where the files lie that words may name ("use the model icu.model"). Who talks to the program
 * over a wire must not reach every file that the program can.
 */
@FunctionalInterface
public interface NamedFiles {
    /** Any file, from the folder that the program runs in: for a person at the keyboard. */
    NamedFiles ANYWHERE = named -> named;

    /**
     * Called before anything is read, not even whether there is such a file.
     *
     * @param named as the words have it; whole, as it was found, in a kept conversation
     * @return the file to read
     * @throws org.anamnesis.problem.RequestException if it may not be named here
     */
    Path find(Path named);
}
