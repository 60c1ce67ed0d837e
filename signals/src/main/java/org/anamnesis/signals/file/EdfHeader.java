package org.anamnesis.signals.file;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an EDF or EDF+ file says of itself.
 *
 * @param patient of EDF+: code, sex, birth date, name, parted by spaces
 * @param recording of EDF+: {@code Startdate dd-MMM-yyyy} code technician equipment
 * @param start local time at the place of the recording
 * @param recordSeconds length of a data record
 * @param signals channels without the one of annotations
 */
public record EdfHeader(
        String patient,
        String recording,
        LocalDateTime start,
        double recordSeconds,
        List<EdfSignal> signals) {
    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");

    public EdfHeader {
        requireNonNull(patient, "patient");
        requireNonNull(recording, "recording");
        requireNonNull(start, "start");
        signals = List.copyOf(signals);
        if (!(recordSeconds > 0)) {
            throw new IllegalArgumentException("record of " + recordSeconds + " s");
        }
    }

    /** Samples a second of one channel. */
    public double rate(int signal) {
        return signals.get(signal).samplesPerRecord() / recordSeconds;
    }

    /** The patient of an EDF+ header; what is unknown is X. */
    public static String patient(
            String code, boolean female, Optional<LocalDate> birth, String name) {
        return word(code)
                + (female ? " F " : " M ")
                + birth.map(EdfHeader::date).orElse("X")
                + " "
                + word(name);
    }

    /** The recording of an EDF+ header. */
    public static String recording(
            LocalDate start, String study, String technician, String equipment) {
        return "Startdate "
                + date(start)
                + " "
                + word(study)
                + " "
                + word(technician)
                + " "
                + word(equipment);
    }

    static String date(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%02d-%s-%04d",
                day.getDayOfMonth(),
                MONTHS.get(day.getMonthValue() - 1),
                day.getYear());
    }

    /** A subfield: no spaces, printable ASCII; X if nothing is left. */
    private static String word(String text) {
        String plain = ascii(text).strip().replace(' ', '_');
        return plain.isEmpty() ? "X" : plain;
    }

    /** Letters without their marks; what ASCII lacks is an underscore. */
    static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\x20-\\x7e]", "_");
    }
}
