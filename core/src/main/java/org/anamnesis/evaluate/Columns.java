package org.anamnesis.evaluate;

import java.util.List;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.PatientBlock;

/** One block as its files will show it: numbers rounded to the digits of their column. */
final class Columns {
    private final List<Field> fields;
    private final double[] scale;
    private final double[][] rounded;

    Columns(CohortHeader header) {
        fields = header.fields();
        scale = fields.stream().mapToDouble(f -> Math.pow(10, f.decimals())).toArray();
        rounded = new double[fields.size()][PatientBlock.CAPACITY];
    }

    /** Takes over a block; what was there before is gone. */
    void load(PatientBlock block) {
        for (int k = 0; k < rounded.length; k++) {
            load(k, block.column(k), 0, block.count());
        }
    }

    /** Takes over rows {@code from} to {@code from + count} − 1 of columns in the fields' order. */
    void load(double[][] columns, int from, int count) {
        for (int k = 0; k < rounded.length; k++) {
            load(k, columns[k], from, count);
        }
    }

    private void load(int k, double[] values, int from, int count) {
        double[] to = rounded[k];
        for (int i = 0; i < count; i++) {
            to[i] = Math.rint(values[from + i] * scale[k]) / scale[k];
        }
    }

    /** Values of field k: a number in its unit or the index of a level, NaN where missing. */
    double[] column(int k) {
        return rounded[k];
    }

    /** A column of another table, rounded in the same way. */
    static double[] rounded(double[] values, int decimals) {
        double scale = Math.pow(10, decimals);
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.rint(values[i] * scale) / scale;
        }
        return out;
    }
}
