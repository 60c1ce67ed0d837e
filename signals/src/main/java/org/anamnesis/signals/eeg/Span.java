package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.signals.Draws;

/** A stretch of time in seconds. */
record Span(double from, double to) {
    /** What is left of some stretches when another is taken out. */
    static List<Span> without(List<Span> spans, double from, double to) {
        var left = new ArrayList<Span>();
        for (var s : spans) {
            if (to <= s.from() || from >= s.to()) {
                left.add(s);
                continue;
            }
            if (from > s.from()) {
                left.add(new Span(s.from(), from));
            }
            if (to < s.to()) {
                left.add(new Span(to, s.to()));
            }
        }
        return left;
    }

    /** How many events of a length fit, {@code gap} apart from onset to onset. */
    static int room(List<Span> spans, double length, double gap) {
        double all = total(fitting(spans, length));
        return all <= 0 ? 0 : 1 + (int) Math.min(1_000_000, all / gap);
    }

    /**
     * Onsets of {@code count} events, even over what they fit in and at least {@code gap} apart;
     * fewer if there is no room.
     */
    static List<Double> place(List<Span> spans, int count, double length, double gap, Draws draws) {
        var fitting = fitting(spans, length);
        int n = Math.min(count, room(spans, length, gap));
        double slack = Math.max(0, total(fitting) - (n - 1) * gap);
        double[] at = new double[n];
        for (int i = 0; i < n; i++) {
            at[i] = draws.uniform(0, slack);
        }
        java.util.Arrays.sort(at);
        var onsets = new ArrayList<Double>();
        for (int i = 0; i < n; i++) {
            onsets.add(Math.rint(1000 * moment(fitting, at[i] + i * gap)) / 1000);
        }
        return onsets;
    }

    private static double moment(List<Span> fitting, double along) {
        double left = along;
        for (var s : fitting) {
            double length = s.to() - s.from();
            if (left < length) {
                return s.from() + left;
            }
            left -= length;
        }
        var last = fitting.get(fitting.size() - 1);
        return last.to();
    }

    private static List<Span> fitting(List<Span> spans, double length) {
        var all = new ArrayList<Span>();
        for (var s : spans) {
            if (s.to() - s.from() > length) {
                all.add(new Span(s.from(), s.to() - length));
            }
        }
        return all;
    }

    private static double total(List<Span> spans) {
        return spans.stream().mapToDouble(s -> s.to() - s.from()).sum();
    }
}
