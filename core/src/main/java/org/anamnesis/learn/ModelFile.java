package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.generate.Learner;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.RequestException;

/**
 * What is kept of a user's table: everything that is needed to make rows, and none of its rows.
 *
 * <p>One file, all numbers big-endian: eight bytes that name the format; its version (4 bytes); the
 * length of the header (4) and the header, a JSON object in UTF-8 with schema and rules; the number
 * of sections (4); for each section the length of its name (4), the name, the length of its bytes
 * (8) and the bytes that engine wrote; SHA-256 of all before it (32). No code, no Java
 * serialisation, no compression: a file cannot make a reader do anything, nor grow while it is
 * read.
 *
 * @param schema how the table is written
 * @param engine name of the engine, for {@link Learner#name}
 * @param parameters of the training, JSON values only
 * @param provenance what it was learned from
 * @param privacy figures of the audit, JSON values only
 * @param quality figures of fidelity and utility, JSON values only
 * @param rows what the engine learned, inside the rules of the table; where persons have several
 *     rows, of persons and their first rows
 * @param histories what follows a person's first row, where persons have several
 * @param enclosed what makes recordings of rows, where the table was made of recordings
 */
public record ModelFile(
        Schema schema,
        String engine,
        Map<String, Object> parameters,
        Provenance provenance,
        Map<String, Object> privacy,
        Map<String, Object> quality,
        RuledModel rows,
        Optional<HistoryModel> histories,
        Optional<Enclosed> enclosed) {
    /** Name of the section with the model of the table's rows. */
    static final String ROWS = "rows";

    /** Name of the section with what follows a person's first row. */
    static final String LATER = "later";

    /** Name of the section with what makes recordings of rows. */
    static final String RECORDINGS = "recordings";

    public ModelFile {
        requireNonNull(schema, "schema");
        requireNonNull(engine, "engine");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        requireNonNull(provenance, "provenance");
        privacy = Collections.unmodifiableMap(new LinkedHashMap<>(privacy));
        quality = Collections.unmodifiableMap(new LinkedHashMap<>(quality));
        requireNonNull(rows, "rows");
        requireNonNull(histories, "histories");
        requireNonNull(enclosed, "enclosed");
    }

    /** The same, written otherwise. */
    public ModelFile with(Schema other) {
        return new ModelFile(
                other, engine, parameters, provenance, privacy, quality, rows, histories, enclosed);
    }

    /** The same with what makes recordings of its rows, and figures on those. */
    public ModelFile with(Enclosed recordings, Map<String, Object> figures) {
        return new ModelFile(
                schema,
                engine,
                parameters,
                provenance,
                privacy,
                figures,
                rows,
                histories,
                Optional.of(recordings));
    }

    /** Of a table of people. */
    public ModelFile(
            Schema schema,
            String engine,
            Map<String, Object> parameters,
            Provenance provenance,
            Map<String, Object> privacy,
            Map<String, Object> quality,
            RuledModel rows,
            Optional<HistoryModel> histories) {
        this(
                schema,
                engine,
                parameters,
                provenance,
                privacy,
                quality,
                rows,
                histories,
                Optional.empty());
    }

    /** Of a table with one row a person. */
    public ModelFile(
            Schema schema,
            String engine,
            Map<String, Object> parameters,
            Provenance provenance,
            Map<String, Object> privacy,
            Map<String, Object> quality,
            RuledModel rows) {
        this(schema, engine, parameters, provenance, privacy, quality, rows, Optional.empty());
    }

    /**
     * Looks whether a model may be written at a place, without touching anything.
     *
     * @throws RequestException if there is another file or a folder of this name
     */
    public static void check(Path file) {
        ModelTarget.check(file);
    }

    /**
     * Writes the file; it appears whole or not at all. A model that was there is replaced, whatever
     * else was there is not.
     *
     * @throws RequestException if there is another file or a folder of this name
     * @throws EnvironmentException if the disk refuses
     */
    public void write(Path file) {
        ModelTarget.check(file);
        try {
            ModelWriter.write(this, file);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The model could not be written to %s (%s). Nothing was left there."
                            .formatted(file, ModelTarget.reason(e)),
                    e);
        }
    }

    /**
     * Reads a model. The bytes may be anybody's: the checksum is proved before anything is
     * believed, and no memory is taken for a length that the file cannot hold.
     *
     * @param learners the engine of a name, if there is one
     * @throws RequestException if the file is damaged, of a newer version, or no model
     * @throws EnvironmentException if the disk refuses
     */
    public static ModelFile read(Path file, Function<String, Optional<Learner>> learners) {
        return ModelReader.read(file, learners);
    }

    /**
     * As above, of a model that is in memory.
     *
     * @param name of the model, for messages
     */
    public static ModelFile read(
            String name, byte[] bytes, Function<String, Optional<Learner>> learners) {
        return ModelReader.read(name, bytes, learners);
    }
}
