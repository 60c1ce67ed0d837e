package org.anamnesis.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anamnesis.table.OnlyIf;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * A weighted table of people that a conversation filters, reweights and asks. Columns are read when
 * first needed, derived ones are computed; both are kept, for all threads. Two that need the same
 * at once may both make it, which nobody can tell.
 *
 * <p>Adults and children are kept apart, because they were asked different questions; together, a
 * column that one of them lacks is missing there.
 */
public final class ReferencePopulation {
    /** Rules of the census: what applies to whom. */
    public static final List<OnlyIf> RULES =
            List.of(
                    new OnlyIf("diabetes_duration", "diabetes", List.of(1, 2)),
                    new OnlyIf("insulin_now", "diabetes", List.of(1, 2)),
                    new OnlyIf("glucose_pills_now", "diabetes", List.of(1, 2)),
                    new OnlyIf("retinopathy_told", "diabetes", List.of(1, 2)),
                    new OnlyIf("cigarettes_per_day", "smoking", List.of(2)));

    private final List<Census> parts;
    private final double[] weights;
    private final Map<String, double[]> columns = new ConcurrentHashMap<>();
    private final Map<String, Places> places = new ConcurrentHashMap<>();
    private final Map<String, Boolean> complete = new ConcurrentHashMap<>();

    /** Columns that somebody has read a part of. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /** An answer to a test. */
    public static final byte YES = 1;

    public static final byte NO = 0;

    /** Missing in this row. */
    public static final byte UNKNOWN = -1;

    /** No level. */
    private static final byte MISSING = -1;

    /** As many answers are kept as a conversation comes back to; each has a byte a row. */
    private static final int KEPT = 250;

    private final Map<RowTest, byte[]> answers = kept();
    private final Map<List<Object>, int[]> answering = kept();

    private final double total;

    private ReferencePopulation(List<Census> parts) {
        this.parts = parts;
        double[] all = new double[parts.stream().mapToInt(Census::rows).sum()];
        int next = 0;
        for (Census part : parts) {
            System.arraycopy(part.weights(), 0, all, next, part.rows());
            next += part.rows();
        }
        weights = all;
        total = Arrays.stream(all).sum();
    }

