package org.anamnesis.export;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * One table that was written.
 *
 * @param file relative to the folder of the export
 * @param rows without the heading
 */
public record TableFile(Path file, long rows) {
    public TableFile {
        requireNonNull(file, "file");
    }
}
