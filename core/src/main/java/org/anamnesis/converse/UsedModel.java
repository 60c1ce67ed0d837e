package org.anamnesis.converse;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * The model of a table that a conversation is about.
 *
 * @param file it lies in, from the root
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record UsedModel(String file, String sha256) {
    public UsedModel {
        requireNonNull(file, "file");
        requireNonNull(sha256, "sha256");
    }

    /** A file as it is now. */
    public static UsedModel of(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        try (InputStream in = new DigestInputStream(Files.newInputStream(whole), digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            byte[] sum = ((DigestInputStream) in).getMessageDigest().digest();
            return new UsedModel(whole.toString(), HexFormat.of().formatHex(sum));
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The model file %s could not be read (%s).".formatted(file, e.getMessage()), e);
        }
    }

    public Path path() {
        return Path.of(file);
    }

    /**
     * @throws RequestException if the file is gone or is another one now
     */
    void check() {
        boolean there = Files.isRegularFile(path());
        if (there && of(path()).equals(this)) {
            return;
        }
        throw new RequestException(
                List.of(
                        new Problem(
                                there ? "talk.model.changed" : "talk.model.absent",
                                file,
                                there
                                        ? "The model that this conversation is about has changed since."
                                        : "The model that this conversation is about is not there.",
                                "the file put back, or \"use the model FILE\", or \"go back to the US population\"")));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java runtime has SHA-256", absent);
        }
    }
}
