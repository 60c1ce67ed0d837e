package org.anamnesis.export;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a folder of records of one format against its standard. Found by {@link
 * java.util.ServiceLoader}, because the libraries for it are large.
 */
public interface RecordCheck {
    /** The format that it knows: {@code fhir} or {@code omop}. */
    String format();

    /**
     * Reads everything, changes nothing.
     *
     * @throws org.anamnesis.problem.RequestException if the folder or a package is none
     * @throws org.anamnesis.problem.EnvironmentException if the disk fails
     */
    Found check(Asked asked, Database.Steps steps);

    /**
     * What to check.
     *
     * @param folders that hold files of the format
     * @param packages a file or folder of packages with profiles, for formats that have them
     * @param sample at most so many of a kind are checked in full where that takes long; 0 is all
     * @param seed that chooses them
     */
    record Asked(List<Path> folders, Optional<Path> packages, int sample, long seed) {
        public Asked {
            folders = List.copyOf(folders);
        }
    }

    /**
     * What was found.
     *
     * @param standard what it was held against
     * @param counted resources or rows by type or table
     * @param inFull how many of them were checked in full
     * @param findings errors first, then the most frequent first
     * @param notes what could not be checked, a sentence each
     */
    record Found(
            String standard,
            Map<String, Long> counted,
            long inFull,
            List<Finding> findings,
            List<String> notes) {
        public Found {
            counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
        }
    }

    /**
     * One kind of fault.
     *
     * @param check name of the check; where OHDSI or HL7 have one, theirs
     * @param where type and element, or table and column
     * @param error whether the standard is broken; else it is worth a look
     * @param failed how many have it
     * @param of how many were looked at for it, at least {@code failed}
     * @param example what is wrong with them, or with one of them
     */
    record Finding(
            String check, String where, boolean error, long failed, long of, String example) {
        /** For people. */
        public String sentence() {
            String share =
                    of > failed
                            ? String.format(
                                    Locale.ROOT,
                                    200 * failed < 199 * of // else it would read 1.0e+02
                                            ? "%,d of %,d (%.2g %%)"
                                            : "%,d of %,d (%.2f %%)",
                                    failed,
                                    of,
                                    100.0 * failed / of)
                            : String.format(Locale.ROOT, "%,d of %,d", failed, of);
            return check
                    + (where.isEmpty() ? "" : " at " + where)
                    + ": "
                    + share
                    + (example.isEmpty() ? "" : " — " + example);
        }
    }
}
