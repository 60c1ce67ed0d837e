package org.anamnesis.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.table.Variable;

/** How the steps of persons are laid out, in a model file. */
final class StepLayoutFile {
    private StepLayoutFile() {}

    /** Stands before a layout of intervals or endings, which earlier versions did not know. */
    private static final int MORE = -1;

    static void write(StepLayout layout, DataOutput out) throws IOException {
        Optional<Interval> interval = layout.interval();
        List<Set<Integer>> ending = layout.ending();
        if (interval.isPresent() || ending.stream().anyMatch(e -> !e.isEmpty())) {
            out.writeInt(MORE);
            out.writeBoolean(interval.isPresent());
            if (interval.isPresent()) {
                out.writeInt(interval.get().start());
                out.writeInt(interval.get().stop());
                out.writeDouble(interval.get().most());
            }
            out.writeInt(ending.size());
            for (Set<Integer> e : ending) {
                indices(out, e.stream().sorted().toList());
            }
        }
        indices(out, layout.fixed());
        indices(out, layout.places());
        out.writeInt(layout.order());
        out.writeBoolean(layout.strict());
        for (Change c : layout.changes()) {
            out.writeUTF(c.way().name());
            out.writeDouble(c.low());
            out.writeDouble(c.high());
            out.writeDouble(c.base());
            out.writeBoolean(c.rises());
            out.writeBoolean(c.falls());
            out.writeBoolean(c.missing());
            indices(out, c.lasting().stream().sorted().toList());
        }
    }

    private static void indices(DataOutput out, List<Integer> list) throws IOException {
        out.writeInt(list.size());
        for (int i : list) {
            out.writeInt(i);
        }
    }

    /** Different indices below {@code most}. */
    private static List<Integer> indices(DataInput in, int most) throws IOException {
        return indices(in.readInt(), in, most);
    }

    private static List<Integer> indices(int n, DataInput in, int most) throws IOException {
        if (n < 0 || n > most) {
            throw new IOException(n + " columns of " + most);
        }
        Set<Integer> seen = new HashSet<>();
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int k = in.readInt();
            if (k < 0 || k >= most || !seen.add(k)) {
                throw new IOException("no such column: " + k);
            }
            list.add(k);
        }
        return list;
    }

    /** Reads what {@link #write} wrote; the bytes may be anybody's. */
    static StepLayout read(List<Variable> learned, HistoryLayout columns, DataInput in)
            throws IOException {
        Optional<Interval> interval = Optional.empty();
        List<Set<Integer>> ending = new ArrayList<>();
        int n = in.readInt();
        boolean more = n == MORE;
        if (more) {
            interval = in.readBoolean() ? Optional.of(interval(in)) : Optional.empty();
            int many = in.readInt();
            if (many < 0 || many > learned.size()) {
                throw new IOException("endings of %d columns".formatted(many));
            }
            for (int k = 0; k < many; k++) {
                ending.add(Set.copyOf(indices(in, MOST_LEVELS)));
            }
            n = in.readInt();
        }
        List<Integer> fixed = indices(n, in, learned.size());
        List<Integer> places = indices(in, learned.size());
        int order = in.readInt();
        boolean strict = in.readBoolean();
        if (order < -1 || order >= places.size() || places.stream().anyMatch(fixed::contains)) {
            throw new IOException("order of " + order);
        }
        List<Change> changes = new ArrayList<>();
        for (int k : places) {
            changes.add(change(learned.get(k), columns, order >= 0, in));
        }
        while (!more && ending.size() < places.size()) {
            ending.add(Set.of());
        }
        boolean fits =
                ending.size() == places.size()
                        && interval.stream()
                                .allMatch(
                                        i ->
                                                order >= 0
                                                        && i.start() < places.size()
                                                        && i.stop() < places.size());
        if (!fits) {
            throw new IOException("intervals or endings of other columns");
        }
        return new StepLayout(learned, fixed, places, changes, order, strict, interval, ending);
    }

    private static final int MOST_LEVELS = 100_000;

    private static Interval interval(DataInput in) throws IOException {
        try {
            return new Interval(in.readInt(), in.readInt(), in.readDouble());
        } catch (IllegalArgumentException e) {
            throw new IOException("no such interval", e);
        }
    }

    private static Change change(
            Variable variable, HistoryLayout columns, boolean ordered, DataInput in)
            throws IOException {
        Change.Way way = way(in.readUTF());
        double low = in.readDouble();
        double high = in.readDouble();
        double base = in.readDouble();
        boolean rises = in.readBoolean();
        boolean falls = in.readBoolean();
        boolean missing = in.readBoolean();
        Set<Integer> lasting = Set.copyOf(indices(in, variable.levels().size()));
        if (way == Change.Way.OFFSET && !ordered) {
            throw new IOException("a distance from no date");
        }
        try {
            return new Change(
                    variable,
                    columns.dates().contains(variable.name()),
                    way,
                    low,
                    high,
                    base,
                    rises,
                    falls,
                    missing,
                    lasting);
        } catch (IllegalArgumentException e) {
            throw new IOException("no such change", e);
        }
    }

    private static Change.Way way(String name) throws IOException {
        try {
            return Change.Way.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("no such way to change", e);
        }
    }
}
