package org.anamnesis.learn;

import java.io.DataOutput;
import java.io.IOException;

/**
 * What another part of the program needs besides the rows to make something of them, such as
 * recordings; kept in the model file under its checksum. Whoever encloses it answers for that it
 * holds no row.
 */
public final class Enclosed {
    /** Bytes at most: axes and means are some tens of kilobytes. */
    static final int MOST = 16 << 20;

    private final byte[] bytes;

    public Enclosed(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MOST) {
            throw new IllegalArgumentException(bytes.length + " bytes");
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void write(DataOutput out) throws IOException {
        out.write(bytes);
    }
}
