package org.anamnesis.server;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** What a disk complains of, for people, without the names of files. */
public final class DiskTrouble {
    private DiskTrouble() {}

    /** One sentence. */
    public static String inWords(Exception e) {
        Throwable cause = e;
        while (!(cause instanceof IOException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason =
                cause instanceof FileSystemException f
                        ? Optional.ofNullable(f.getReason()).orElse("")
                        : String.valueOf(cause.getMessage());
        return reason.toLowerCase(java.util.Locale.ROOT).contains("no space left")
                ? "The server's disk is full."
                : "The server's disk fails.";
    }
}
