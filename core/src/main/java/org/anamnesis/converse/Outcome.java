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
 * @param language of all that is told, ISO 639-1
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
        double seconds,
        String language) {
    /** Told in English. */
    public Outcome(
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
        this(
                specJson,
                understood,
                assumed,
                notUsed,
                sources,
                warnings,
                folder,
                files,
                patients,
                seconds,
                "en");
    }

    /** A sentence or heading that a door adds, in the language of the request. */
    public String told(String english) {
        return Told.in(language).of(english);
    }

    public Outcome {
        understood = List.copyOf(understood);
        assumed = List.copyOf(assumed);
        notUsed = List.copyOf(notUsed);
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
    }
}
