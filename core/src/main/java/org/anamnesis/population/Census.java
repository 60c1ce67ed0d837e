package org.anamnesis.population;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * The built-in population as a file: a table by column, each column compressed alone, so that a
 * request reads only what it needs. All rows stand for the same number of people.
 *
 * <p>Form: magic {@code ANC1}, length and text of a JSON header (rows, what it is, per column:
 * name, unit, decimals, levels, what it was learned from, packed size), then the packed columns. A
 * column is n whole numbers, (value − low) · 10<sup>decimals</sup> + 1 or level + 1, 0 = missing,
 * in two byte planes (low, high) deflated one after the other.
 */
public final class Census {
    private static final int MAGIC = 0x414E4331;
    private static final int PLANES = 3;

    private final byte[] bytes;
    private final int start;
    private final int rows;
    private final Map<String, Object> about;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, double[]> read = new ConcurrentHashMap<>();

    private final double[] weights;

    private record Column(Variable variable, double low, int offset, int size, Learned learned) {}

    private Census(Table people, Map<String, Object> about, Map<String, Learned> learned) {
        this.bytes = new byte[0];
        this.start = 0;
        this.rows = people.rows();
        this.about = Map.copyOf(about);
        this.weights = people.weights().clone();
        for (Variable v : people.variables()) {
            Learned from =
                    learned.getOrDefault(
                            v.name(), Learned.survey("not stated", OptionalLong.empty(), v.name()));
            columns.put(v.name(), new Column(v, 0, 0, 0, from));
            read.put(v.name(), people.column(v.name()));
        }
    }

    /**
     * People in memory, weighted.
     *
     * @param people weights in residents that a row stands for
     * @param about as for {@link #write}; {@code drawn_by} names the engine that drew them
     * @param learned by column name, what it was learned from
     */
    public static Census of(Table people, Map<String, Object> about, Map<String, Learned> learned) {
        return new Census(people, about, learned);
    }

    private Census(byte[] bytes, int start, Map<String, Object> header) {
        this.bytes = bytes;
        this.start = start;
        this.rows = ((Number) header.get("rows")).intValue();
        this.about = header;
        int offset = 0;
        for (Object item : (List<?>) header.get("columns")) {
            Map<?, ?> c = (Map<?, ?>) item;
            List<String> levels =
                    ((List<?>) c.get("levels")).stream().map(Object::toString).toList();
            var variable =
                    new Variable(
                            (String) c.get("name"),
                            (String) c.get("unit"),
                            ((Number) c.get("decimals")).intValue(),
                            levels);
            int size = ((Number) c.get("size")).intValue();
            columns.put(
                    variable.name(),
                    new Column(
                            variable,
                            ((Number) c.get("low")).doubleValue(),
                            offset,
                            size,
                            Learned.read((Map<?, ?>) c.get("learned"))));
            offset += size;
        }
        weights = new double[rows];
        Arrays.fill(
                weights, about("residents").map(Double::parseDouble).orElse((double) rows) / rows);
    }

    /** The census that ships: {@code adults} or {@code children}. */
    public static Census bundled(String who) {
        String name = "census-us-" + who + ".bin";
        try (InputStream in = Census.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return read(in);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the built-in population is damaged or missing; build the program again", e);
        }
    }

    /** Reads a census; {@code in} is not closed. */
    public static Census read(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        var data = new DataInputStream(new ByteArrayInputStream(bytes));
        if (data.readInt() != MAGIC) {
            throw new IOException("not a census file");
        }
        int length = data.readInt();
        String header = new String(bytes, 8, length, StandardCharsets.UTF_8);
        return new Census(bytes, 8 + length, JSON.std.mapFrom(header));
    }

    /**
     * Writes a table as a census; weights are not kept.
     *
     * @param about what it is: version, population, period, how it was made
     * @param learned by column name, what it was learned from
     */
    public static void write(
            Table people, Map<String, Object> about, Map<String, Learned> learned, OutputStream out)
            throws IOException {
        List<byte[]> packed = new ArrayList<>();
        List<Map<String, Object>> described = new ArrayList<>();
        for (Variable variable : people.variables()) {
            double[] values = people.column(variable.name());
            double low = Double.POSITIVE_INFINITY;
            for (double v : values) {
                low = Double.isNaN(v) ? low : Math.min(low, v);
            }
            low = variable.isCategory() || Double.isInfinite(low) ? 0 : low;
            byte[] column = pack(variable, values, low);
            packed.add(column);
            Map<String, Object> c = new LinkedHashMap<>();
            c.put("name", variable.name());
            c.put("unit", variable.unit());
            c.put("decimals", variable.decimals());
            c.put("levels", variable.levels());
            c.put("low", low);
            c.put("size", column.length);
            c.put("learned", learned.get(variable.name()).written());
            described.add(c);
        }
        Map<String, Object> header = new LinkedHashMap<>(about);
        header.put("rows", people.rows());
        header.put("columns", described);
        byte[] text = JSON.std.asString(header).getBytes(StandardCharsets.UTF_8);
        var data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(text.length);
        data.write(text);
        for (byte[] column : packed) {
            data.write(column);
        }
        data.flush();
    }

