package org.anamnesis.converse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anamnesis.learn.Schema;
import org.anamnesis.learn.SchemaJson;
import org.anamnesis.learn.SourceTable;
import org.anamnesis.learn.TwoTables;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** A schema that the user gives back, perhaps corrected. */
final class SchemaFile {
    /** Bytes of the largest schema: thousands of columns with hundreds of levels are less. */
    private static final long LARGEST = 64 << 20;

    private SchemaFile() {}

    /**
     * @throws RequestException with everything that is wrong in it
     * @throws EnvironmentException if it cannot be read
     */
    static Schema read(Path file, SourceTable source) {
        return SchemaJson.read(text(file), source);
    }

    /**
     * The schemas of two tables that are joined.
     *
     * @throws RequestException with everything that is wrong in it
     * @throws EnvironmentException if it cannot be read
     */
    static List<Schema> readTwo(Path file, TwoTables tables) {
        return SchemaJson.readTwo(text(file), tables);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new RequestException(
                        List.of(
                                new Problem(
                                        "schema.size",
                                        file.toString(),
                                        "The file is too large for a schema.",
                                        "the schema that anamnesis learn wrote")));
            }
            // bytes that are not UTF-8 become marks that no name of a column has
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The schema %s could not be read (%s).".formatted(file, e.getMessage()), e);
        }
    }
}
