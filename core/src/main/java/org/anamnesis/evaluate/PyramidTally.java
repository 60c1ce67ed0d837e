package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.table.Table;

/** Counts patients by sex and age in bands of five years, 0 to 100 and over. */
final class PyramidTally {
    private static final int WIDTH = 5;
    private static final int BANDS = 21;

    private final int age;
    private final int sex;
    private final List<String> sexes;
    private final long[][] counts;

    PyramidTally(CohortHeader header) {
        age = header.indexOf("age");
        sex = header.indexOf("sex");
        sexes = sex < 0 ? List.of() : header.fields().get(sex).levels();
        counts = new long[sexes.size()][BANDS];
    }

    void accept(Columns rows, int count) {
        if (age < 0 || sex < 0) {
            return;
        }
        double[] years = rows.column(age);
        double[] which = rows.column(sex);
        for (int i = 0; i < count; i++) {
            if (years[i] >= 0 && which[i] >= 0) {
                counts[(int) which[i]][band(years[i])]++;
            }
        }
    }

    /** Only the bands from the first to the last that anyone is in. */
    Optional<Pyramid> result(Table reference) {
        if (age < 0 || sexes.isEmpty()) {
            return Optional.empty();
        }
        double[][] shares = shares(reference);
        int first = BANDS;
        int last = -1;
        for (int b = 0; b < BANDS; b++) {
            for (int s = 0; s < sexes.size(); s++) {
                if (counts[s][b] > 0 || (shares.length > 0 && shares[s][b] > 0)) {
                    first = Math.min(first, b);
                    last = b;
                }
            }
        }
        if (last < 0) {
            return Optional.empty();
        }
        List<Integer> bands = new ArrayList<>();
        for (int b = first; b <= last; b++) {
            bands.add(b * WIDTH);
        }
        int from = first;
        int to = last + 1;
        return Optional.of(
                new Pyramid(
                        bands,
                        WIDTH,
                        sexes,
                        Arrays.stream(counts)
                                .map(c -> Arrays.stream(c, from, to).boxed().toList())
                                .toList(),
                        Arrays.stream(shares)
                                .map(c -> Arrays.stream(c, from, to).boxed().toList())
                                .toList()));
    }

    private double[][] shares(Table reference) {
        if (!reference.has("age") || !reference.has("sex")) {
            return new double[0][];
        }
        double[][] out = new double[sexes.size()][BANDS];
        double[] years = reference.column("age");
        double[] which = reference.column("sex");
        List<String> names = reference.variable("sex").levels();
        int[] side = names.stream().mapToInt(sexes::indexOf).toArray();
        double sum = 0;
        for (int i = 0; i < years.length; i++) {
            if (years[i] >= 0 && which[i] >= 0 && side[(int) which[i]] >= 0) {
                out[side[(int) which[i]]][band(years[i])] += reference.weights()[i];
                sum += reference.weights()[i];
            }
        }
        if (!(sum > 0)) {
            return new double[0][];
        }
        for (double[] bands : out) {
            for (int b = 0; b < BANDS; b++) {
                bands[b] /= sum;
            }
        }
        return out;
    }

    private static int band(double years) {
        return (int) Math.min(BANDS - 1, Math.floor(years) / WIDTH);
    }
}
