package org.anamnesis.signals.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.problem.RequestException;

/**
 * The header of an EDF file, held against the size of the file before anything is believed.
 *
 * @param bytes of each channel in a data record, annotations too
 * @param notes where in a record the channels of annotations start
 * @param file name for messages
 */
record EdfLayout(
        EdfHeader header,
        long records,
        boolean continuous,
        List<Integer> bytes,
        List<Integer> notes,
        String file) {
    /** A record of more than this is no EDF: its makers ask for 61,440 bytes at most. */
    private static final long MOST_RECORD = 1 << 26;

    /** Four digits would allow 9,999; recordings have hundreds at most. */
    private static final int MOST_SIGNALS = 2048;

    EdfLayout {
        bytes = List.copyOf(bytes);
        notes = List.copyOf(notes);
    }

    int recordBytes() {
        return bytes.stream().mapToInt(Integer::intValue).sum();
    }

    int noteBytes(int from) {
        int at = 0;
        for (int n : bytes) {
            if (at == from) {
                return n;
            }
            at += n;
        }
        throw new IllegalArgumentException("no channel starts at " + from);
    }

    static RequestException refused(String file, String code, String message, String suggestion) {
        return RequestException.of(code, file, message, suggestion);
    }

    static EdfLayout read(InputStream in, long size, String file) throws IOException {
        var head = new Fields(in.readNBytes(256), file);
        if (head.bytes.length < 256) {
            throw refused(
                    file,
                    "edf.truncated",
                    "The file has " + size + " bytes; an EDF header alone has 256.",
                    "copy the file again from where it came");
        }
        if ((head.bytes[0] & 0xff) == 0xff) {
            throw refused(
                    file,
                    "edf.bdf",
                    "This is a BDF file of 24 bits.",
                    "convert it to EDF, for example with EDFbrowser");
        }
        if (!head.next(8).equals("0")) {
            throw refused(file, "edf.version", "This is no EDF file.", "give files of EDF or EDF+");
        }
        String patient = head.next(80);
        String recording = head.next(80);
        LocalDateTime start = start(head.next(8), head.next(8), file);
        long headerBytes = head.whole(8, 256, Integer.MAX_VALUE, "the length of the header");
        String kind = head.next(44);
        long records = head.whole(8, -1, 99_999_999, "the number of data records");
        double seconds = head.real(8, "the length of a data record");
        int count = (int) head.whole(4, 1, MOST_SIGNALS, "the number of channels");
        if (headerBytes != 256L * (count + 1) || headerBytes > size) {
            throw head.bad("the length of the header");
        }
        if (!(seconds >= 0)) {
            throw head.bad("the length of a data record");
        }
        return signals(
                new Fields(in.readNBytes(256 * count), file),
                count,
                new Start(
                        patient,
                        recording,
                        start,
                        seconds,
                        records,
                        !kind.startsWith("EDF+D"),
                        size - headerBytes));
    }

    private record Start(
            String patient,
            String recording,
            LocalDateTime start,
            double seconds,
            long records,
            boolean continuous,
            long dataBytes) {}

    private static EdfLayout signals(Fields f, int count, Start s) {
        var labels = f.column(count, 16);
        var transducers = f.column(count, 80);
        var units = f.column(count, 8);
        var low = f.reals(count, "a physical minimum");
        var high = f.reals(count, "a physical maximum");
        var digitalLow = f.wholes(count, Short.MIN_VALUE, Short.MAX_VALUE, "a digital minimum");
        var digitalHigh = f.wholes(count, Short.MIN_VALUE, Short.MAX_VALUE, "a digital maximum");
        var filters = f.column(count, 80);
        var samples = f.wholes(count, 1, 99_999_999, "the samples of a record");
        var signals = new ArrayList<EdfSignal>();
        var bytes = new ArrayList<Integer>();
        var notes = new ArrayList<Integer>();
        long at = 0;
        for (int i = 0; i < count; i++) {
            if (at + 2 * samples.get(i) > MOST_RECORD) {
                throw f.bad("the samples of a record");
            }
            if (labels.get(i).equals("EDF Annotations")) {
                notes.add((int) at);
            } else if (digitalHigh.get(i) <= digitalLow.get(i) || low.get(i).equals(high.get(i))) {
                throw f.bad("the range of channel " + labels.get(i));
            } else {
                signals.add(
                        new EdfSignal(
                                labels.get(i),
                                transducers.get(i),
                                units.get(i),
                                low.get(i),
                                high.get(i),
                                digitalLow.get(i).intValue(),
                                digitalHigh.get(i).intValue(),
                                filters.get(i),
                                samples.get(i).intValue()));
            }
            bytes.add((int) (2 * samples.get(i)));
            at += 2 * samples.get(i);
        }
        if (s.seconds() == 0 && !signals.isEmpty()) { // 0 is for annotations alone
            throw f.bad("the length of a data record");
        }
        long whole = s.dataBytes() / at;
        long records = s.records() < 0 ? whole : s.records();
        if (whole < records) {
            throw refused(
                    f.file,
                    "edf.truncated",
                    "The header promises " + records + " data records; the file has " + whole + ".",
                    "copy the file again from where it came");
        }
        return new EdfLayout(
                new EdfHeader(
                        s.patient(),
                        s.recording(),
                        s.start(),
                        s.seconds() > 0 ? s.seconds() : 1,
                        signals),
                records,
                s.continuous(),
                bytes,
                notes,
                f.file);
    }

    /** Two digits of a year are 1985 to 2084. */
    private static LocalDateTime start(String day, String time, String file) {
        try {
            String[] d = day.split("\\.", -1);
            String[] t = time.split("[.:]", -1);
            int year = Integer.parseInt(d[2]);
            return LocalDateTime.of(
                    year + (year < 85 ? 2000 : 1900),
                    Integer.parseInt(d[1]),
                    Integer.parseInt(d[0]),
                    Integer.parseInt(t[0]),
                    Integer.parseInt(t[1]),
                    Integer.parseInt(t[2]));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw refused(
                    file,
                    "edf.header",
                    "The start of the recording cannot be read: " + day + " " + time + ".",
                    "write the file again with EDF+ software");
        }
    }

    /** Fields of fixed width, one after the other. */
    private static final class Fields {
        final byte[] bytes;
        final String file;
        private int at;

        Fields(byte[] bytes, String file) {
            this.bytes = bytes;
            this.file = file;
        }

        String next(int width) {
            if (at + width > bytes.length) {
                throw bad("the header, which ends early");
            }
            String text = new String(bytes, at, width, StandardCharsets.ISO_8859_1);
            at += width;
            return text.strip();
        }

        long whole(int width, long low, long high, String what) {
            double value = real(width, what);
            if (value != Math.rint(value) || value < low || value > high) {
                throw bad(what);
            }
            return (long) value;
        }

        double real(int width, String what) {
            String text = next(width);
            if (!text.matches("[+-]?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]{1,3})?") || text.isEmpty()) {
                throw bad(what);
            }
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw bad(what);
            }
            throw bad(what);
        }

        List<String> column(int count, int width) {
            var all = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                all.add(next(width));
            }
            return all;
        }

        List<Double> reals(int count, String what) {
            var all = new ArrayList<Double>();
            for (int i = 0; i < count; i++) {
                all.add(real(8, what));
            }
            return all;
        }

        List<Long> wholes(int count, long low, long high, String what) {
            var all = new ArrayList<Long>();
            for (int i = 0; i < count; i++) {
                all.add(whole(8, low, high, what));
            }
            return all;
        }

        RequestException bad(String what) {
            return refused(
                    file,
                    "edf.header",
                    "The header of the file is damaged: " + what + " makes no sense.",
                    "copy the file again from where it came, or leave it out");
        }
    }
}
