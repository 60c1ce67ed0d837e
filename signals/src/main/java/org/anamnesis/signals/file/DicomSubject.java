package org.anamnesis.signals.file;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;

/**
 * What every object of one study says of patient, study, equipment and of being synthetic: modules
 * Patient, General Study, Patient Study, General Series, General Equipment and SOP Common (DICOM
 * PS3.3 C.7 and C.12).
 */
public final class DicomSubject {
    /** Stands in every file. */
    public static final String NOTICE =
            "SYNTHETIC: no person was scanned or recorded. Schematic, for software and teaching; not"
                    + " for diagnosis, nor for training diagnostic models without checking.";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    private DicomSubject() {}

    /** UID of the study, the same for all its series. */
    public static String studyUid(Study study) {
        return DicomUid.of(study.key(), study.kind() + " study " + study.person().encounterId());
    }

    /** UID of a series or of an object, by a name that is unique in the study. */
    public static String uid(Study study, String what) {
        return DicomUid.of(
                study.key(), study.kind() + " " + what + " " + study.person().encounterId());
    }

    /**
     * The common elements.
     *
     * @param sopClass UID of the kind of object
     * @param instance UID of the object
     * @param series UID of its series
     * @param number of the series in the study, from 1
     * @param modality {@code CT}, {@code SEG}, {@code ECG}
     * @param description of the series, at most 53 characters
     */
    public static Dicom of(
            Study study,
            String sopClass,
            String instance,
            String series,
            int number,
            String modality,
            String description) {
        Person p = study.person();
        String date = DATE.format(p.start());
        String time = TIME.format(p.start());
        var all =
                new Dicom()
                        .put(0x00080005, "CS", "ISO_IR 192")
                        .put(0x00080016, "UI", sopClass)
                        .put(0x00080018, "UI", instance)
                        .put(0x00080020, "DA", date)
                        .put(0x00080021, "DA", date)
                        .put(0x00080023, "DA", date)
                        .put(0x00080030, "TM", time)
                        .put(0x00080031, "TM", time)
                        .put(0x00080033, "TM", time)
                        .put(0x00080050, "SH")
                        .put(0x00080060, "CS", modality)
                        .put(0x00080070, "LO", "Anamnesis (synthetic)")
                        .put(0x00080090, "PN")
                        .put(0x0008103E, "LO", "SYNTHETIC " + description)
                        .put(0x00081090, "LO", "Anamnesis")
                        .put(0x00100010, "PN", "Synthetic^" + cut(p.patientId(), 50))
                        .put(0x00100020, "LO", cut(p.patientId(), 64))
                        .put(0x00100030, "DA")
                        .put(0x00100040, "CS", p.female() ? "F" : "M")
                        .put(0x00101010, "AS", age(p.age()))
                        .put(0x00104000, "LT", NOTICE)
                        .put(0x00181000, "LO", "0")
                        .put(0x00181020, "LO", "0.1.0")
                        .put(0x0020000D, "UI", studyUid(study))
                        .put(0x0020000E, "UI", series)
                        .put(0x00200010, "SH", cut(p.encounterId(), 16))
                        .integers(0x00200011, number);
        p.value("height").ifPresent(h -> all.decimals(0x00101020, h / 100));
        p.value("weight").ifPresent(w -> all.decimals(0x00101030, w));
        return all;
    }

    /** Years from 2 on, months below. */
    private static String age(double years) {
        return years >= 2
                ? String.format(Locale.ROOT, "%03dY", (int) Math.min(years, 150))
                : String.format(Locale.ROOT, "%03dM", Math.max(0, (int) (years * 12)));
    }

    private static String cut(String text, int longest) {
        String plain = text.replace('\\', '/').replace('^', ' ').replace('=', ' ');
        return plain.length() <= longest ? plain : plain.substring(plain.length() - longest);
    }
}
