package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a request.
 *
 * @param specJson the complete request
 * @param understood what was asked, a sentence each with the words it rests on
 * @param assumed what was decided for the user, a sentence each
 * @param notUsed words that were not used
 * @param sources where the numbers come from, five lines
 * @param warnings what a reader must know: rare, extrapolated, far from reality
 * @param folder where the files are; empty after a dry run
 * @param files names within the folder
 * @param patients how many
 * @param seconds it took
 */
public record Outcome(
        String specJson,
        List<String> understood,
        List<String> assumed,
        List<String> notUsed,
        List<String> sources,
        List<String> warnings,
        Optional<Path> folder,
        List<String> files,
        long patients,
        double seconds) {
    public Outcome {
        understood = List.copyOf(understood);
        assumed = List.copyOf(assumed);
        notUsed = List.copyOf(notUsed);
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
    }
}
