package org.anamnesis.cohort;

import java.util.Arrays;

/**
 * Events of one kind in the records of a block of patients, as parallel arrays in the order of
 * patients and, for one patient, of time. Refilled for every block; grows and never shrinks.
 */
public final class Events {
    /** A date that is not known. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    private int count;
    private int[] patient = new int[0];
    private int[] visit = new int[0];
    private int[] what = new int[0];
    private int[] start = new int[0];
    private int[] end = new int[0];
    private double[] value = new double[0];

    void clear() {
        count = 0;
    }

    void copyFrom(Events other) {
        count = 0;
        grow(other.count);
        count = other.count;
        System.arraycopy(other.patient, 0, patient, 0, count);
        System.arraycopy(other.visit, 0, visit, 0, count);
        System.arraycopy(other.what, 0, what, 0, count);
        System.arraycopy(other.start, 0, start, 0, count);
        System.arraycopy(other.end, 0, end, 0, count);
        System.arraycopy(other.value, 0, value, 0, count);
    }

    /**
     * Adds one event.
     *
     * @param patient position in the block
     * @param visit number of the visit within the patient's record, from 0
     * @param what the meaning of the kind: see {@link RecordBlock}
     * @param start day, days since 1970-01-01, or {@link #NO_DAY}
     * @param end last day, or {@link #NO_DAY} while it goes on or where it has none
     * @param value the meaning of the kind, NaN if there is none
     */
    public void add(int patient, int visit, int what, long start, long end, double value) {
        if (count == this.patient.length) {
            grow(count + 1);
        }
        this.patient[count] = patient;
        this.visit[count] = visit;
        this.what[count] = what;
        this.start[count] = Math.toIntExact(start);
        this.end[count] = Math.toIntExact(end);
        this.value[count] = value;
        count++;
    }

    /** Adds others among these, behind those of the same patient and visit. */
    public void merge(Events others) {
        if (others.count == 0) {
            return;
        }
        var before = new Events();
        before.copyFrom(this);
        clear();
        int b = 0;
        int o = 0;
        while (b < before.count || o < others.count) {
            boolean first = o == others.count || (b < before.count && !others.before(o, before, b));
            add(first ? before : others, first ? b++ : o++);
        }
    }

    private boolean before(int event, Events other, int than) {
        return patient[event] != other.patient[than]
                ? patient[event] < other.patient[than]
                : visit[event] < other.visit[than];
    }

    private void add(Events of, int event) {
        add(
                of.patient[event],
                of.visit[event],
                of.what[event],
                of.start[event],
                of.end[event],
                of.value[event]);
    }

    private void grow(int needed) {
        if (needed <= patient.length) {
            return;
        }
        int size = Math.max(needed, Math.max(1024, patient.length + patient.length / 2));
        patient = Arrays.copyOf(patient, size);
        visit = Arrays.copyOf(visit, size);
        what = Arrays.copyOf(what, size);
        start = Arrays.copyOf(start, size);
        end = Arrays.copyOf(end, size);
        value = Arrays.copyOf(value, size);
    }

    public int count() {
        return count;
    }

    /** Position of the patient in the block. */
    public int patient(int event) {
        return patient[event];
    }

    /** Number of the visit within the patient's record, from 0. */
    public int visit(int event) {
        return visit[event];
    }

    /** What happened, by the meaning of the kind. */
    public int what(int event) {
        return what[event];
    }

    /** Day since 1970-01-01, or {@link #NO_DAY}. */
    public int start(int event) {
        return start[event];
    }

    /** Last day, or {@link #NO_DAY}. */
    public int end(int event) {
        return end[event];
    }

    /** By the meaning of the kind; NaN if there is none. */
    public double value(int event) {
        return value[event];
    }

    /**
     * Position among these visits of the one to which an event belongs, searched onwards from that
     * of an earlier event: both are in the order of patients and, within one, of visits.
     */
    public int visitOf(Events events, int event, int from) {
        int v = from;
        while (patient[v] < events.patient[event]
                || (patient[v] == events.patient[event] && visit[v] < events.visit[event])) {
            v++;
        }
        return v;
    }

    /** Replaces a value, for one that is shown in another unit. */
    public void setValue(int event, double replaced) {
        value[event] = replaced;
    }
}
