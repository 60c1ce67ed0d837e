package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of folders and targets before any module is needed; here are none. */
class RecordDesksTest {
    @TempDir private Path temp;

    private static List<String> codes(Runnable asked) {
        return assertThrows(RequestException.class, asked::run).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private List<String> checked(Path folder, Optional<Path> packages) {
        var request = new ValidateRequest(folder, packages, 20, 1);
        return codes(() -> Anamnesis.bundled().validate(request, (s, f) -> {}));
    }

    private List<String> loaded(Path folder) {
        var request =
                new LoadRequest(folder, "x", Optional.empty(), Map.of("PGPASSWORD", "geheim"));
        assertFalse(request.toString().contains("geheim"));
        return codes(() -> Anamnesis.bundled().load(request, (s, f) -> {}));
    }

    @Test
    void aFolderWithoutRecordsIsSaid() throws IOException {
        assertEquals(
                List.of("validate.folder.absent"), checked(temp.resolve("no"), Optional.empty()));
        assertEquals(List.of("validate.folder.records"), checked(temp, Optional.empty()));
        assertEquals(List.of("load.folder.absent", "load.absent"), loaded(temp.resolve("no")));
        assertEquals(List.of("load.folder.tables", "load.absent"), loaded(temp));
        Files.writeString(temp.resolve("manifest.json"), "{}");
        assertEquals(List.of("validate.folder.records"), checked(temp, Optional.empty()));
    }

    @Test
    void formatsAreFoundAndTheirModulesMissed() throws IOException {
        Files.createDirectories(temp.resolve("omop"));
        Files.writeString(temp.resolve("omop/person.csv"), "person_id");
        assertEquals(List.of("validate.absent"), checked(temp, Optional.empty()));
        assertEquals(List.of("load.absent"), loaded(temp));
        Files.createDirectories(temp.resolve("bundles"));
        Files.writeString(temp.resolve("bundles/a.json"), "{\"resourceType\": \"Bundle\"}");
        assertEquals(
                List.of("validate.packages.absent", "validate.absent", "validate.absent"),
                checked(temp, Optional.of(temp.resolve("none.tgz"))));
    }
}
