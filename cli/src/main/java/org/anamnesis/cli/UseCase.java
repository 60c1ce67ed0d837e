package org.anamnesis.cli;

/** One command's work. */
interface UseCase {
    /** Returns the exit code. */
    int run();
}
