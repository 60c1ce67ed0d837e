package org.anamnesis.parquet.read;

import java.util.List;

/**
 * A column of values.
 *
 * @param name with those of the groups around it, joined by points
 * @param physical type of the stored values
 * @param length bytes of each value, of {@link Physical#FIXED}
 * @param levels definition level of a value that is there; 0 if none can be missing
 * @param meaning how a stored value is written as text
 */
record Leaf(String name, Physical physical, int length, int levels, Meaning meaning) {
    /** Types of stored values, in the order of their numbers in the format. */
    enum Physical {
        BOOLEAN,
        INT32,
        INT64,
        INT96,
        FLOAT,
        DOUBLE,
        BYTES,
        FIXED
    }

    /** As the format counts them. */
    static final List<Physical> BY_CODE = List.of(Physical.values());

    /** Bytes of each value; 0 if they differ or are bits. */
    int width() {
        return switch (physical) {
            case INT32, FLOAT -> 4;
            case INT64, DOUBLE -> 8;
            case INT96 -> 12;
            case FIXED -> length;
            case BOOLEAN, BYTES -> 0;
        };
    }
}
