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
                "dictionary"
            })
    void writesTheGoldenFile(String table) throws IOException {
        var cohort = TinyCohort.of(6, 1);
        Path directory = export(cohort, "golden", EnumSet.allOf(TableGroup.class), CATALOG);
        Dictionary.write(directory, cohort.header(), CATALOG);
        String written = Files.readString(directory.resolve(table + ".csv"));
        try (InputStream golden = getClass().getResourceAsStream("golden/" + table + ".csv")) {
            assertEquals(new String(golden.readAllBytes(), UTF_8), written);
        }
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