    private static <K, V> Map<K, V> kept() {
        return Collections.synchronizedMap(
                new LinkedHashMap<>(KEPT, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > KEPT;
                    }
                });
    }

    /** Made outside the map: what it is made from is looked up in the same one. */
    private static <K, V> V kept(Map<K, V> in, K key, Function<K, V> maker) {
        V known = in.get(key);
        if (known == null) {
            known = maker.apply(key);
            in.put(key, known);
        }
        return known;
    }

    public static ReferencePopulation of(Census... parts) {
        return new ReferencePopulation(List.of(parts));
    }

    /** The census that ships. */
    public static ReferencePopulation bundled(boolean adults, boolean children) {
        List<Census> parts = new ArrayList<>();
        if (adults) {
            parts.add(Census.bundled("adults"));
        }
        if (children) {
            parts.add(Census.bundled("children"));
        }
        return new ReferencePopulation(parts);
    }

    /** What it is, for manifests and answers: population, period, version, participants. */
    public String about() {
        return parts.stream()
                .map(
                        p ->
                                "synthetic census %s: %s, %s, learned from %s NHANES participants"
                                        .formatted(
                                                p.about("version").orElse("?"),
                                                p.about("population").orElse("?"),
                                                p.about("period").orElse("?"),
                                                p.about("participants").orElse("?")))
                .collect(java.util.stream.Collectors.joining("; "));
    }

    /** The engine that drew these people for one request; empty for the census. */
    public Optional<String> drawnBy() {
        return parts.get(0).about("drawn_by");
    }

    /** Years of the survey that it was learned from. */
    public String period() {
        return parts.get(0).about("period").orElse("not stated");
    }

    public int rows() {
        return weights.length;
    }

    /** n weights; in residents of the country, if the census says how many it stands for. */
    public double[] weights() {
        return weights;
    }

    /** Sum of all weights. */
    public double totalWeight() {
        return total;
    }

    /** Sum of the weights of some rows. */
    public double weight(int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += weights[row];
        }
        return sum;
    }

    /** Whether the column can be drawn or derived for anyone here. */
    public boolean has(String name) {
        if (name.equals(Region.NAME)) {
            return has(Region.PARENT);
        }
        Optional<Derived> derived = Derived.of(name);
        return derived.isPresent()
                ? derived.get().parents().stream().allMatch(this::has)
                : parts.stream().anyMatch(p -> p.has(name));
    }

    public Variable variable(String name) {
        if (name.equals(Region.NAME)) {
            return Region.VARIABLE;
        }
        return Derived.of(name)
                .map(Derived::variable)
                .orElseGet(() -> partWith(name).variable(name));
    }

    /**
     * What a column was learned from, by part of the population; for a derived one what each column
     * below it was learned from.
     */
    public List<Learned> learned(String name) {
        if (name.equals(Region.NAME)) {
            return List.of(Region.learned());
        }
        return Derived.drawn(name).stream()
                .flatMap(
                        drawn ->
                                parts.stream().filter(p -> p.has(drawn)).map(p -> p.learned(drawn)))
                .toList();
    }

    private Census partWith(String name) {
        return parts.stream()
                .filter(p -> p.has(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    /** Drawn columns in the order in which the census draws them. */
    public List<String> inDrawingOrder(Set<String> names) {
        return Stream.concat(
                        parts.stream().flatMap(p -> p.names().stream()), Stream.of(Region.NAME))
                .distinct()
                .filter(names::contains)
                .toList();
    }

    /** n values; shared, not a copy. */
    public double[] column(String name) {
        return kept(columns, name, n -> Derived.of(n).map(this::derive).orElseGet(() -> read(n)));
    }

    /** Distinct values of a column and which of them each row has. */
    public Places places(String name) {
        return kept(places, name, n -> Places.of(column(n)));
    }

    /** Whether every row has a value of a column. */
    public boolean complete(String name) {
        return kept(complete, name, n -> Arrays.stream(column(n)).noneMatch(Double::isNaN));
    }

    /** Level of each row in a category; -1 where it is missing. */
    byte[] levels(String name) {
        byte[] all = new byte[rows()];
        if (name.equals(Region.NAME) || Derived.of(name).isPresent()) {
            double[] column = column(name);
            for (int i = 0; i < all.length; i++) {
                all[i] = Double.isNaN(column[i]) ? MISSING : (byte) column[i];
            }
            return all;
        }
        partWith(name);
        int next = 0;
        for (Census part : parts) {
            if (part.has(name)) {
                System.arraycopy(part.levels(name), 0, all, next, part.rows());
            } else {
                Arrays.fill(all, next, next + part.rows(), MISSING);
            }
            next += part.rows();
        }
        return all;
    }

    private double[] read(String name) {
        if (name.equals(Region.NAME)) {
            return Region.of(column(Region.PARENT), variable(Region.PARENT).levels());
        }
        partWith(name);
        if (parts.size() == 1) {
            return parts.get(0).values(name);
        }
        double[] all = new double[rows()];
        int next = 0;
        for (Census part : parts) {
            if (part.has(name)) {
                System.arraycopy(part.values(name), 0, all, next, part.rows());
            } else {
                Arrays.fill(all, next, next + part.rows(), Double.NaN);
            }
            next += part.rows();
        }
        return all;
    }

    private double[] derive(Derived derived) {
        double[][] parents = derived.parents().stream().map(this::column).toArray(double[][]::new);
        double[] out = new double[rows()];
        double[] row = new double[parents.length];
        for (int i = 0; i < out.length; i++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = parents[k][i];
            }
            out[i] = derived.formula().of(row);
        }
        return out;
    }

    /** n answers of a test: {@link #YES}, {@link #NO} or {@link #UNKNOWN}; shared, not a copy. */
    public byte[] answers(RowTest test) {
        return kept(answers, test, t -> t.answers(this));
    }

    /** Rows for which a test holds, in order; a copy. */
    public int[] select(RowTest test) {
        return answering(test, YES).clone();
    }

    /** Rows with an answer, in order; shared, not a copy. */
    public int[] answering(RowTest test, byte answer) {
        return kept(answering, List.of(test, answer), t -> answering(answers(test), answer));
    }

    private static int[] answering(byte[] answers, byte answer) {
        int[] rows = new int[answers.length];
        int n = 0;
        for (int i = 0; i < answers.length; i++) {
            rows[n] = i; // overwritten by the next unless it counts, which takes no branch
            n += answers[i] == answer ? 1 : 0;
        }
        return Arrays.copyOf(rows, n);
    }

    /**
     * A table of some columns, drawn or derived, for some rows; columns are read on several
     * threads.
     */
    public Table table(List<String> names, int[] rows) {
        double[][] values =
                names.stream()
                        .parallel()
                        .map(
                                name ->
                                        direct(name)
                                                ? parts.get(0).values(name, rows)
                                                : picked(column(name), rows))
                        .toArray(double[][]::new);
        return new Table(
                names.stream().map(this::variable).toList(), values, picked(weights, rows));
    }

    private static double[] picked(double[] all, int[] rows) {
        double[] out = new double[rows.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = all[rows[k]];
        }
        return out;
    }

    /**
     * Whether a column is read for some rows without the others: once, which is all that one cohort
     * needs. Who comes again, as a conversation does, finds it whole.
     */
    private boolean direct(String name) {
        return parts.size() == 1
                && !name.equals(Region.NAME)
                && !columns.containsKey(name)
                && Derived.of(name).isEmpty()
                && begun.add(name);
    }
}
