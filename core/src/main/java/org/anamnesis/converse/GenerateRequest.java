package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.spec.CohortSpec;

/**
 * What to generate and where.
 *
 * @param words the request in plain words
 * @param specFile a saved specification instead of words
 * @param out folder to make; empty means one named after condition and count
 * @param formats instead of those asked in words
 * @param seed instead of the one asked in words
 * @param engine instead of the one asked in words
 * @param analysisOnly only the analysis table, no EHR tables
 * @param threads that make patients, at least 1; the files do not depend on it
 * @param dryRun understand, check and plan, write nothing
 * @param names made-up names and addresses, also if nobody asked for them in words
 * @param vocabulary a folder of OHDSI's vocabularies that completes concept ids
 */
public record GenerateRequest(
        Optional<String> words,
        Optional<Path> specFile,
        Optional<Path> out,
        Optional<List<String>> formats,
        OptionalLong seed,
        Optional<String> engine,
        boolean analysisOnly,
        int threads,
        boolean dryRun,
        boolean names,
        Optional<Path> vocabulary) {
    /** With names only where the words ask for them, and without a vocabulary. */
    public GenerateRequest(
            Optional<String> words,
            Optional<Path> specFile,
            Optional<Path> out,
            Optional<List<String>> formats,
            OptionalLong seed,
            Optional<String> engine,
            boolean analysisOnly,
            int threads,
            boolean dryRun) {
        this(
                words,
                specFile,
                out,
                formats,
                seed,
                engine,
                analysisOnly,
                threads,
                dryRun,
                false,
                Optional.empty());
    }

    /** The folder of a run when nobody names one, for example {@code type-2-diabetes-2000}. */
    public static String folder(CohortSpec spec) {
        return spec.condition().orElse("general-population") + "-" + spec.count();
    }
}
