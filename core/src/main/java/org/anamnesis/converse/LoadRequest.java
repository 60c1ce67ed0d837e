package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What to load into which database.
 *
 * @param folder that {@code generate} made, or one of OMOP tables
 * @param into address or file of the database
 * @param schema to make the tables in, where the database has several
 * @param environment variables of the user, passwords among them; never shown
 */
public record LoadRequest(
        Path folder, String into, Optional<String> schema, Map<String, String> environment) {
    public LoadRequest {
        environment = Map.copyOf(environment);
    }

    @Override
    public String toString() {
        return "LoadRequest[" + folder + "]"; // neither address nor environment: they hold secrets
    }
}
