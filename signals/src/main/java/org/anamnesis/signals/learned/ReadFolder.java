package org.anamnesis.signals.learned;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.anamnesis.study.RecordedFolder;
import org.anamnesis.study.RecordingLikeness;
import org.anamnesis.study.Recordings;

/** What was seen in the recordings of a folder. */
final class ReadFolder implements RecordedFolder {
    /** Column of what the file notes of a stretch. */
    static final String EVENT = "event";

    static final String NO_EVENT = "none";

    /** Events of fewer stretches are told by their kind alone. */
    private static final int OFTEN = 5;

    private static final int MOST_EVENTS = 12;

    /**
     * Axes that are columns of the table at most. More make it so wide that a model of a thousand
     * people must be smoothed until nothing goes together (docs/guide/signals-learned.md).
     */
    private static final int LEARNED_AXES = 6;

    /** All axes at most; along those that are no columns shapes differ at random. */
    private static final int MOST_AXES = 24;

    /** Axes by which recordings are judged, whatever is learned of them. */
    private static final int JUDGED_AXES = 16;

    /** Rows for each axis at least, so that no axis is one person. */
    private static final int ROWS_AN_AXIS = 12;

    /**
     * A stretch.
     *
     * @param stem name of its recording
     * @param event noted of it; empty if none
     */
    record Row(String stem, String event, Shape shape) {}

    private final Form form;
    private final List<String> channels;
    private final double rate;
    private final boolean edf;
    private final List<Row> rows;
    private final Labels labels;
    private final List<String> notes;
    private final List<String> columns;
    private final Map<String, String> events = new LinkedHashMap<>();
    private final int[] persons;
    private final int count;

    ReadFolder(
            Form form,
            List<String> channels,
            double rate,
            boolean edf,
            List<Row> rows,
            Labels labels,
            List<String> notes) {
        this.form = form;
        this.channels = channels;
        this.rate = rate;
        this.edf = edf;
        this.rows = rows;
        this.labels = labels;
        Set<String> stems = new LinkedHashSet<>();
        rows.forEach(r -> stems.add(r.stem));
        Set<String> taken = new HashSet<>(form.columns().stream().map(Form.Column::name).toList());
        taken.add(EVENT);
        this.columns = new ArrayList<>(labels.columns(stems, taken));
        this.notes = new ArrayList<>(notes);
        this.notes.addAll(labels.notes());
        events();
        if (columns.isEmpty()) {
            this.notes.add(
                    "Nothing tells the recordings apart, so nothing but what is measured can be asked for: no label in a header, an annotation or a table such as labels.csv with a column of their names.");
        }
        Map<String, Integer> numbers = new HashMap<>();
        persons = new int[rows.size()];
        for (int i = 0; i < persons.length; i++) {
            String person = labels.person(rows.get(i).stem);
            Integer known = numbers.putIfAbsent(person, numbers.size());
            persons[i] = known == null ? numbers.size() - 1 : known;
        }
        count = numbers.size();
    }

    /** Events that are frequent enough keep their name. */
    private void events() {
        Map<String, Integer> often = new LinkedHashMap<>();
        rows.stream()
                .filter(r -> !r.event.isEmpty())
                .forEach(r -> often.merge(name(r.event), 1, Integer::sum));
        if (often.isEmpty()) {
            return;
        }
        columns.add(EVENT);
        List<String> kept =
                often.entrySet().stream()
                        .filter(e -> e.getValue() >= OFTEN)
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(MOST_EVENTS)
                        .map(Map.Entry::getKey)
                        .toList();
        often.keySet().forEach(e -> events.put(e, kept.contains(e) ? e : "other"));
    }

    private static String name(String event) {
        String plain = event.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }

    @Override
    public String kind() {
        return form.kind();
    }

    @Override
    public int persons() {
        return count;
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    int[] of(IntPredicate wanted) {
        return IntStream.range(0, rows.size()).filter(i -> wanted.test(persons[i])).toArray();
    }

    Shape shape(int row) {
        return rows.get(row).shape;
    }

    int person(int row) {
        return persons[row];
    }

    List<Form.Column> measured() {
        return form.columns();
    }

    @Override
    public byte[] code(IntPredicate heldOut) {
        int[] learned = of(heldOut.negate());
        List<float[]> curves = new ArrayList<>();
        double[] together = new double[shape(0).together().length];
        for (int i : learned) {
            curves.add(shape(i).curve());
            for (int k = 0; k < together.length; k++) {
                together[k] += shape(i).together()[k] / learned.length;
            }
        }
        float[] mean = new float[together.length];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (float) together[k];
        }
        int axes = Math.max(2, Math.min(MOST_AXES, learned.length / ROWS_AN_AXIS));
        return new Code(
                        form.kind(),
                        edf,
                        rate,
                        channels,
                        columns,
                        Axes.of(curves, axes),
                        Math.min(axes, LEARNED_AXES),
                        mean)
                .bytes();
    }

    @Override
    public void rows(byte[] code, Path csv, boolean judged) throws IOException {
        Code of = Code.of(code);
        Axes axes = of.axes();
        int count = judged ? Math.min(JUDGED_AXES, axes.count()) : of.learned();
        List<String> labelled = of.labels();
        try (BufferedWriter out = Files.newBufferedWriter(csv, UTF_8)) {
            List<String> header = new ArrayList<>(List.of(Recordings.KEY));
            header.addAll(labelled);
            form.columns().forEach(c -> header.add(c.name()));
            for (int a = 0; a < count; a++) {
                header.add(Code.column(a));
            }
            out.write(Csv.line(header));
            // persons in their order, so that whoever reads the table counts them as it is done
            // here
            for (int i = 0; i < rows.size(); i++) {
                out.write(Csv.line(cells(i, labelled, axes, count)));
            }
        }
    }

    private List<String> cells(int i, List<String> labelled, Axes axes, int count) {
        Row row = rows.get(i);
        List<String> cells = new ArrayList<>(List.of("p" + persons[i]));
        for (String column : labelled) {
            cells.add(
                    column.equals(EVENT)
                            ? events.getOrDefault(name(row.event), NO_EVENT)
                            : labels.of(row.stem).getOrDefault(column, ""));
        }
        for (int k = 0; k < form.columns().size(); k++) {
            cells.add(number(row.shape.measured()[k], form.columns().get(k).decimals()));
        }
        double[] coded = axes.coded(row.shape.curve());
        for (int a = 0; a < count; a++) {
            cells.add(number(coded[a], 3));
        }
        return cells;
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @Override
    public RecordingLikeness likeness(
            RecordedFolder made, Path madeRows, byte[] code, IntPredicate heldOut)
            throws IOException {
        Code of = Code.of(code);
        Axes axes = of.axes().first(of.learned());
        return new Likeness(this, (ReadFolder) made, axes, heldOut)
                .judged(Maker.coefficients(madeRows, axes.count()));
    }
}
