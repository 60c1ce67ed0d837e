package org.anamnesis.learn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.problem.RequestException;

/** Tables of patients joined to one row each, as comma-separated text. */
final class FolderText extends InputStream {
    private static final String BIRTH = "birth_date";

    /** Says too much of one person, and nothing that a row could be asked for. */
    private static final String DEATH = "death_date";

    private final FolderPart main;
    private final Optional<FolderPart> visits;
    private final List<FolderColumns> more;
    private final List<FolderPart.Rows> open = new ArrayList<>();
    private byte[] text;
    private int at;

    /**
     * @param main has one row a patient
     * @param visits tell when a patient was seen, and so the age where main has a date of birth
     * @param more columns of tables with several rows a patient
     */
    FolderText(FolderPart main, Optional<FolderPart> visits, List<FolderColumns> more)
            throws IOException {
        this.main = main;
        this.visits = visits.filter(v -> main.at(BIRTH) >= 0);
        this.more = more;
        try {
            open.add(main.open());
            for (FolderColumns columns : more) {
                open.add(columns.part().open());
            }
            if (this.visits.isPresent()) {
                open.add(this.visits.get().open());
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        text = line(header());
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(main.header());
        if (visits.isPresent()) {
            names.set(main.at(BIRTH), "age_years");
        }
        if (main.at(DEATH) >= 0) {
            names.remove(main.at(DEATH));
        }
        more.forEach(c -> names.addAll(c.names().values()));
        return names;
    }

    /** The next patient's line; empty at the end. */
    private Optional<byte[]> next() throws IOException {
        Optional<List<String>> row = open.get(0).row();
        if (row.isEmpty()) {
            for (int k = 1; k < open.size(); k++) {
                Optional<String> left = open.get(k).patient();
                if (left.isPresent()) {
                    throw unjoined(k, left.get());
                }
            }
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>(row.get());
        String patient = cells.get(main.at(FolderPart.KEY));
        for (int k = 0; k < cells.size(); k++) {
            if (cells.get(k).isEmpty() && FolderColumns.isDrug(main.header().get(k))) {
                cells.set(k, FolderColumns.NONE);
            }
        }
        for (int k = 0; k < more.size(); k++) {
            cells.addAll(more.get(k).cells(open.get(k + 1).of(patient)));
        }
        if (visits.isPresent()) {
            List<List<String>> seen = open.get(open.size() - 1).of(patient);
            int birth = main.at(BIRTH);
            String day = seen.isEmpty() ? "" : last(seen).get(visits.get().at("start_date"));
            cells.set(birth, age(cells.get(birth), day));
        }
        if (main.at(DEATH) >= 0) {
            cells.remove(main.at(DEATH));
        }
        return Optional.of(line(cells));
    }

    private RequestException unjoined(int k, String patient) {
        FolderPart part = k <= more.size() ? more.get(k - 1).part() : visits.orElse(main);
        return part.wrong(
                "Patient %s is not in %s, or stands in another order there."
                        .formatted(Remarks.shown(patient), main.name()));
    }

    /** Values are those of the last visit, and so is the age. */
    private static List<String> last(List<List<String>> rows) {
        return rows.get(rows.size() - 1);
    }

    /** Completed years; empty if one of the dates is none. */
    private static String age(String birth, String seen) {
        try {
            long years = ChronoUnit.YEARS.between(LocalDate.parse(birth), LocalDate.parse(seen));
            return Long.toString(years);
        } catch (DateTimeParseException e) { // a missing date leaves the age missing
            return "";
        }
    }

    private static byte[] line(List<String> cells) {
        var line = new StringBuilder();
        for (int k = 0; k < cells.size(); k++) {
            String c = cells.get(k);
            boolean quote = c.chars().anyMatch(x -> x == ',' || x == '"' || x == '\n' || x == '\r');
            line.append(k == 0 ? "" : ",").append(quote ? '"' + c.replace("\"", "\"\"") + '"' : c);
        }
        return line.append('\n').toString().getBytes(UTF_8);
    }

    @Override
    public int read() throws IOException {
        return more() ? text[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int n = Math.min(length, text.length - at);
        System.arraycopy(text, at, into, offset, n);
        at += n;
        return n;
    }

    /** Whether there is text left, after making it if need be. */
    private boolean more() throws IOException {
        while (at == text.length) {
            Optional<byte[]> next = next();
            if (next.isEmpty()) {
                return false;
            }
            text = next.get();
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        for (FolderPart.Rows rows : open) {
            rows.close();
        }
    }
}
