package org.anamnesis.converse;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.export.DiskTrouble;
import org.anamnesis.generate.Learners;
import org.anamnesis.learn.Content;
import org.anamnesis.learn.DateFormat;
import org.anamnesis.learn.HistoryModel;
import org.anamnesis.learn.Schema;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.CellReader;

/** Makes some rows of a learned model as a run would, and looks at them. */
final class RowsLookDesk {
    private final SampleDesk desk;
    private final Learners learners;

    RowsLookDesk(SampleDesk desk, Learners learners) {
        this.desk = desk;
        this.learners = learners;
    }

    /**
     * @param rows at most so many are made
     * @param shown at most so many are shown
     * @throws RequestException with every problem
     */
    RowsLook look(Conversation said, Path model, int rows, int shown) {
        LearnedTable table = LearnedTable.read(model, learners);
        if (table.model().histories().flatMap(HistoryModel::second).isPresent()) {
            throw RequestException.of(
                    "preview.tables",
                    model.getFileName().toString(),
                    "two tables are not shown before they are made",
                    "make them: it takes a moment");
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("anamnesis-look");
            Path file = folder.resolve("rows.csv");
            RowsMade made = desk.sample(request(said, model, rows, file), Progress.silent());
            return looked(made, file, table.model().schema(), shown);
        } catch (IOException e) {
            throw DiskTrouble.explain(e, Path.of(System.getProperty("java.io.tmpdir")));
        } finally {
            remove(folder);
        }
    }

    private static RowsRequest request(Conversation said, Path model, int rows, Path out) {
        return new RowsRequest(
                model,
                Optional.empty(),
                Optional.of(said),
                OptionalLong.of(Math.min(rows, said.spec().count())),
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                out);
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve("rows.csv"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw DiskTrouble.explain(e, folder);
        }
    }

    /** How a column writes its dates, if it holds dates. */
    private static Optional<DateFormat> days(Schema schema, String name) {
        return schema.column(name)
                .filter(c -> c.content() instanceof Content.Dates)
                .map(c -> ((Content.Dates) c.content()).formats().get(0));
    }

    private static RowsLook looked(RowsMade made, Path file, Schema schema, int shown)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var cells = new CellReader(text, schema.separator());
            cells.next(names);
            List<String> row = new ArrayList<>();
            while (cells.next(row)) {
                rows.add(List.copyOf(row));
            }
        }
        List<RowsLook.Column> columns = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            int place = k;
            List<String> values = rows.stream().map(r -> r.get(place)).toList();
            columns.add(
                    ColumnLook.of(
                            names.get(k),
                            values,
                            schema.separator() != ',',
                            days(schema, names.get(k))));
        }
        List<String> said = new ArrayList<>(made.understood());
        said.addAll(made.notes());
        return new RowsLook(
                rows.size(),
                columns,
                rows.subList(0, Math.min(shown, rows.size())),
                said,
                made.seconds());
    }
}
