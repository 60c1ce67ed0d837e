package org.anamnesis.export;

import static java.util.Objects.requireNonNull;

/**
 * A file of a finished folder, for its manifest.
 *
 * @param name relative to the folder, parts separated by {@code /}
 * @param bytes size
 * @param sha256 64 hexadecimal digits, lower case
 */
public record PublishedFile(String name, long bytes, String sha256) {
    public PublishedFile {
        requireNonNull(name, "name");
        requireNonNull(sha256, "sha256");
    }
}
