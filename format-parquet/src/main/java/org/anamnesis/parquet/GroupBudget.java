package org.anamnesis.parquet;

/**
 * How large the row groups of tables may be that are written at once. Each table holds the group
 * that it is at, so that what all of them hold stays the same however many they are.
 */
final class GroupBudget {
    /** Of one table: larger groups do not read faster. */
    private static final long LARGEST = 4 << 20; // bytes

    private static final long TOGETHER = 24 << 20; // bytes

    private int tables;

    /** One more table; all of them are opened before the first row is written. */
    void open() {
        tables++;
    }

    /** Bytes with which a group ends. */
    long group() {
        return Math.min(LARGEST, TOGETHER / tables);
    }
}
