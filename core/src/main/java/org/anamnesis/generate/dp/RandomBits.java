package org.anamnesis.generate.dp;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.anamnesis.random.SeedTree;

/** Uniform random bits for the noise. Not safe for threads. */
@FunctionalInterface
public interface RandomBits {
    /** The next 64. */
    long next();

    /**
     * Of the operating system, which nobody can repeat: whoever knows the seed of noise can take
     * the noise off.
     */
    static RandomBits secure() {
        var random = new SecureRandom();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        buffer.position(buffer.limit());
        return () -> {
            if (!buffer.hasRemaining()) {
                random.nextBytes(buffer.array());
                buffer.rewind();
            }
            return buffer.getLong();
        };
    }

    /** The same bits for the same seed: for tests; a promise of privacy needs {@link #secure}. */
    static RandomBits repeatable(SeedTree seeds, String purpose) {
        long key = SeedTree.key(seeds.purpose(purpose), 0);
        int[] drawn = {0};
        return () -> SeedTree.bits(key, drawn[0]++);
    }
}
