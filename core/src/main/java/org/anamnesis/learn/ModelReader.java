package org.anamnesis.learn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Variable;

/** Reads a model file that may be damaged or made to do harm. */
final class ModelReader {
    /** Bytes of the largest header: a schema of thousands of columns has a few megabytes. */
    private static final int LARGEST_HEADER = 64 << 20;

    /** Sections at most; there is one a model. */
    private static final int MOST_SECTIONS = 16;

    private static final int LONGEST_NAME = 100;

    private static final int DIGEST = 32;

    /** Where the bytes are; they are read from the beginning three times. */
    private interface Bytes {
        InputStream open() throws IOException;

        long size() throws IOException;
    }

    private final String name;
    private final Bytes bytes;
    private final Function<String, Optional<Learner>> learners;

    private ModelReader(String name, Bytes bytes, Function<String, Optional<Learner>> learners) {
        this.name = name;
        this.bytes = bytes;
        this.learners = learners;
    }

    static ModelFile read(Path file, Function<String, Optional<Learner>> learners) {
        var bytes =
                new Bytes() {
                    @Override
                    public InputStream open() throws IOException {
                        return Files.newInputStream(file);
                    }

                    @Override
                    public long size() throws IOException {
                        return Files.size(file);
                    }
                };
        var reader = new ModelReader(file.toString(), bytes, learners);
        if (!Files.isRegularFile(file)) {
            throw reader.wrong(
                    "model.absent",
                    "There is no such model file.",
                    "the file that anamnesis learn wrote");
        }
        return reader.read();
    }

    static ModelFile read(
            String name, byte[] content, Function<String, Optional<Learner>> learners) {
        var bytes =
                new Bytes() {
                    @Override
                    public InputStream open() {
                        return new ByteArrayInputStream(content);
                    }

                    @Override
                    public long size() {
                        return content.length;
                    }
                };
        return new ModelReader(name, bytes, learners).read();
    }

