package org.anamnesis.learn;

import java.util.List;

/** Lines before the header that tell what the table is, as reports and spreadsheets have them. */
final class TitleLines {
    /** Lines in which a header is looked for behind a title. */
    static final int LOOKED_AT = 12;

    /** Columns that a header behind a title has at least: two words may be a sentence. */
    private static final int NARROWEST = 3;

    private TitleLines() {}

    /**
     * How many records stand before the header: none if the first names more columns than one;
     * otherwise those before the first that names every one of its columns, none of them twice and
     * none by a number, if the next one is as wide.
     *
     * @param records of the beginning, those of blank cells left out
     */
    static int before(List<List<String>> records) {
        if (records.isEmpty() || named(records.get(0)) > 1) {
            return 0;
        }
        for (int i = 1; i + 1 < Math.min(LOOKED_AT, records.size()); i++) {
            List<String> header = records.get(i);
            int width = header.size();
            boolean all =
                    width >= NARROWEST
                            && named(header) == width
                            && header.stream().distinct().count() == width
                            && header.stream().noneMatch(c -> c.matches("[-+]?[\\d.,:/ -]+"))
                            && records.get(i + 1).size() == width;
            if (all) {
                return i;
            }
            if (2 * named(header) > width && width >= NARROWEST) {
                return 0; // a row, so that the first record is a header with faults
            }
        }
        return 0;
    }

    private static long named(List<String> cells) {
        return cells.stream().filter(c -> !c.isBlank()).count();
    }
}
