package org.anamnesis.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one study.
 *
 * @param files paths relative to the folder of the kind, with {@code /}, the main one first
 * @param manifest lines of {@code manifest.csv} that stand for them, each one value a column
 * @param link what other records need to refer to them, by name ({@code series_uid}, {@code
 *     study_uid}, {@code sample_data}): see the studio
 */
public record StudyFiles(
        List<String> files, List<List<String>> manifest, Map<String, String> link) {
    public StudyFiles {
        files = List.copyOf(files);
        manifest = manifest.stream().map(List::copyOf).toList();
        link = Collections.unmodifiableMap(new TreeMap<>(link)); // in one order in every run
    }

    /** With one file more, behind the others. */
    public StudyFiles and(String file) {
        List<String> all = new ArrayList<>(files);
        all.add(file);
        return new StudyFiles(all, manifest, link);
    }
}
