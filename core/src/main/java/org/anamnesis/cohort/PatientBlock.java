package org.anamnesis.cohort;

/**
 * Up to {@link #CAPACITY} consecutive patients: their state at the index date as columns, and their
 * records. Reused between blocks: a receiver copies what it keeps.
 */
public final class PatientBlock {
    /** Patients in a full block. */
    public static final int CAPACITY = 1024;

    private final double[][] columns;
    private final RecordBlock record = new RecordBlock();
    private long first;
    private int count;

    /**
     * @param fields number of columns
     */
    public PatientBlock(int fields) {
        columns = new double[fields][CAPACITY];
    }

    /** Prepares the block for patients {@code first} to {@code first + count - 1}. */
    public void reset(long first, int count) {
        if (count < 0 || count > CAPACITY) {
            throw new IllegalArgumentException("block of " + count);
        }
        this.first = first;
        this.count = count;
        record.clear(count);
    }

    /** Makes this block the same as another one with as many columns. */
    public void copyFrom(PatientBlock other) {
        first = other.first;
        count = other.count;
        for (int k = 0; k < columns.length; k++) {
            System.arraycopy(other.columns[k], 0, columns[k], 0, count);
        }
        record.copyFrom(other.record);
    }

    /** Index of the first patient; patient numbers start at 0. */
    public long first() {
        return first;
    }

    public int count() {
        return count;
    }

    /**
     * Values of field {@code k} for patients {@code first()} ...: a number in the field's unit or
     * the index of a level, NaN where missing; only the first {@link #count()} entries are valid.
     */
    public double[] column(int k) {
        return columns[k];
    }

    /** Records of these patients; positions of patients are those in the columns. */
    public RecordBlock record() {
        return record;
    }
}
