package org.anamnesis.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.anamnesis.problem.EnvironmentException;

/** Says in people's words why a folder could not be written. */
public final class DiskTrouble {
    private DiskTrouble() {}

    /**
     * The failure as the user should read it; nothing was published.
     *
     * @param target the folder that was asked for
     */
    public static EnvironmentException explain(IOException failure, Path target) {
        return new EnvironmentException(
                sentence(failure, target) + " Nothing was written.", failure);
    }

    private static String sentence(IOException failure, Path target) {
        String reason = reason(failure).toLowerCase(Locale.ROOT);
        if (reason.contains("no space left")) {
            return "The disk of %s is full; free some space, ask for fewer patients or choose another disk with --out."
                    .formatted(target);
        }
        if (reason.contains("quota")) {
            return "Your disk quota for %s is used up; free some space or choose another disk with --out."
                    .formatted(target);
        }
        if (reason.contains("read-only")) {
            return "%s lies on a disk that is read-only; choose another folder with --out."
                    .formatted(target);
        }
        if (reason.contains("name too long")) {
            return "The name of %s is longer than the disk allows; choose a shorter one with --out."
                    .formatted(target);
        }
        if (failure instanceof AtomicMoveNotSupportedException || reason.contains("busy")) {
            return "%s is where a disk is attached, and cannot be put in place in one step; choose a folder inside it with --out."
                    .formatted(target);
        }
        if (failure instanceof AccessDeniedException || reason.contains("not permitted")) {
            return "You may not write in the folder that holds %s; choose another with --out."
                    .formatted(target);
        }
        return "Writing %s failed (%s); see whether the disk is in order, or choose another folder with --out."
                .formatted(target, reason(failure));
    }

    private static String reason(IOException failure) {
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage();
    }
}
