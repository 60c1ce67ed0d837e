package org.anamnesis.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of database that the tables of an OMOP folder are loaded into, all of them or none. Found
 * by {@link java.util.ServiceLoader}, because its driver lives in a module of its own.
 */
public interface Database {
    /** Whether an address is one of this kind. */
    boolean isNamed(String target);

    /**
     * Makes the tables and fills them; what was there stays as it was if anything fails.
     *
     * @throws org.anamnesis.problem.RequestException with every problem that the user can mend
     * @throws org.anamnesis.problem.EnvironmentException if the database, network or disk fails
     */
    Loaded load(Load load, Steps steps);

    /**
     * What to load where.
     *
     * @param folder holds {@code person.csv} or {@code person.parquet}
     * @param target address or file, as the user wrote it
     * @param schema to make the tables in, where the database has several
     * @param environment variables, passwords among them; never shown
     */
    record Load(
            Path folder, String target, Optional<String> schema, Map<String, String> environment) {
        public Load {
            environment = Map.copyOf(environment);
        }

        @Override
        public String toString() {
            return "Load[" + folder + "]"; // neither address nor environment: they hold secrets
        }
    }

    /**
     * What was loaded.
     *
     * @param into the database, without secrets
     * @param rows of each table, in the order in which they were loaded
     * @param notes what the user should know, a sentence each
     */
    record Loaded(String into, Map<String, Long> rows, List<String> notes) {
        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    /** Hears how far it is. */
    @FunctionalInterface
    interface Steps {
        /**
         * @param fraction 0 to 1 of the whole
         */
        void step(String what, double fraction);
    }
}
