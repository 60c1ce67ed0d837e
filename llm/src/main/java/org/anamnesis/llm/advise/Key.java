package org.anamnesis.llm.advise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a service knows its customer by. It is never shown, not even by mistake.
 *
 * @param secret goes into one header of a request and nowhere else
 */
record Key(String secret) {
    private static final int LONGEST = 4_096;

    Key {
        boolean header = secret.chars().allMatch(c -> c > ' ' && c < 127);
        if (secret.isEmpty() || secret.length() > LONGEST || !header) {
            throw new IllegalArgumentException("this is no key");
        }
    }

    /**
     * @throws IOException with a reason for the user if others may read the file, or nobody can
     */
    static Key ofFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no such file");
        }
        if (!ownersAlone(file)) {
            throw new IOException("others can read this file");
        }
        if (Files.size(file) > LONGEST) {
            throw new IOException("this is no key");
        }
        try {
            return new Key(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException("this is no key", e);
        }
    }

    /** Whether nobody but the owner has any right to the file; false where that cannot be told. */
    static boolean ownersAlone(Path file) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            return EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE)
                    .containsAll(rights);
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "a key";
    }
}
