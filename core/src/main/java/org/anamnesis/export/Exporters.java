package org.anamnesis.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.problem.Problem;

/** The formats at hand, and one sink that feeds several of them at once. */
public final class Exporters {
    private final TreeMap<String, Exporter> byFormat = new TreeMap<>();

    private Exporters() {}

    /** All exporters on the class path. */
    public static Exporters installed() {
        var exporters = new Exporters();
        ServiceLoader.load(Exporter.class, Exporters.class.getClassLoader())
                .forEach(e -> exporters.byFormat.put(e.format(), e));
        return exporters;
    }

    /** Names of the formats, sorted. */
    public List<String> formats() {
        return List.copyOf(byFormat.keySet());
    }

    /** One problem for every format that is not installed. */
    public List<Problem> check(List<String> formats) {
        return formats.stream()
                .filter(f -> !byFormat.containsKey(f))
                .map(
                        f ->
                                new Problem(
                                        "export.format.unknown",
                                        f,
                                        "There is no format of this name",
                                        String.join(", ", byFormat.keySet())))
                .toList();
    }

    /** Bytes a patient in all these formats and tables, about. */
    public double bytesPerPatient(
            List<String> formats, CohortHeader header, EnumSet<TableGroup> tables) {
        return formats.stream()
                .mapToDouble(
                        f ->
                                tables.stream()
                                        .mapToDouble(
                                                t -> byFormat.get(f).bytesPerPatient(header, t))
                                        .sum())
                .sum();
    }

    /**
     * Codes that some of these formats cannot name, by format; formats that name all are absent.
     */
    public Map<String, List<String>> unmapped(
            List<String> formats, CohortHeader header, Catalog catalog) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String format : formats) {
            List<String> codes = byFormat.get(format).unmapped(header, catalog);
            if (!codes.isEmpty()) {
                all.put(format, codes);
            }
        }
        return all;
    }

    /**
     * Opens the tables in every format; each (format, group of tables) is written by a thread of
     * its own, and the bytes do not depend on that.
     *
     * @param formats names out of {@link #formats}
     */
    public Exporter.Sink open(List<String> formats, ExportRequest request) throws IOException {
        List<Exporter.Sink> sinks = new ArrayList<>();
        try {
            for (String format : formats.stream().distinct().toList()) {
                for (TableGroup group : EnumSet.copyOf(request.tables())) {
                    var sink = byFormat.get(format).open(request.withTables(EnumSet.of(group)));
                    int fields = request.header().fields().size();
                    sinks.add(new BackgroundSink(sink, fields, "export-" + format + "-" + group));
                }
            }
        } catch (IOException | RuntimeException failed) {
            new Several(sinks).close();
            throw failed;
        }
        return new Several(sinks);
    }

    /**
     * Those of these formats that refer to recordings and images.
     *
     * @param formats names out of {@link #formats}
     */
    public List<StudyReferences> references(List<String> formats, ExportRequest request)
            throws IOException {
        List<StudyReferences> all = new ArrayList<>();
        for (String format : formats.stream().distinct().toList()) {
            byFormat.get(format).references(request).ifPresent(all::add);
        }
        return all;
    }

    /** Hands every block to all sinks. */
    private record Several(List<Exporter.Sink> sinks) implements Exporter.Sink {
        @Override
        public void accept(PatientBlock block) throws IOException {
            for (Exporter.Sink sink : sinks) {
                sink.accept(block);
            }
        }

        @Override
        public List<TableFile> finish() throws IOException {
            List<TableFile> files = new ArrayList<>();
            for (Exporter.Sink sink : sinks) {
                files.addAll(sink.finish());
            }
            files.sort(Comparator.comparing(TableFile::file));
            return List.copyOf(files);
        }

        @Override
        public void close() throws IOException {
            IOException first = null;
            for (Exporter.Sink sink : sinks) {
                try {
                    sink.close();
                } catch (IOException e) {
                    first = first == null ? e : first;
                }
            }
            if (first != null) {
                throw first;
            }
        }
    }
}
