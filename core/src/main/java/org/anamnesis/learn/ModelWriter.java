package org.anamnesis.learn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.table.Variable;

/** Writes a model file beside its place and renames it. */
final class ModelWriter {
    /** Version of the format; a reader refuses a larger one. */
    static final int VERSION = 4;

    /** Format of a model with columns learned as distances. */
    private static final int DISTANCES = 3;

    /** Format of a model of several rows a person; those of distances and recordings are newer. */
    private static final int HISTORIES = 2;

    private static int version(ModelFile model) {
        if (model.enclosed().isPresent()) {
            return VERSION;
        }
        return model.rows().isTold()
                ? DISTANCES
                : model.histories().isPresent() ? HISTORIES : PLAIN;
    }

    /** Version of a model without histories, which older programs read. */
    private static final int PLAIN = 1;

    private ModelWriter() {}

    static void write(ModelFile model, Path file) throws IOException {
        WholeFile.write(file, channel -> all(model, channel));
    }

    private static void all(ModelFile model, FileChannel channel) throws IOException {
        MessageDigest digest = sha256();
        var heard = new DigestOutputStream(Channels.newOutputStream(channel), digest);
        var out = new DataOutputStream(new BufferedOutputStream(heard, 1 << 16));
        out.write(ModelTarget.magic());
        out.writeInt(version(model));
        text(out, JsonText.write(header(model)));
        out.writeInt(
                1
                        + (model.histories().isPresent() ? 1 : 0)
                        + (model.enclosed().isPresent() ? 1 : 0));
        section(out, channel, ModelFile.ROWS, model.rows().model()::write);
        if (model.histories().isPresent()) {
            section(out, channel, ModelFile.LATER, model.histories().get().later()::write);
        }
        if (model.enclosed().isPresent()) {
            section(out, channel, ModelFile.RECORDINGS, model.enclosed().get()::write);
        }
        out.flush();
        heard.on(false);
        heard.write(digest.digest());
    }

    /**
     * The length stands before the bytes, which are not kept in memory: they are written twice, the
     * first time only counted.
     */
    private static void section(
            DataOutputStream out, FileChannel channel, String name, Section section)
            throws IOException {
        text(out, name);
        var counted = new Counted();
        section.write(new DataOutputStream(counted));
        out.writeLong(counted.bytes);
        out.flush();
        long before = channel.position();
        section.write(out);
        out.flush();
        if (channel.position() - before != counted.bytes) {
            throw new IllegalStateException("section " + name + " writes another length each time");
        }
    }

    private interface Section {
        void write(DataOutput out) throws IOException;
    }

    /** Counts what is written. */
    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Map<String, Object> header(ModelFile model) {
        Provenance p = model.provenance();
        Map<String, Object> from = new LinkedHashMap<>();
        from.put("file", p.file());
        from.put("sha256", p.sha256());
        from.put("rows_in_file", p.rowsInFile());
        from.put("rows_learned", p.rowsLearned());
        from.put("columns", p.columns());
        from.put("dropped", p.dropped());
        from.put("date", p.date());
        from.put("version", p.version());
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("anamnesis_model", version(model));
        m.put("engine", model.engine());
        m.put("parameters", model.parameters());
        m.put("learned_from", from);
        m.put("schema", SchemaJson.object(model.schema()));
        m.put("privacy", model.privacy());
        m.put("quality", model.quality());
        m.put("rules", model.rows().rulesJson());
        model.histories().ifPresent(h -> m.put("histories", HistoryJson.object(h)));
        m.put("variables", Map.of(ModelFile.ROWS, variables(model.rows().model())));
        return m;
    }

    private static List<Map<String, Object>> variables(LearnedModel model) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Variable v : model.variables()) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("name", v.name());
            m.put("unit", v.unit());
            m.put("decimals", v.decimals());
            m.put("levels", v.levels());
            list.add(m);
        }
        return list;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java runtime has SHA-256", absent);
        }
    }
}
