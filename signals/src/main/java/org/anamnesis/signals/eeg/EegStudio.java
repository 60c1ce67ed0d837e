package org.anamnesis.signals.eeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.problem.Problem;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Person;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Study;
import org.anamnesis.study.StudyFiles;

/**
 * Makes EEGs. A file of any length takes the memory of one second of all channels, 1 MB at 1024 Hz,
 * and that of its annotations.
 *
 * <p>{@link StudyFiles#link} has with BIDS {@code participant}, a line for {@code participants.tsv}
 * below {@code participant_id age sex}. A measurement of something that a patient's EEG does not
 * show, a seizure's frequency for one, is asked of those who show it.
 */
public final class EegStudio implements Studio {
    @Override
    public String kind() {
        return EegKind.ID;
    }

    @Override
    public List<String> formats() {
        return List.of("edf", "bids");
    }

    @Override
    public List<Problem> check(AskedStudy asked) {
        return EegCheck.of(asked);
    }

    @Override
    public Study plan(Person person, AskedStudy asked, long key) {
        return EegPlan.of(person, asked, key);
    }

    @Override
    public long bytes(AskedStudy asked, Set<String> formats) {
        return EegFiles.bytes(asked.settings(), formats);
    }

    @Override
    public List<String> manifestColumns() {
        return Manifest.COLUMNS;
    }

    @Override
    public StudyFiles write(Study study, Path folder, Set<String> formats) throws IOException {
        return EegFiles.write(study, folder, formats);
    }

    @Override
    public List<String> together(Path folder, List<Map<String, String>> links) throws IOException {
        List<String> lines =
                links.stream()
                        .filter(l -> l.containsKey(Bids.PARTICIPANT))
                        .map(l -> l.get(Bids.PARTICIPANT))
                        .distinct()
                        .toList();
        return lines.isEmpty() ? List.of() : Bids.whole(folder, lines);
    }

    @Override
    public byte[] picture(Study study) {
        return EegPicture.of(study);
    }

    @Override
    public String pictureType() {
        return "image/svg+xml";
    }
}
