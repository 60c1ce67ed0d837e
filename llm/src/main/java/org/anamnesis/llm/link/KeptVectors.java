package org.anamnesis.llm.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the vectors of a user's own model are kept: {@code anamnesis} in {@code XDG_CACHE_HOME} or
 * {@code ~/.cache}. Whatever goes wrong there costs only time.
 */
final class KeptVectors {
    private final Path file;

    KeptVectors(Path file) {
        this.file = file;
    }

    /** Another file, size, time or pooling is another model. */
    static KeptVectors of(OwnModel own, Path folder) {
        return new KeptVectors(folder.resolve(name(own)));
    }

    /** Of this user. */
    static Path folder() {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path folder =
                cache.isBlank()
                        ? Path.of(System.getProperty("user.home", "."), ".cache")
                        : Path.of(cache);
        return folder.resolve("anamnesis");
    }

    private static String name(OwnModel own) {
        String what;
        try {
            what =
                    own.model().toRealPath()
                            + " "
                            + Files.size(own.model())
                            + " "
                            + Files.getLastModifiedTime(own.model()).toMillis()
                            + " "
                            + own.tokenizer().toRealPath()
                            + " "
                            + Files.getLastModifiedTime(own.tokenizer()).toMillis()
                            + " "
                            + own.pooling();
        } catch (IOException e) {
            throw new ModelTrouble(own.model() + " cannot be read", e);
        }
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)) + ".vectors";
    }

    /** Those kept before; empty if there are none that can be read. */
    Optional<KnownVectors> read() {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(KnownVectors.read(in));
        } catch (IOException e) {
            return Optional.empty(); // computed again
        }
    }

    /**
     * Keeps them if the disk lets us.
     *
     * @return whether they are kept
     */
    boolean write(KnownVectors vectors) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "vectors", ".part");
            try (OutputStream out = Files.newOutputStream(part)) {
                vectors.write(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
