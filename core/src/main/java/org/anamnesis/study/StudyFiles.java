package org.anamnesis.study;

import java.util.List;

/**
 * The files of one study.
 *
 * @param files paths relative to the folder of the kind, with {@code /}, the main one first
 * @param manifest lines of {@code manifest.csv} that stand for them, each one value a column
 * @param link what other records need to refer to them, by name ({@code series_uid}, {@code
 *     study_uid}, {@code sample_data}): see the studio
 */
public record StudyFiles(
        List<String> files, List<List<String>> manifest, java.util.Map<String, String> link) {
    public StudyFiles {
        files = List.copyOf(files);
        manifest = manifest.stream().map(List::copyOf).toList();
        link = java.util.Map.copyOf(link);
    }
}
