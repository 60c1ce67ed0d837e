package org.anamnesis.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.Exporters;
import org.anamnesis.export.TableFile;
import org.anamnesis.export.TableGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every exporter promises; a test of one inherits it. */
public abstract class ExporterContract {
    private static final Set<TableGroup> ALL = EnumSet.allOf(TableGroup.class);

    @TempDir protected Path folder;

    /** The exporter under test. */
    protected abstract Exporter exporter();

    /** Writes all tables of a cohort into a new folder. */
    protected final Path export(Cohort cohort, String name) throws IOException {
        return export(cohort, name, ALL, Catalog.EMPTY);
    }

    protected final Path export(Cohort cohort, String name, Set<TableGroup> tables, Catalog catalog)
            throws IOException {
        Path directory = Files.createDirectory(folder.resolve(name));
        write(cohort, new ExportRequest(directory, cohort.header(), tables, catalog));
        return directory;
    }

    private List<TableFile> write(Cohort cohort, ExportRequest request) throws IOException {
        try (Exporter.Sink sink = exporter().open(request)) {
            cohort.forEachBlock(sink::accept);
            return sink.finish();
        }
    }

    private static Map<String, byte[]> content(Path directory) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    }

    @Test
    void isFoundByItsFormat() {
        assertTrue(Exporters.installed().formats().contains(exporter().format()));
    }

    @Test
    void sameCohortSameBytes() throws IOException {
        var cohort = TinyCohort.of(3000, 1);
        assertSame(content(export(cohort, "one")), content(export(cohort, "two")));
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException {
        byte[] one = content(export(TinyCohort.of(50, 1), "one")).get(analysisFile());
        byte[] two = content(export(TinyCohort.of(50, 2), "two")).get(analysisFile());
        assertFalse(java.util.Arrays.equals(one, two));
    }

    private String analysisFile() {
        return "cohort." + exporter().format();
    }

    @Test
    void threadsOfTheirOwnChangeNoByte() throws IOException {
        var cohort = TinyCohort.of(5000, 1);
        Path background = Files.createDirectory(folder.resolve("background"));
        var request = ExportRequest.all(background, cohort.header(), Catalog.EMPTY);
        try (var sink = Exporters.installed().open(List.of(exporter().format()), request)) {
            cohort.forEachBlock(sink::accept);
            sink.finish();
        }
        assertSame(content(export(cohort, "direct")), content(background));
    }

    @Test
    void writesTheTablesThatAreAsked() throws IOException {
        String ending = "." + exporter().format();
        var cohort = TinyCohort.of(10, 1);
        Path analysis = export(cohort, "a", EnumSet.of(TableGroup.ANALYSIS), Catalog.EMPTY);
        assertEquals(Set.of("cohort" + ending), content(analysis).keySet());
        Path record = export(cohort, "r", EnumSet.of(TableGroup.EHR), Catalog.EMPTY);
        assertEquals(
                Set.of(
                        "patients" + ending,
                        "encounters" + ending,
                        "conditions" + ending,
                        "observations" + ending,
                        "medications" + ending,
                        "procedures" + ending,
                        "immunizations" + ending,
                        "allergies" + ending,
                        "social_history" + ending),
                content(record).keySet());
    }

    @Test
    void countsTheRowsItWrote() throws IOException {
        var cohort = TinyCohort.of(2100, 1);
        CohortHeader header = cohort.header();
        long values = 0;
        for (long patient = 0; patient < header.patients(); patient++) {
            for (int k = 0; k < header.fields().size(); k++) {
                boolean observed =
                        header.fields().get(k).role()
                                == org.anamnesis.cohort.Field.Role.OBSERVATION;
                values += observed && !Double.isNaN(cohort.value(patient, k)) ? 1 : 0;
            }
        }
        Path directory = Files.createDirectory(folder.resolve("counted"));
        Map<String, Long> rows = new TreeMap<>();
        write(cohort, ExportRequest.all(directory, header, Catalog.EMPTY))
                .forEach(t -> rows.put(t.file().toString(), t.rows()));
        String ending = "." + exporter().format();
        assertEquals(2100, rows.get("cohort" + ending));
        assertEquals(2100, rows.get("patients" + ending));
        assertEquals(2100, rows.get("encounters" + ending));
        assertEquals(values, rows.get("observations" + ending));
    }

    @Test
    void aCohortWithoutPatientsIsTablesWithoutRows() throws IOException {
        assertEquals(10, content(export(TinyCohort.of(0, 1), "none")).size());
    }

    /** So that "how many does the disk hold" is neither a promise broken nor a disk half used. */
    @Test
    void saysAboutHowManyBytesAPatientTakes() throws IOException {
        var cohort = TinyCohort.wide(20_000, 20);
        for (TableGroup group : TableGroup.values()) {
            Path directory = export(cohort, group.toString(), EnumSet.of(group), Catalog.EMPTY);
            double bytes =
                    content(directory).values().stream().mapToLong(b -> b.length).sum() / 20_000.0;
            double said = exporter().bytesPerPatient(cohort.header(), group);
            assertTrue(
                    said > bytes / 1.5 && said < bytes * 1.5,
                    group + ": said " + said + ", took " + bytes);
        }
    }
}
