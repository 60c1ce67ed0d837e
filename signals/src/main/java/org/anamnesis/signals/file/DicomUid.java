package org.anamnesis.signals.file;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Unique identifiers that follow from what they name: 2.25. and the integer of a UUID, whose 122
 * free bits are the first of a SHA-256 (version 8, "custom", of RFC 9562). Source: DICOM PS3.5
 * annex B.2.
 */
public final class DicomUid {
    private DicomUid() {}

    /**
     * @param key of the study
     * @param what within it: {@code series 1}, {@code slice 17}
     */
    public static String of(long key, String what) {
        return of(Long.toHexString(key) + " " + what);
    }

    /** Of anything that has a unique name. */
    public static String of(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("anamnesis " + name).getBytes(StandardCharsets.UTF_8));
            byte[] uuid = java.util.Arrays.copyOf(hash, 16);
            uuid[6] = (byte) ((uuid[6] & 0x0F) | 0x80);
            uuid[8] = (byte) ((uuid[8] & 0x3F) | 0x80);
            return "2.25." + new BigInteger(1, uuid);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java runtime has no SHA-256", absent);
        }
    }
}
