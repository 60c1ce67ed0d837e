package org.anamnesis.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many patients the disk of a folder holds. */
public final class FreeSpace {
    /** Share of the free space that an export may fill; the estimate is no promise. */
    private static final double USABLE = 0.9;

    private FreeSpace() {}

    /**
     * The largest number of patients that fits, at least 0, a round number of two digits so that it
     * can be said. Where the system does not tell how large the disk is, nothing speaks against any
     * number.
     *
     * @param target folder that need not exist
     * @param bytesPerPatient above 0
     */
    public static long patients(Path target, double bytesPerPatient) {
        if (!(bytesPerPatient > 0)) {
            throw new IllegalArgumentException("bytes a patient: " + bytesPerPatient);
        }
        Path existing = target.toAbsolutePath().normalize();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        // not Files.getFileStore: it fails where the table of mounts lacks the folder's
        // (containers)
        File disk = existing.toFile();
        long free = disk.getTotalSpace() == 0 ? Long.MAX_VALUE : disk.getUsableSpace();
        return round((long) (free * USABLE / bytesPerPatient));
    }

    static long round(long patients) {
        long unit = 1;
        while (patients / unit >= 100) {
            unit *= 10;
        }
        return patients / unit * unit;
    }
}
