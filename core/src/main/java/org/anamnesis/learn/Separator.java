package org.anamnesis.learn;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.table.CellReader;

/** Which character stands between the cells: the one that gives rows as wide as the header. */
final class Separator {
    private static final char[] KNOWN = {',', ';', '\t', '|'};

    /** Lines that are looked at; more do not change the answer. */
    private static final int LOOKED_AT = 100;

    /**
     * Share of lines that must be as wide as the header for a separator to be believed at once; a
     * separator that stands in free text by chance is far below, damaged files stay above.
     */
    private static final double REGULAR = 0.8;

    /**
     * Of spaces, which stand in texts too: two columns at least, and every line as wide as the
     * header. They are asked only where nothing else separates.
     */
    private static final double SPACED = 2_000;

    private Separator() {}

    /**
     * @param beginning of the text; its last line may be cut
     */
    static char of(String beginning) throws IOException {
        if (beginning.startsWith("sep=") && beginning.length() > 4) {
            return beginning.charAt(4); // Excel's own first line
        }
        char best = ',';
        double most = 0;
        for (char candidate : KNOWN) {
            double worth = worth(beginning, candidate);
            if (worth > most) {
                most = worth;
                best = candidate;
            }
        }
        boolean spaced = most == 0 && worth(beginning, ' ') >= SPACED;
        return spaced ? ' ' : best;
    }

    /** Width of the header, less by the share of lines that differ; 0 for a single column. */
    private static double worth(String beginning, char separator) throws IOException {
        List<Integer> widths = new ArrayList<>();
        List<List<String>> first = new ArrayList<>();
        var reader = new CellReader(new StringReader(beginning), separator);
        List<String> cells = new ArrayList<>();
        try {
            while (widths.size() < LOOKED_AT && reader.next(cells)) {
                if (!cells.stream().allMatch(String::isBlank)) {
                    widths.add(cells.size());
                    if (first.size() < TitleLines.LOOKED_AT) {
                        first.add(List.copyOf(cells));
                    }
                } else if (cells.size() > 1) {
                    widths.add(cells.size());
                }
            }
        } catch (CellReader.MalformedCell cut) {
            // the beginning may end inside a quoted cell; what was split before it counts
            if (widths.isEmpty()) {
                return 0;
            }
        }
        if (widths.size() > 1 && widths.size() < LOOKED_AT) {
            widths.remove(widths.size() - 1);
        }
        widths.subList(0, Math.min(widths.size(), TitleLines.before(first))).clear();
        int header = widths.isEmpty() ? 1 : widths.get(0);
        if (header < 2) {
            return 0;
        }
        double same = widths.stream().filter(w -> w == header).count() / (double) widths.size();
        return same >= REGULAR ? 1000.0 * header * same : header * same;
    }
}
