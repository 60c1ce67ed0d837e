package org.anamnesis.export.fhir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.ExportRequest;
import org.anamnesis.export.Exporter;
import org.anamnesis.export.StudyReferences;
import org.anamnesis.export.TableFile;
import org.anamnesis.export.TableGroup;

/**
 * FHIR R4 as NDJSON in the folder {@code fhir}, one file a resource type, with the profiles of US
 * Core 6.1.0. Codes that nobody verified are left out; the words stay.
 */
public final class FhirExporter implements Exporter {
    private static final String OBSERVATION = "Observation";

    @Override
    public String format() {
        return "fhir";
    }

    @Override
    public Sink open(ExportRequest request) throws IOException {
        return open(request, true);
    }

    /**
     * @param joined whether resources about recordings and images are taken in, or stay where they
     *     wait
     */
    Sink open(ExportRequest request, boolean joined) throws IOException {
        boolean whole = joined && request.tables().contains(TableGroup.EHR);
        var sink = new FhirSink(request.directory(), whole);
        if (!request.tables().contains(TableGroup.EHR)) {
            return sink;
        }
        CohortHeader header = request.header();
        Catalog catalog = request.catalog();
        Path directory = request.directory();
        Files.createDirectories(directory.resolve("fhir"));
        try {
            var names = new Names(header);
            sink.open(directory, "Patient", new Patients(header, names, request.names())::write);
            sink.open(directory, "Encounter", new Encounters(header, names)::write);
            sink.open(directory, "Condition", new Conditions(header, names)::write);
            sink.open(directory, OBSERVATION, new Observations(header, catalog, names)::write);
            sink.open(directory, "DiagnosticReport", new Reports(header, names)::write);
            sink.open(directory, "Goal", new Goals(header, names)::write);
            sink.open(directory, "CarePlan", new CarePlans(header, names)::write);
            sink.open(
                    directory, "MedicationRequest", new Medications(header, catalog, names)::write);
            sink.open(directory, "Procedure", new Procedures(header, names)::write);
            sink.open(directory, "Immunization", new Immunizations(names)::write);
            sink.open(directory, "AllergyIntolerance", new Allergies(names)::write);
            sink.open(directory, "Practitioner", Care.practitioner()::write);
            sink.open(directory, "Organization", Care.organization()::write);
            sink.open(directory, "Location", Care.location()::write);
            sink.open(directory, "Provenance", new Provenances(header, names)::write);
            return sink;
        } catch (IOException | RuntimeException failed) {
            sink.close();
            throw failed;
        }
    }

    @Override
    public Optional<StudyReferences> references(ExportRequest request) throws IOException {
        return Optional.of(new StudyResources(request.directory(), request.header()));
    }

    /** Average lengths as measured on a cohort of US adults with type 2 diabetes. */
    @Override
    public double bytesPerPatient(CohortHeader header, TableGroup group) {
        if (group != TableGroup.EHR) {
            return 0;
        }
        double bytes = 4000;
        for (Field field : header.fields()) {
            bytes +=
                    switch (field.role()) {
                        case OBSERVATION -> 1000;
                        case CONDITION -> 200;
                        case MEDICATION -> 150;
                        case DEMOGRAPHIC, DURATION -> 0;
                    };
        }
        return bytes;
    }

    /** Observations are most of the bytes: they are written here, all else beside them. */
    private static final class FhirSink implements Sink {
        private final Path directory;
        private final boolean joined;
        private final List<ResourceFile> files = new ArrayList<>();
        private final ExecutorService beside =
                Executors.newSingleThreadExecutor(
                        r -> {
                            var thread = new Thread(r, "fhir-beside");
                            thread.setDaemon(true);
                            return thread;
                        });

        FhirSink(Path directory, boolean joined) {
            this.directory = directory;
            this.joined = joined;
        }

        void open(Path directory, String type, ResourceFile.Maker maker) throws IOException {
            files.add(new ResourceFile(directory, type, maker));
        }

        @Override
        public void accept(PatientBlock block) throws IOException {
            Future<?> others =
                    beside.submit(
                            () -> {
                                for (ResourceFile file : files) {
                                    if (!file.holds(OBSERVATION)) {
                                        file.accept(block);
                                    }
                                }
                                return null;
                            });
            try {
                for (ResourceFile file : files) {
                    if (file.holds(OBSERVATION)) {
                        file.accept(block);
                    }
                }
            } finally {
                await(others); // the block may change afterwards
            }
        }

        private static void await(Future<?> others) throws IOException {
            try {
                others.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while resources were written", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException io) {
                    throw io;
                }
                throw new IllegalStateException(e.getCause());
            }
        }

        @Override
        public List<TableFile> finish() throws IOException {
            if (joined) {
                takeIn(directory.resolve("fhir"));
            }
            List<TableFile> written = new ArrayList<>();
            for (ResourceFile file : files) {
                written.add(file.finish());
            }
            written.sort(Comparator.comparing(TableFile::file));
            return List.copyOf(written);
        }

        private void takeIn(Path fhir) throws IOException {
            for (String type : StudyResources.TYPES) {
                Path waiting = StudyResources.file(fhir, type);
                if (Files.exists(waiting)) {
                    if (files.stream().noneMatch(f -> f.holds(type))) {
                        open(directory, type, (block, out) -> 0);
                    }
                    for (ResourceFile file : files) {
                        if (file.holds(type)) {
                            file.takeIn(waiting);
                        }
                    }
                    Files.delete(waiting);
                }
            }
            Files.deleteIfExists(fhir.resolve(StudyResources.WAITING));
        }

        @Override
        public void close() throws IOException {
            beside.shutdownNow();
            IOException first = null;
            for (ResourceFile file : files) {
                try {
                    file.close();
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
