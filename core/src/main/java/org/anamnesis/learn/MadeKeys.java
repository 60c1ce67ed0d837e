package org.anamnesis.learn;

/** Numbers for made persons that no real person has. */
public final class MadeKeys {
    /** More digits than a number of the program has. */
    private static final int MOST_DIGITS = 18;

    private MadeKeys() {}

    /**
     * The power of ten above every number that is a key of the table: persons are counted from it,
     * and it tells no more of the keys than how many digits they have.
     *
     * @return 0 if the table has no key, or none of its keys is a number
     */
    public static long above(SourceTable table, Schema schema) {
        int k = schema.key().map(table.names()::indexOf).orElse(-1);
        if (k < 0) {
            return 0;
        }
        TextColumn column = table.column(k);
        int digits = 0;
        for (int code = 0; code < column.distinct(); code++) {
            String text = column.text(code).strip();
            if (text.matches("0*[1-9][0-9]{0," + (MOST_DIGITS - 1) + "}([.]0*)?")) {
                String number = text.replaceFirst("[.]0*$", "").replaceFirst("^0+", "");
                digits = Math.max(digits, number.length());
            }
        }
        return digits == 0 ? 0 : Math.round(Math.pow(10, digits));
    }
}