    private ModelFile read() {
        try {
            long size = bytes.size();
            int version = version(size);
            if (version > ModelWriter.VERSION) {
                throw wrong(
                        "model.newer",
                        "The model is of format %d, written by a newer version; this one reads up to %d."
                                .formatted(version, ModelWriter.VERSION),
                        "a newer version of Anamnesis, or the table learned again");
            }
            if (version < 1) {
                throw damaged("its version is " + version);
            }
            checksum(size);
            return content(size);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "%s could not be read (%s).".formatted(name, ModelTarget.reason(e)), e);
        }
    }

    private int version(long size) throws IOException {
        byte[] magic = ModelTarget.magic();
        try (var in = new DataInputStream(bytes.open())) {
            byte[] first = in.readNBytes(magic.length);
            if (!Arrays.equals(first, magic)) {
                boolean cut =
                        size > 0 && Arrays.equals(first, 0, first.length, magic, 0, first.length);
                if (cut && first.length < magic.length) {
                    throw damaged("it ends too early");
                }
                throw wrong(
                        "model.kind",
                        size == 0 ? "The file is empty." : "This is no model file of Anamnesis.",
                        "the file that anamnesis learn wrote");
            }
            if (size < magic.length + 3L * Integer.BYTES + DIGEST) {
                throw damaged("it ends too early");
            }
            return in.readInt();
        }
    }

    private void checksum(long size) throws IOException {
        MessageDigest digest = ModelWriter.sha256();
        try (InputStream in = bytes.open()) {
            byte[] buffer = new byte[1 << 16];
            long left = size - DIGEST;
            while (left > 0) {
                int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (got < 0) {
                    throw damaged("it ends too early");
                }
                digest.update(buffer, 0, got);
                left -= got;
            }
            if (!MessageDigest.isEqual(in.readNBytes(DIGEST), digest.digest())) {
                throw damaged("its checksum does not fit: it was cut off or changed");
            }
        }
    }

    private ModelFile content(long size) throws IOException {
        try (var counted = new PartStream(new BufferedInputStream(bytes.open(), 1 << 16));
                var in = new DataInputStream(counted)) {
            in.skipNBytes(ModelTarget.magic().length + Integer.BYTES);
            counted.left = size - DIGEST - ModelTarget.magic().length - Integer.BYTES;
            Map<String, Object> header = header(text(in, counted, LARGEST_HEADER));
            if (!(header.get("engine") instanceof String engine)) {
                throw damaged("its header names no engine");
            }
            Learner learner =
                    learners.apply(engine)
                            .orElseThrow(
                                    () ->
                                            wrong(
                                                    "model.engine",
                                                    "The model was learned by the engine %s, which is not here."
                                                            .formatted(Remarks.shown(engine)),
                                                    "the program with that engine, or the table learned again"));
            ModelFile model = sections(in, counted, header, engine, learner);
            if (counted.left != 0) {
                throw damaged("there is more behind its last section");
            }
            return model;
        }
    }

    private Map<String, Object> header(String text) {
        try {
            return JsonText.read(text);
        } catch (JsonText.Broken e) {
            throw damaged("its header cannot be read");
        }
    }

    private ModelFile sections(
            DataInputStream in,
            PartStream counted,
            Map<String, Object> header,
            String engine,
            Learner learner)
            throws IOException {
        int n = counted.left < Integer.BYTES ? -1 : in.readInt();
        if (n < 1 || n > MOST_SECTIONS) {
            throw damaged("it holds %d sections".formatted(n));
        }
        Map<?, ?> variables = object(header, "variables");
        Map<String, LearnedModel> models = new LinkedHashMap<>();
        Optional<ModelFile> model = Optional.empty();
        Optional<Enclosed> enclosed = Optional.empty();
        for (int i = 0; i < n; i++) {
            String name = text(in, counted, LONGEST_NAME);
            long length = counted.left < Long.BYTES ? -1 : in.readLong();
            if (length < 0 || length > counted.left) {
                throw damaged("a section is longer than the file");
            }
            long rest = counted.left - length;
            counted.left = length;
            if (name.equals(ModelFile.LATER)) {
                model = Optional.of(later(in, header, model(header, engine, models)));
            } else if (name.equals(ModelFile.RECORDINGS)) {
                enclosed = Optional.of(enclosed(in, length));
            } else {
                models.put(name, learned(in, learner, variables(variables.get(name))));
            }
            if (counted.left != 0) {
                throw damaged("section " + Remarks.shown(name) + " is longer than its model");
            }
            counted.left = rest;
        }
        if (model.isEmpty() && header.containsKey("histories")) {
            throw damaged("what follows a person's first row is not there");
        }
        ModelFile read = model.isPresent() ? model.get() : model(header, engine, models);
        return enclosed.map(e -> read.with(e, read.quality())).orElse(read);
    }

    private Enclosed enclosed(DataInputStream in, long length) throws IOException {
        if (length < 1 || length > Enclosed.MOST) {
            throw damaged("what makes its recordings has a length that cannot be");
        }
        return new Enclosed(in.readNBytes((int) length));
    }

    /** The model with what follows a person's first row. */
    private ModelFile later(DataInputStream in, Map<String, Object> header, ModelFile model) {
        try {
            Map<?, ?> m = object(header, "histories");
            HistoryLayout layout = HistoryJson.layout(m, columns(header, model.schema()));
            Optional<SecondTable> second = HistoryJson.second(m);
            LaterRows later = LaterRows.read(model.rows(), layout, in);
            return new ModelFile(
                    model.schema(),
                    model.engine(),
                    model.parameters(),
                    model.provenance(),
                    model.privacy(),
                    model.quality(),
                    model.rows(),
                    Optional.of(new HistoryModel(layout, later, HistoryJson.keys(m), second)));
        } catch (IOException | RuntimeException e) {
            throw damaged("what follows a person's first row cannot be read");
        }
    }

    /** Learned columns of the table, or of both tables. */
    private List<Variable> columns(Map<String, Object> header, Schema schema) throws IOException {
        if (!header.containsKey("histories")) {
            return schema.variables();
        }
        return HistoryJson.second(object(header, "histories"))
                .map(s -> s.columns(schema))
                .orElse(schema.variables());
    }

    /** Those of the model of the rows: the number of a person's rows too, where it is learned. */
    private List<Variable> drawn(Map<String, Object> header, Schema schema) throws IOException {
        List<Variable> columns = columns(header, schema);
        return header.containsKey("histories")
                ? HistoryJson.layout(object(header, "histories"), columns).variables()
                : columns;
    }

    private LearnedModel learned(DataInputStream in, Learner learner, List<Variable> variables) {
        try {
            return learner.read(variables, in);
        } catch (IOException | RuntimeException e) {
            throw damaged("its engine cannot read what was learned");
        }
    }

    private List<Variable> variables(Object list) {
        List<Variable> found = new ArrayList<>();
        if (!(list instanceof List<?> entries)) {
            throw damaged("its header names no columns");
        }
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> m
                    && m.get("name") instanceof String name
                    && m.get("unit") instanceof String unit
                    && m.get("decimals") instanceof Integer decimals
                    && m.get("levels") instanceof List<?> levels
                    && levels.stream().allMatch(String.class::isInstance))) {
                throw damaged("a column of its header cannot be read");
            }
            found.add(
                    new Variable(
                            name,
                            unit,
                            decimals,
                            levels.stream().map(String.class::cast).toList()));
        }
        return found;
    }

    private ModelFile model(
            Map<String, Object> header, String engine, Map<String, LearnedModel> models) {
        Schema schema;
        try {
            schema = SchemaJson.of(object(header, "schema"));
        } catch (RequestException e) {
            throw damaged("its schema cannot be read");
        }
        if (!models.containsKey(ModelFile.ROWS)) {
            throw damaged("it holds no model of the rows");
        }
        RuledModel rows;
        try {
            rows =
                    RuledModel.of(
                            models.get(ModelFile.ROWS),
                            drawn(header, schema),
                            object(header, "rules"));
        } catch (IOException e) {
            throw damaged("its rules cannot be read");
        }
        return new ModelFile(
                schema,
                engine,
                object(header, "parameters"),
                provenance(object(header, "learned_from")),
                object(header, "privacy"),
                object(header, "quality"),
                rows);
    }

    private Provenance provenance(Map<String, Object> m) {
        if (m.get("file") instanceof String name
                && m.get("sha256") instanceof String sha256
                && m.get("rows_in_file") instanceof Number inFile
                && m.get("rows_learned") instanceof Number learned
                && m.get("columns") instanceof Integer columns
                && m.get("dropped") instanceof List<?> dropped
                && m.get("date") instanceof String date
                && m.get("version") instanceof String version) {
            return new Provenance(
                    name,
                    sha256,
                    inFile.longValue(),
                    learned.longValue(),
                    columns,
                    dropped.stream().map(String::valueOf).toList(),
                    date,
                    version);
        }
        throw damaged("its header does not say what it was learned from");
    }

    private Map<String, Object> object(Map<String, Object> header, String key) {
        if (!(header.get(key) instanceof Map<?, ?> m)) {
            throw damaged("its header has no " + key);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        m.forEach((k, v) -> out.put(String.valueOf(k), v));
        return out;
    }

    /** A text with its length in front, which the rest of the file must hold. */
    private String text(DataInputStream in, PartStream counted, int longest) throws IOException {
        int length = counted.left < Integer.BYTES ? -1 : in.readInt();
        if (length < 0 || length > longest || length > counted.left) {
            throw damaged("a length in it cannot be");
        }
        return new String(in.readNBytes(length), UTF_8);
    }

    private RequestException damaged(String how) {
        return wrong(
                "model.damaged",
                "The model file is damaged: " + how + ".",
                "a copy of the file as anamnesis learn wrote it, or the table learned again");
    }

    private RequestException wrong(String code, String what, String suggestion) {
        return new RequestException(
                List.of(new Problem(code, Remarks.shown(name), what, suggestion)));
    }
}
