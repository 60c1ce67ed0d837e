package org.anamnesis.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.PatientBlock;

/**
 * A sink for any format that writes tables: it makes the rows, the format only has to write them.
 */
public final class TableSink implements Exporter.Sink {
    /** Opens the file of one table in one format. */
    @FunctionalInterface
    public interface Opener {
        TableWriter open(Path file, TableSchema schema) throws IOException;
    }

    private final List<Table> tables = new ArrayList<>();

    /**
     * Opens every table that was asked for.
     *
     * @param ending of the files, without the point
     */
    public static TableSink open(ExportRequest request, String ending, Opener opener)
            throws IOException {
        return of(request.directory(), makers(request), ending, opener);
    }

    /**
     * Opens the tables that these make.
     *
     * @param directory of the files, exists
     * @param ending of the files, without the point
     */
    public static TableSink of(Path directory, List<RowMaker> makers, String ending, Opener opener)
            throws IOException {
        var sink = new TableSink();
        try {
            for (RowMaker maker : makers) {
                Path name = Path.of(maker.schema().name() + "." + ending);
                TableWriter writer = opener.open(directory.resolve(name), maker.schema());
                sink.tables.add(new Table(maker, writer, name));
            }
            return sink;
        } catch (IOException | RuntimeException failed) {
            sink.close();
            throw failed;
        }
    }

    private static List<RowMaker> makers(ExportRequest request) {
        CohortHeader header = request.header();
        List<RowMaker> makers = new ArrayList<>();
        if (request.tables().contains(TableGroup.ANALYSIS)) {
            makers.add(new AnalysisTable(header));
        }
        if (request.tables().contains(TableGroup.EHR)) {
            makers.add(new PatientsTable(header, request.names()));
            makers.add(new EncountersTable(header));
            makers.add(new ConditionsTable(header));
            makers.add(new ObservationsTable(header, request.catalog()));
            makers.add(new MedicationsTable(header, request.catalog()));
            makers.add(CareTables.procedures(header));
            makers.add(CareTables.immunizations(header));
            makers.add(CareTables.allergies(header));
            makers.add(CareTables.socialHistory(header));
        }
        return makers;
    }

    /** The tables that a request makes, in any format. */
    public static List<TableSchema> schemas(ExportRequest request) {
        return makers(request).stream().map(RowMaker::schema).toList();
    }

    @Override
    public void accept(PatientBlock block) throws IOException {
        for (Table table : tables) {
            table.accept(block);
        }
    }

    @Override
    public List<TableFile> finish() throws IOException {
        for (Table table : tables) {
            table.writer.finish();
        }
        return tables.stream()
                .map(t -> new TableFile(t.name, t.written))
                .sorted(Comparator.comparing(TableFile::file))
                .toList();
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (Table table : tables) {
            try {
                table.writer.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** One open table. */
    private static final class Table {
        final RowMaker maker;
        final TableWriter writer;
        final Path name;
        final Rows rows;
        long written;

        Table(RowMaker maker, TableWriter writer, Path name) {
            this.maker = maker;
            this.writer = writer;
            this.name = name;
            this.rows = new Rows(maker.schema());
        }

        void accept(PatientBlock block) throws IOException {
            maker.fill(block, rows);
            writer.write(rows);
            written += rows.count();
        }
    }
}
