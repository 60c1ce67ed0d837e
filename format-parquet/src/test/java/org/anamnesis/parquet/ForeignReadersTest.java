package org.anamnesis.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporters;
import org.anamnesis.export.TableGroup;
import org.anamnesis.testkit.TinyCohort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that people will read the files with, and a machine with little memory. */
@Tag("slow")
class ForeignReadersTest {
    @TempDir private Path folder;

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        int code = process.waitFor();
        return code + " " + new String(Files.readAllBytes(output), UTF_8).strip();
    }

    /** Compares every column of every table with the CSV file, as the program's own types. */
    private void reads(String library, String script) throws IOException, InterruptedException {
        boolean there;
        try {
            there = run(List.of("python3", "-c", "import pyarrow, " + library)).startsWith("0");
        } catch (IOException noPython) {
            there = false;
        }
        assumeTrue(there, "skipped: needs python3 with pyarrow and duckdb");
        var cohort = TinyCohort.of(100_000, 5);
        Path files = Files.createDirectory(folder.resolve("files"));
        var request = ExportRequest.all(files, cohort.header(), Catalog.EMPTY);
        try (var sink = Exporters.installed().open(List.of("csv", "parquet"), request)) {
            cohort.forEachBlock(sink::accept);
            sink.finish();
        }
        for (String table :
                List.of("cohort", "patients", "encounters", "conditions", "observations")) {
            Path base = files.resolve(table);
            assertEquals("0 same", run(List.of("python3", "-c", script, base.toString())), table);
        }
    }

    @Test
    void pyarrow() throws IOException, InterruptedException {
        reads(
                "pyarrow.parquet",
                """
                import sys, pyarrow.csv as c, pyarrow.parquet as p
                a = p.read_table(sys.argv[1] + '.parquet')
                b = c.read_csv(sys.argv[1] + '.csv', convert_options=c.ConvertOptions(
                    column_types=a.schema, strings_can_be_null=True))
                differ = [n for n in a.column_names
                    if str(a[n].type) != str(b[n].type)
                    or [x.lstrip("'") if isinstance(x, str) else x for x in b[n].to_pylist()]
                       != a[n].to_pylist()]
                print(differ or 'same')
                """);
    }

    @Test
    void duckDb() throws IOException, InterruptedException {
        reads(
                "duckdb",
                """
                import sys, duckdb
                types = {r[0]: r[1] for r in duckdb.sql(
                    f"describe select * from '{sys.argv[1]}.parquet'").fetchall()}
                csv = f"read_csv('{sys.argv[1]}.csv', types={types})"
                parquet = f"'{sys.argv[1]}.parquet'"
                # texts are compared by the test above; here a cell may hold a spreadsheet's apostrophe
                k = ', '.join(k for k, t in types.items() if t != 'VARCHAR') or 'patient_id'
                left = lambda a, b: duckdb.sql(
                    f"select count(*) from (select {k} from {a} except all select {k} from {b})"
                    ).fetchall()[0][0]
                same = left(csv, parquet) == 0 and left(parquet, csv) == 0
                print('same' if same else 'differ')
                """);
    }

    /** By the script that lies beside them, with the standard's types and keys. */
    @Test
    void omopIsLoadedIntoDuckDb() throws IOException, InterruptedException {
        boolean there;
        try {
            there = run(List.of("python3", "-c", "import duckdb")).startsWith("0");
        } catch (IOException noPython) {
            there = false;
        }
        assumeTrue(there, "skipped: needs python3 with duckdb");
        var cohort = TinyCohort.of(5_000, 5);
        Path files = Files.createDirectory(folder.resolve("files"));
        var request = ExportRequest.all(files, cohort.header(), Catalog.EMPTY);
        try (var sink = Exporters.installed().open(List.of("omop-parquet"), request)) {
            cohort.forEachBlock(sink::accept);
            sink.finish();
        }
        String script =
                """
                import os, sys, duckdb
                os.chdir(sys.argv[1])
                c = duckdb.connect()
                c.execute(open('load_duckdb_parquet.sql').read())
                print(*c.execute('select count(*), count(distinct year_of_birth) > 1 from person').fetchone())
                """;
        String cdm = files.resolve("omop").toString();
        assertEquals("0 5000 True", run(List.of("python3", "-c", script, cdm)));
    }

    /** Writes so many patients; run with little memory by the test below. */
    static final class LargeExport {
        private LargeExport() {}

        public static void main(String[] arguments) throws IOException {
            var cohort = TinyCohort.wide(Long.parseLong(arguments[1]), 5);
            var request =
                    new ExportRequest(
                            Files.createDirectory(Path.of(arguments[0])),
                            cohort.header(),
                            EnumSet.allOf(TableGroup.class),
                            Catalog.EMPTY);
            try (var sink = Exporters.installed().open(List.of("csv", "parquet"), request)) {
                cohort.forEachBlock(sink::accept);
                sink.finish();
            }
        }
    }

    /** All tables in both formats; the files are many times larger than the heap. */
    @Test
    void memoryDoesNotGrowWithThePatients() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeExport.class.getName(),
                        folder.resolve("large").toString(),
                        "1500000");
        assertEquals("0 ", run(command));
    }
}
