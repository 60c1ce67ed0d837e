package org.anamnesis.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {
    private static final FhirContext R4 = FhirContext.forR4();

    @TempDir private Path temp;

    private Problem problem() {
        var wrong = assertThrows(RequestException.class, () -> Packages.of(R4, Optional.of(temp)));
        return wrong.problems().get(0);
    }

    private Path packed(String file, String name, String version, String fhir, String profile)
            throws IOException {
        Path path = temp.resolve(file);
        try (var tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(path)))) {
            put(
                    tar,
                    "package/package.json",
                    """
                    {"name":"%s","version":"%s","fhirVersions":["%s"],"dependencies":{"hl7.fhir.r4.core":"4.0.1","a.b.c":"2.0"}}"""
                            .formatted(name, version, fhir));
            put(tar, "package/StructureDefinition-x.json", profile);
        }
        return path;
    }

    private static void put(TarArchiveOutputStream tar, String name, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static final String PROFILE =
            """
            {"resourceType":"StructureDefinition","url":"http://example.org/x","status":"draft","name":"X","kind":"resource","abstract":false,"type":"Patient"}""";

    @Test
    void theBuiltInOneIsUsCore() {
        Packages packages = Packages.of(R4, Optional.empty());
        assertEquals("hl7.fhir.us.core 6.1.0", packages.said());
        assertTrue(packages.absent().contains("us.nlm.vsac 0.10.0"));
    }

    @Test
    void aPackageOfTheUserStandsBeside() throws IOException {
        Path one = packed("own.tgz", "own.profiles", "1.0.0", "4.0.1", PROFILE);
        Packages packages = Packages.of(R4, Optional.of(one));
        assertEquals("hl7.fhir.us.core 6.1.0, own.profiles 1.0.0", packages.said());
        assertTrue(packages.absent().contains("a.b.c 2.0"));
        assertTrue(packages.support().fetchStructureDefinition("http://example.org/x") != null);
    }

    @Test
    void anotherUsCoreTakesItsPlace() throws IOException {
        packed("core.tgz", "hl7.fhir.us.core", "3.1.1", "4.0.1", PROFILE);
        assertEquals("hl7.fhir.us.core 3.1.1", Packages.of(R4, Optional.of(temp)).said());
    }

    @Test
    void whatIsNoPackageIsSaid() throws IOException {
        assertEquals("validate.packages.absent", problem().code());
        Files.writeString(temp.resolve("a.tgz"), "no archive");
        assertEquals("validate.package.damaged", problem().code());
        try (InputStream whole = Packages.class.getResourceAsStream("us_core_610.tgz")) {
            Files.write(temp.resolve("a.tgz"), whole.readNBytes(100_000));
        }
        assertEquals("validate.package.damaged", problem().code());
        packed("a.tgz", "own.profiles", "1.0.0", "5.0.0", PROFILE);
        assertEquals("validate.package.version", problem().code());
        packed("a.tgz", "own.profiles", "1.0.0", "4.0.1", "{\"resourceType\":\"Nothing\"}");
        assertEquals("validate.package.damaged", problem().code());
        packed("a.tgz", "own.profiles", "1.0.0", "4.0.1", PROFILE);
        packed("b.tgz", "own.profiles", "2.0.0", "4.0.1", PROFILE);
        Problem twice = problem();
        assertEquals("validate.package.twice", twice.code());
        assertTrue(twice.message().contains("1.0.0 and 2.0.0"), twice.message());
    }
}
