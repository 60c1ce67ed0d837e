package org.anamnesis.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Coding;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.testkit.ExporterContract;
import org.anamnesis.testkit.TinyCohort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExporterTest extends ExporterContract {
    /** Knows HbA1c's range and one of the two statins. */
    static final Catalog CATALOG =
            new Catalog() {
                @Override
                public Optional<Concept> concept(String id) {
                    var code = new Coding(CodeSystem.RXNORM, "83367", "", Optional.of("rxnav"));
                    return Optional.of(id)
                            .filter("atorvastatin"::equals)
                            .map(
                                    x ->
                                            new Concept(
                                                    x,
                                                    Concept.Kind.INGREDIENT,
                                                    "Atorvastatin",
                                                    List.of(),
                                                    List.of(code)));
                }

                @Override
                public Optional<Measurand> measurand(String id) {
                    return Optional.of(id)
                            .filter("hba1c"::equals)
                            .map(
                                    x ->
                                            new Measurand(
                                                    x,
                                                    "Hemoglobin A1c",
                                                    "%",
                                                    "hba1c_pct",
                                                    1,
                                                    Optional.of(new QuantityRange(4, 5.6, "%")),
                                                    "diabetes >= 6.5",
                                                    Optional.of(new QuantityRange(2, 20, "%")),
                                                    List.of()));
                }
            };

    @Override
    protected Exporter exporter() {
        return new CsvExporter();
    }

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
                "social_history",
                "dictionary"
            })
    void writesTheGoldenFile(String table) throws IOException {
        var cohort = TinyCohort.of(6, 1);
        Path directory = export(cohort, "golden", EnumSet.allOf(TableGroup.class), CATALOG);
        Dictionary.write(ExportRequest.all(directory, cohort.header(), CATALOG));
        String written = Files.readString(directory.resolve(table + ".csv"));
        try (InputStream golden = getClass().getResourceAsStream("golden/" + table + ".csv")) {
            assertEquals(new String(golden.readAllBytes(), UTF_8), written);
        }
    }

    @Test
    void theDictionaryHasALineForEveryColumnOfEveryTableThatStandsThere() throws IOException {
        var cohort = TinyCohort.of(6, 1);
        Path all = export(cohort, "all", EnumSet.allOf(TableGroup.class), CATALOG);
        assertEquals(columns(all), explained(all, cohort));
        Path analysis = export(cohort, "analysis", EnumSet.of(TableGroup.ANALYSIS), CATALOG);
        assertEquals(columns(analysis), explained(analysis, cohort));
        assertTrue(explained(analysis, cohort).contains("cohort.patient_id"));
    }

    /** Table and column of every CSV file in the folder. */
    private static Set<String> columns(Path directory) throws IOException {
        Set<String> columns = new TreeSet<>();
        try (var files = Files.newDirectoryStream(directory, "*.csv")) {
            for (Path file : files) {
                String table = file.getFileName().toString().replace(".csv", "");
                if (!table.equals("dictionary")) {
                    String heading = Files.readAllLines(file).get(0);
                    Stream.of(heading.split(",", -1)).forEach(c -> columns.add(table + "." + c));
                }
            }
        }
        return columns;
    }

    /** Table and column of every line of the dictionary; none without a meaning. */
    private static Set<String> explained(Path directory, TinyCohort cohort) throws IOException {
        Files.deleteIfExists(directory.resolve(Dictionary.FILE));
        Dictionary.write(ExportRequest.all(directory, cohort.header(), CATALOG));
        Set<String> columns = new TreeSet<>();
        List<String> lines = Files.readAllLines(directory.resolve(Dictionary.FILE));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertFalse(cells[2].isBlank() || cells[4].isBlank(), line);
            assertTrue(columns.add(cells[0] + "." + cells[1]), line);
        }
        return columns;
    }

    @Test
    void anUnverifiedCodeStaysInside() throws IOException {
        Path directory = export(TinyCohort.of(200, 1), "codes");
        String observations = Files.readString(directory.resolve("observations.csv"));
        assertTrue(observations.contains("4548-4"), "the verified one is there");
        assertFalse(observations.contains("unverified"));
        assertTrue(observations.contains(",acr,,Albumin/creatinine ratio,"), "its name stays");
    }

    @Test
    void aPatientHasTheSameIdInACohortOfTenAndOfMillions() {
        assertEquals(idKind(10), idKind(9_999_999));
        assertEquals(new Column.Key('P', 9), idKind(123_456_789));
    }

    private Column.Kind idKind(long patients) {
        var request = ExportRequest.all(folder, TinyCohort.of(patients, 1).header(), Catalog.EMPTY);
        return TableSink.schemas(request).get(0).columns().get(0).kind();
    }
}
