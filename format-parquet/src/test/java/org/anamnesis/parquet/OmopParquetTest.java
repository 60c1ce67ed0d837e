package org.anamnesis.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporters;
import org.anamnesis.export.TableGroup;
import org.anamnesis.learn.records.RecordFolder;
import org.anamnesis.testkit.TinyCohort;
import org.apache.parquet.schema.PrimitiveType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OMOP as Parquet: the cells of the CSV files, with the types of the standard. */
class OmopParquetTest {
    @TempDir private Path folder;

    private Path export(Cohort cohort, String... formats) throws IOException {
        var request = ExportRequest.all(folder, cohort.header(), Catalog.EMPTY);
        try (var sink = Exporters.installed().open(List.of(formats), request)) {
            cohort.forEachBlock(sink::accept);
            sink.finish();
        }
        return folder.resolve("omop");
    }

    @Test
    void everyTableHoldsWhatItsCsvHolds() throws IOException {
        Path cdm = export(TinyCohort.of(3_000, 3), "omop", "omop-parquet");
        int tables = 0;
        try (Stream<Path> files = Files.list(cdm)) {
            for (Path csv : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                assertSame(csv);
                tables++;
            }
        }
        assertEquals(17, tables);
    }

    private static void assertSame(Path csv) throws IOException {
        String table = csv.getFileName().toString().replace(".csv", "");
        ReadBack read = ReadBack.of(csv.resolveSibling(table + ".parquet"));
        List<String> lines = Files.readAllLines(csv);
        List<String> names = ParquetExporterTest.cells(lines.get(0));
        assertEquals(names, read.schema().getFields().stream().map(f -> f.getName()).toList());
        assertEquals(lines.size() - 1, read.rows().size(), table);
        for (int row = 0; row < read.rows().size(); row++) {
            Map<String, String> expected = new TreeMap<>();
            List<String> cells = ParquetExporterTest.cells(lines.get(row + 1));
            for (int k = 0; k < names.size(); k++) {
                if (!cells.get(k).isEmpty()) {
                    PrimitiveType type = read.schema().getType(k).asPrimitiveType();
                    expected.put(names.get(k), ParquetExporterTest.asRead(cells.get(k), type));
                }
            }
            assertEquals(expected, read.rows().get(row), table + " row " + row);
        }
    }

    /** A folder of Parquet alone had been no folder of records at all. */
    @Test
    void itIsReadBackAsItsCsvIs() throws IOException {
        Path cdm = export(TinyCohort.of(300, 3), "omop", "omop-parquet");
        Path parquet = Files.createDirectory(folder.resolve("parquet"));
        try (Stream<Path> files = Files.list(cdm)) {
            for (Path f : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                Files.move(f, parquet.resolve(f.getFileName()));
            }
        }
        RecordFolder rows = RecordFolder.of(cdm).orElseThrow();
        RecordFolder columns = RecordFolder.of(parquet).orElseThrow();
        assertEquals(rows.notes(), columns.notes());
        try (Stream<Path> files = Files.list(rows.tables())) {
            for (Path f : files.toList()) {
                Path other = columns.tables().resolve(f.getFileName());
                assertEquals(plain(f), plain(other), f.getFileName().toString());
            }
        }
    }

    /** Without the mark that keeps spreadsheets from calculating, and without zeros at the end. */
    private static String plain(Path table) throws IOException {
        String text = Files.readString(table).replace("'=", "=");
        return text.replaceAll("(\\.\\d*?)0+(?=[,\\n])", "$1").replaceAll("\\.(?=[,\\n])", "");
    }

    /** Also where nothing fills a column. */
    @Test
    void typesAreThoseOfTheStandard() throws IOException {
        Path cdm = export(TinyCohort.of(5, 1), "omop-parquet");
        assertEquals(
                """
                message death {
                  required int32 person_id;
                  required int32 death_date (DATE);
                  optional int64 death_datetime (TIMESTAMP(MICROS,false));
                  optional int32 death_type_concept_id;
                  optional int32 cause_concept_id;
                  optional binary cause_source_value (STRING);
                  optional int32 cause_source_concept_id;
                }
                """,
                ReadBack.of(cdm.resolve("death.parquet")).schema().toString());
        assertTrue(
                Files.readString(cdm.resolve("load_duckdb_parquet.sql"))
                        .contains("COPY death FROM 'death.parquet' (FORMAT parquet);"));
    }

    @Test
    void saysAboutHowManyBytesAPatientTakes() throws IOException {
        var cohort = TinyCohort.wide(20_000, 20);
        Path cdm = export(cohort, "omop-parquet");
        double bytes = 0;
        try (Stream<Path> files = Files.list(cdm)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file) / 20_000.0;
            }
        }
        var exporter = new OmopParquetExporter();
        double said =
                EnumSet.allOf(TableGroup.class).stream()
                        .mapToDouble(g -> exporter.bytesPerPatient(cohort.header(), g))
                        .sum();
        assertTrue(said > bytes / 1.5 && said < bytes * 1.5, "said " + said + ", took " + bytes);
    }
}
