package org.anamnesis.generate.course;

import java.util.Arrays;
import org.anamnesis.cohort.VisitKind;

/** The contacts of one patient in the order of their days; no two share a day. */
final class Diary {
    private int count;
    private int[] start = new int[64];
    private int[] end = new int[64];
    private VisitKind[] kind = new VisitKind[64];
    private boolean[] planned = new boolean[64];
    private int[] reason = new int[64];

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    int start(int visit) {
        return start[visit];
    }

    int end(int visit) {
        return end[visit];
    }

    VisitKind kind(int visit) {
        return kind[visit];
    }

    /** Whether it was arranged long before, to look at how a condition goes. */
    boolean planned(int visit) {
        return planned[visit];
    }

    /** The field of the condition that was the reason, −1 if it is not said. */
    int reason(int visit) {
        return reason[visit];
    }

    /** Whether the patient was seen, so that something could be measured. */
    boolean inPerson(int visit) {
        return kind[visit] != VisitKind.VIRTUAL;
    }

    /** Position of the first contact that begins on this day or later; {@link #count()} if none. */
    int firstFrom(int day) {
        int at = Arrays.binarySearch(start, 0, count, day);
        return at >= 0 ? at : -at - 1;
    }

    /** Position of the first contact in person from this day on; {@link #count()} if none. */
    int seenFrom(int day) {
        int visit = firstFrom(day);
        while (visit < count && !inPerson(visit)) {
            visit++;
        }
        return visit;
    }

    /** Whether no contact touches these days. */
    boolean free(int from, int to) {
        int next = firstFrom(from);
        boolean after = next == count || start[next] > to;
        return after && (next == 0 || end[next - 1] < from);
    }

    /** The planned contact nearest to a day, at most so many days apart; −1 if there is none. */
    int plannedNear(int day, int days) {
        int nearest = -1;
        for (int v = firstFrom(day - days); v < count && start[v] <= day + days; v++) {
            boolean nearer =
                    nearest < 0 || Math.abs(start[v] - day) < Math.abs(start[nearest] - day);
            nearest = planned[v] && nearer ? v : nearest;
        }
        return nearest;
    }

    /** Adds a contact whose days are free. */
    void add(int from, int to, VisitKind what, boolean arranged) {
        add(from, to, what, arranged, -1);
    }

    /** The same for a condition. */
    void add(int from, int to, VisitKind what, boolean arranged, int why) {
        if (count == start.length) {
            int more = 2 * count;
            start = Arrays.copyOf(start, more);
            end = Arrays.copyOf(end, more);
            kind = Arrays.copyOf(kind, more);
            planned = Arrays.copyOf(planned, more);
            reason = Arrays.copyOf(reason, more);
        }
        int at = firstFrom(from);
        for (int v = count; v > at; v--) {
            start[v] = start[v - 1];
            end[v] = end[v - 1];
            kind[v] = kind[v - 1];
            planned[v] = planned[v - 1];
            reason[v] = reason[v - 1];
        }
        start[at] = from;
        end[at] = to;
        kind[at] = what;
        planned[at] = arranged;
        reason[at] = why;
        count++;
    }
}