    private static byte[] pack(Variable variable, double[] values, double low) {
        int n = values.length;
        byte[] planes = new byte[PLANES * n];
        double scale = Math.pow(10, variable.decimals());
        int used = 1;
        for (int i = 0; i < n; i++) {
            long code = Double.isNaN(values[i]) ? 0 : Math.round((values[i] - low) * scale) + 1;
            if (code > 0xFFFFFF) {
                throw new IllegalArgumentException("too wide a column: " + variable.name());
            }
            for (int p = 0; p < PLANES; p++) {
                planes[p * n + i] = (byte) (code >>> (8 * p));
            }
            used = Math.max(used, code > 0xFFFF ? 3 : code > 0xFF ? 2 : 1);
        }
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(planes, 0, used * n);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    public int rows() {
        return rows;
    }

    /** n weights; in residents of the country, if it is known how many they stand for. */
    double[] weights() {
        return weights;
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    public Variable variable(String name) {
        return column(name).variable();
    }

    /** What a column was learned from. */
    public Learned learned(String name) {
        return column(name).learned();
    }

    /** A line of the header, for example {@code period}. */
    public Optional<String> about(String key) {
        return Optional.ofNullable(about.get(key)).map(Object::toString);
    }

    private Column column(String name) {
        Column c = columns.get(name);
        if (c == null) {
            throw new IllegalArgumentException("the census has no column " + name);
        }
        return c;
    }

    /** All n values of a column, see {@link Table}; read once, shared, not a copy. */
    public double[] values(String name) {
        return read.computeIfAbsent(name, n -> new Packed(column(n)).values());
    }

    /** Level of each row in a category; -1 where it is missing. */
    byte[] levels(String name) {
        if (column(name).variable().levels().size() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("too many levels: " + name);
        }
        double[] known = read.get(name);
        if (known == null) {
            return new Packed(column(name)).levels();
        }
        byte[] out = new byte[rows];
        for (int i = 0; i < rows; i++) {
            out[i] = (byte) (Double.isNaN(known[i]) ? -1 : known[i]);
        }
        return out;
    }

    /** Values of a column for some rows, in their order. */
    public double[] values(String name, int[] chosen) {
        double[] known = read.get(name);
        if (known != null) {
            return Arrays.stream(chosen).mapToDouble(i -> known[i]).toArray();
        }
        var packed = new Packed(column(name));
        double[] out = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            out[i] = packed.value(chosen[i]);
        }
        return out;
    }

    /** The byte planes of one column. */
    private final class Packed {
        private final byte[] planes = new byte[PLANES * rows];
        private final int used;
        private final double scale;
        private final double lowSteps;

        Packed(Column c) {
            used = unpack(c, planes) / rows;
            scale = Math.pow(10, c.variable().decimals());
            lowSteps = Math.rint(c.low() * scale);
        }

        double value(int row) {
            int code = 0;
            for (int p = 0; p < used; p++) {
                code |= (planes[p * rows + row] & 0xFF) << (8 * p);
            }
            // (steps / scale) gives the double nearest to the decimal; low + step / scale would not
            return code == 0 ? Double.NaN : (lowSteps + code - 1) / scale;
        }

        double[] values() {
            double[] out = new double[rows];
            for (int i = 0; i < out.length; i++) {
                out[i] = value(i);
            }
            return out;
        }

        byte[] levels() {
            byte[] out = new byte[rows];
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) (planes[i] - 1);
            }
            return out;
        }
    }

    private int unpack(Column c, byte[] into) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, start + c.offset(), c.size());
            int got = 0;
            while (!inflater.finished() && got < into.length) {
                int more = inflater.inflate(into, got, into.length - got);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                got += more;
            }
            if (got == 0 || got % rows != 0) {
                throw new DataFormatException("column " + c.variable().name());
            }
            return got;
        } catch (DataFormatException e) {
            throw new EnvironmentException(
                    "the built-in population is damaged; build the program again", e);
        } finally {
            inflater.end();
        }
    }
}
