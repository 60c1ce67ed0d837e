package org.anamnesis.converse;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The program for assistants, which speak a protocol over two streams. Found by {@code
 * ServiceLoader}, because what speaks it is heavy and no other command should load it.
 */
public interface AssistantDoor {
    /**
     * What an assistant may do.
     *
     * @param outRoot folder below which it writes; must be there
     * @param readRoots folders below which it reads besides
     * @param conversations folder in which conversations are kept; empty: in memory only
     * @param mostPatients that one cohort may have, and rows that one table may
     */
    record Leave(
            Path outRoot, List<Path> readRoots, Optional<Path> conversations, long mostPatients) {
        public Leave {
            readRoots = List.copyOf(readRoots);
        }
    }

    /**
     * Serves one client until its stream ends.
     *
     * @param in messages of the client
     * @param out messages to the client, and nothing else
     * @param log for whoever looks after the program; holds no words of the client
     * @throws org.anamnesis.problem.RequestException if what is allowed cannot be
     */
    void serve(Anamnesis program, Leave leave, InputStream in, OutputStream out, PrintStream log);
}
