package org.anamnesis.converse;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.anamnesis.export.PublishedFile;
import org.anamnesis.export.Publisher;
import org.anamnesis.learn.Histories;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.SecondTable;
import org.anamnesis.learn.SpelledTable;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** Made persons and their rows as two files of one folder, which appears whole or not at all. */
final class TwoFiles implements Closeable {
    private final Publisher publisher;
    private final HistoryModel model;
    private final Schema schema;
    private final SecondTable second;
    private final Writer persons;
    private final Writer rows;
    private final SpelledTable spelledPersons;
    private final SpelledTable spelledRows;

    private TwoFiles(Publisher publisher, HistoryModel model, Schema schema) throws IOException {
        this.publisher = publisher;
        this.model = model;
        this.schema = schema;
        second = model.second().orElseThrow();
        persons = writer(publisher, second.personsFile());
        rows = writer(publisher, second.file());
        spelledPersons = new SpelledTable(schema, persons, model.keys());
        spelledRows = new SpelledTable(second.schema(), rows, model.keys());
    }

    /**
     * @param folder to make
     * @param model of two tables
     * @param schema of the persons
     */
    static TwoFiles open(Path folder, HistoryModel model, Schema schema) throws IOException {
        Publisher publisher = Publisher.open(folder);
        try {
            var files = new TwoFiles(publisher, model, schema);
            files.spelledPersons.header();
            files.spelledRows.header();
            return files;
        } catch (IOException | RuntimeException e) {
            publisher.close();
            throw e;
        }
    }

    /** The name comes from a file that may be anybody's: only its last part is taken. */
    private static Writer writer(Publisher publisher, String name) throws IOException {
        Path file = publisher.directory().resolve(Path.of(name).getFileName());
        return new BufferedWriter(Files.newBufferedWriter(file), 1 << 16);
    }

    /**
     * Writes persons and their rows.
     *
     * @param before number of persons written before
     */
    void write(Histories made, long before) throws IOException {
        long first = model.keys().above() + before + 1;
        spelledPersons.rows(
                made.persons(), LongStream.range(first, first + made.count()).toArray());
        spelledRows.rows(
                ownNames(made.joined(model.layout())),
                Arrays.stream(made.owners()).mapToLong(p -> first + p).toArray());
    }

    /** The columns of the rows under the names that their own table has. */
    private Table ownNames(Table joined) {
        List<Variable> variables = new ArrayList<>(second.schema().variables());
        Map<String, String> names = second.names(schema);
        double[][] values =
                variables.stream()
                        .map(v -> joined.column(names.get(v.name())))
                        .toArray(double[][]::new);
        return new Table(variables, values, joined.weights());
    }

    /** Makes the folder appear. */
    void publish(long seed) throws IOException {
        persons.close();
        rows.close();
        List<PublishedFile> files = publisher.seal();
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("anamnesis", Desk.VERSION);
        m.put("seed", seed);
        publisher.publish(Manifest.text(m, Map.of(), files));
    }

    @Override
    public void close() throws IOException {
        persons.close();
        rows.close();
        publisher.close();
    }
}
