package org.anamnesis.signals.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Writes EDF+ (continuous) to a stream, one data record after the other; memory is one record and
 * the annotations. Sources: Kemp et al. 1992, doi:10.1016/0013-4694(92)90009-7; Kemp, Olivan 2003,
 * doi:10.1016/S1388-2457(03)00123-8.
 */
public final class EdfWriter implements Closeable {
    private static final int FIXED = 256;
    private static final byte[] TIMEKEEPING_END = {0x14, 0x14, 0};

    private final OutputStream out;
    private final EdfHeader header;
    private final long records;
    private final List<EdfAnnotation> annotations;
    private final byte[] record;
    private final int notes;
    private long written;
    private int next;

    /**
     * @param out closed by {@link #close}; give a buffered one or a file
     * @param records how many data records will follow
     * @param annotations in any order, all within the recording
     */
    public EdfWriter(
            OutputStream out, EdfHeader header, long records, List<EdfAnnotation> annotations)
            throws IOException {
        this.out = out;
        this.header = header;
        this.records = records;
        this.annotations =
                annotations.stream()
                        .sorted(Comparator.comparingDouble(EdfAnnotation::onset))
                        .toList();
        check();
        this.notes = mostNoteBytes();
        int samples = header.signals().stream().mapToInt(EdfSignal::samplesPerRecord).sum();
        this.record = new byte[2 * samples + notes];
        out.write(head());
    }

    private void check() {
        double end = records * header.recordSeconds();
        for (var note : annotations) {
            if (note.onset() < 0 || note.onset() >= end) {
                throw new IllegalArgumentException("outside the recording: " + note);
            }
        }
    }

    /**
     * One data record.
     *
     * @param digital one array a channel, {@code samplesPerRecord} values each
     */
    public void write(short[][] digital) throws IOException {
        if (written >= records) {
            throw new IllegalStateException("more than " + records + " records");
        }
        int at = 0;
        for (int s = 0; s < header.signals().size(); s++) {
            int n = header.signals().get(s).samplesPerRecord();
            short[] values = digital[s];
            for (int i = 0; i < n; i++) {
                record[at++] = (byte) values[i];
                record[at++] = (byte) (values[i] >> 8);
            }
        }
        byte[] text = notesOf(written);
        java.util.Arrays.fill(record, at, record.length, (byte) 0);
        System.arraycopy(text, 0, record, at, text.length);
        out.write(record);
        written++;
    }

    /** Checks that all records were written; a file that lacks some must not be kept. */
    @Override
    public void close() throws IOException {
        out.close();
        if (written != records) {
            throw new IOException(written + " of " + records + " data records were written");
        }
    }

    /** Texts of one record, in order of onset; advances over them. */
    private byte[] notesOf(long index) {
        var text = new ByteArrayOutputStream();
        append(text, "+" + seconds(index * header.recordSeconds()));
        text.writeBytes(TIMEKEEPING_END);
        double end = (index + 1) * header.recordSeconds();
        while (next < annotations.size()
                && (annotations.get(next).onset() < end || index == records - 1)) {
            var note = annotations.get(next++);
            append(text, "+" + seconds(note.onset()));
            if (note.duration() > 0) {
                text.write(0x15);
                append(text, seconds(note.duration()));
            }
            text.write(0x14);
            append(text, note.text().replaceAll("[\\x00-\\x1f]", " "));
            text.write(0x14);
            text.write(0);
        }
        return text.toByteArray();
    }

    /** The annotation channel is as wide as the record with most to say needs. */
    private int mostNoteBytes() {
        next = annotations.size();
        int most = notesOf(records - 1).length; // the longest time, alone
        next = 0;
        while (next < annotations.size()) {
            double at = annotations.get(next).onset() / header.recordSeconds();
            most = Math.max(most, notesOf(Math.min(records - 1, (long) at)).length);
        }
        next = 0;
        return most + most % 2;
    }

    private byte[] head() {
        int count = header.signals().size() + 1;
        var text = new StringBuilder(FIXED * (count + 1));
        var start = header.start();
        field(text, "0", 8);
        field(text, header.patient(), 80);
        field(text, header.recording(), 80);
        field(
                text,
                String.format(
                        Locale.ROOT,
                        "%02d.%02d.%02d%02d.%02d.%02d",
                        start.getDayOfMonth(),
                        start.getMonthValue(),
                        start.getYear() % 100,
                        start.getHour(),
                        start.getMinute(),
                        start.getSecond()),
                16);
        field(text, Integer.toString(FIXED * (count + 1)), 8);
        field(text, "EDF+C", 44);
        field(text, Long.toString(records), 8);
        field(text, number(header.recordSeconds()), 8);
        field(text, Integer.toString(count), 4);
        column(text, EdfSignal::label, "EDF Annotations", 16);
        column(text, EdfSignal::transducer, "", 80);
        column(text, EdfSignal::unit, "", 8);
        column(text, s -> number(s.physicalLow()), "-1", 8);
        column(text, s -> number(s.physicalHigh()), "1", 8);
        whole(text, EdfSignal::digitalLow, Short.MIN_VALUE);
        whole(text, EdfSignal::digitalHigh, Short.MAX_VALUE);
        column(text, EdfSignal::prefilter, "", 80);
        whole(text, EdfSignal::samplesPerRecord, notes / 2);
        column(text, s -> "", "", 32);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void whole(StringBuilder text, ToIntFunction<EdfSignal> of, int ofNotes) {
        column(text, s -> Integer.toString(of.applyAsInt(s)), Integer.toString(ofNotes), 8);
    }

    private void column(
            StringBuilder text, Function<EdfSignal, String> of, String ofNotes, int width) {
        header.signals().forEach(s -> field(text, of.apply(s), width));
        field(text, ofNotes, width);
    }

    /** Long words are cut; long numbers cannot be. */
    private static void field(StringBuilder text, String value, int width) {
        String plain = EdfHeader.ascii(value);
        if (plain.length() > width && width <= 8) {
            throw new IllegalArgumentException(value + " has more than " + width + " characters");
        }
        String cut = plain.length() > width ? plain.substring(0, width) : plain;
        text.append(cut).append(" ".repeat(width - cut.length()));
    }

    private static String number(double value) {
        return plain(BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN));
    }

    /** Seconds to a tenth of a millisecond, as far as a sample can be told at 10 kHz. */
    private static String seconds(double value) {
        return plain(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static void append(ByteArrayOutputStream text, String words) {
        text.writeBytes(words.getBytes(StandardCharsets.UTF_8));
    }
}
