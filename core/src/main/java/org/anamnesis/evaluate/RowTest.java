package org.anamnesis.evaluate;

/** A yes/no question about one row, with a third answer for "not known". */
@FunctionalInterface
interface RowTest {
    int YES = 1;
    int NO = 0;
    int UNKNOWN = -1;

    int answer(Columns rows, int row);
}
