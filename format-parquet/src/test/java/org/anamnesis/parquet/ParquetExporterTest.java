package org.anamnesis.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.CsvExporter;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.TableGroup;
import org.anamnesis.testkit.ExporterContract;
import org.anamnesis.testkit.TinyCohort;
import org.apache.parquet.column.statistics.DoubleStatistics;
import org.apache.parquet.column.statistics.IntStatistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetExporterTest extends ExporterContract {
    @Override
    protected Exporter exporter() {
        return new ParquetExporter();
    }

    /** Every cell, read by the reference implementation, is the cell of the CSV file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cohort",
                "patients",
                "encounters",
                "conditions",
                "observations",
                "medications",
                "procedures",
                "immunizations",
                "allergies",
                "social_history"
            })
    void holdsWhatTheCsvHolds(String table) throws IOException {
        // several pages, several blocks, and a last page that is not full
        var cohort = TinyCohort.of(20_000, 3);
        Path parquet = export(cohort, "parquet");
        Path csv = Files.createDirectory(folder.resolve("csv"));
        try (var sink =
                new CsvExporter().open(ExportRequest.all(csv, cohort.header(), Catalog.EMPTY))) {
            cohort.forEachBlock(sink::accept);
            sink.finish();
        }
        ReadBack read = ReadBack.of(parquet.resolve(table + ".parquet"));
        List<String> lines = Files.readAllLines(csv.resolve(table + ".csv"));
        List<String> names = cells(lines.get(0));
        assertEquals(lines.size() - 1, read.rows().size());
        for (int row = 0; row < read.rows().size(); row++) {
            Map<String, String> expected = new TreeMap<>();
            List<String> cells = cells(lines.get(row + 1));
            for (int k = 0; k < names.size(); k++) {
                if (!cells.get(k).isEmpty()) {
                    PrimitiveType type = read.schema().getType(k).asPrimitiveType();
                    expected.put(names.get(k), asRead(cells.get(k), type));
                }
            }
            assertEquals(expected, read.rows().get(row), table + " row " + row);
        }
    }

    /** The text that the reference implementation gives for a CSV cell. */
    static String asRead(String cell, PrimitiveType type) {
        if (type.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE) {
            return Double.toString(Double.parseDouble(cell));
        }
        if (type.getLogicalTypeAnnotation()
                instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return Long.toString(LocalDate.parse(cell).toEpochDay());
        }
        // the apostrophe protects spreadsheets; a Parquet file needs none
        return cell.startsWith("'=") ? cell.substring(1) : cell;
    }

    /** Cells of a line, quotes undone. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                if (quoted && cell.length() > 0) {
                    cell.append('"');
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }

    @Test
    void typesAndUnitsAreStated() throws IOException {
        ReadBack cohort = ReadBack.of(export(TinyCohort.of(5, 1), "p").resolve("cohort.parquet"));
        assertEquals(
                """
                message cohort {
                  required binary patient_id (STRING);
                  optional int32 age_years;
                  optional binary sex (STRING);
                  optional binary race_ethnicity (STRING);
                  optional double hba1c_pct columnorder(TYPE_DEFINED_ORDER);
                  optional double acr_mg_g columnorder(TYPE_DEFINED_ORDER);
                  optional double base_excess columnorder(TYPE_DEFINED_ORDER);
                  optional binary snoring (STRING);
                  optional binary smoking (STRING);
                  optional binary t2dm (STRING);
                  optional int32 t2dm_years;
                  optional binary statin (STRING);
                }
                """,
                cohort.schema().toString());
        Map<String, String> notes = cohort.metadata().getFileMetaData().getKeyValueMetaData();
        assertEquals("%", notes.get("anamnesis.unit.hba1c_pct"));
        assertEquals("The hba1c", notes.get("anamnesis.label.hba1c_pct"));
    }

    @Test
    void boundsAndMissingValuesAreStated() throws IOException {
        var cohort = TinyCohort.of(30_000, 1);
        ReadBack read = ReadBack.of(export(cohort, "p").resolve("cohort.parquet"));
        int field = cohort.header().indexOf("base_excess");
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        long missing = 0;
        for (long patient = 0; patient < 30_000; patient++) {
            double value = cohort.value(patient, field);
            low = Double.isNaN(value) ? low : Math.min(low, value);
            high = Double.isNaN(value) ? high : Math.max(high, value);
            missing += Double.isNaN(value) ? 1 : 0;
        }
        assertTrue(low < 0 && high > 0, "negative numbers are ordered too");
        BlockMetaData group = read.metadata().getBlocks().get(0);
        var statistics = (DoubleStatistics) column(group, "base_excess").getStatistics();
        assertEquals(low, statistics.getMin());
        assertEquals(high, statistics.getMax());
        assertEquals(missing, statistics.getNumNulls());
        assertEquals(0, ((IntStatistics) column(group, "age_years").getStatistics()).getNumNulls());
        assertArrayEquals(
                "P0030000".getBytes(US_ASCII),
                column(group, "patient_id").getStatistics().getMaxBytes());
    }

    private static ColumnChunkMetaData column(BlockMetaData group, String name) {
        return group.getColumns().stream()
                .filter(c -> c.getPath().toDotString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLargeTableHasSeveralRowGroupsAndSmallValuesAreCheap() throws IOException {
        // 41 bytes a row: 4 MB hold about 100,000
        var cohort = TinyCohort.wide(120_000, 20);
        Path file =
                export(cohort, "p", EnumSet.of(TableGroup.ANALYSIS), Catalog.EMPTY)
                        .resolve("cohort.parquet");
        ReadBack read = ReadBack.of(file);
        assertEquals(120_000, read.rows().size());
        assertTrue(read.metadata().getBlocks().size() > 1);
        assertEquals("P0120000", read.rows().get(119_999).get("patient_id"));
        ColumnChunkMetaData sex = column(read.metadata().getBlocks().get(0), "sex");
        assertTrue(sex.getTotalSize() < sex.getValueCount() / 2.0, "2 bits a value, and 1 missing");
    }
}
