package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.anamnesis.generate.Allowance;
import org.anamnesis.table.Variable;

/**
 * A category. Levels that {@value MarginBuilder#FEW} people or more have get a code each, the most
 * frequent first, as long as there are codes; the others share the last code and are drawn in it by
 * their frequency. A level that nobody has is not drawn.
 */
final class LevelCoding implements Coding {
    /** By level: its code, 0 if nobody has it. */
    private final int[] codes;

    /** By level: its share of the people of its code. */
    private final double[] shares;

    private final boolean gaps;
    private final int count;

    private LevelCoding(int[] codes, double[] shares, boolean gaps) {
        this.gaps = gaps;
        this.codes = codes;
        this.shares = shares;
        this.count = 1 + Arrays.stream(codes).max().orElse(0);
    }

    static LevelCoding of(Variable variable, double[] values, double[] weights, int most) {
        int levels = variable.levels().size();
        int[] people = new int[levels];
        double[] weight = new double[levels];
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                people[(int) values[i]]++;
                weight[(int) values[i]] += weights[i];
            }
        }
        int[] seen =
                IntStream.range(0, levels)
                        .filter(l -> people[l] > 0)
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer l) -> -people[l])
                                        .thenComparingInt(l -> l))
                        .mapToInt(l -> l)
                        .toArray();
        int[] codes = new int[levels];
        double[] total = new double[most + 1];
        int next = 1;
        for (int l : seen) {
            boolean own = people[l] >= MarginBuilder.FEW && next < most;
            codes[l] = own ? next++ : next;
            total[codes[l]] += weight[l];
        }
        double[] shares = new double[levels];
        for (int l : seen) {
            shares[l] = total[codes[l]] > 0 ? weight[l] / total[codes[l]] : 0;
        }
        boolean gaps = !Arrays.stream(values).allMatch(Double::isFinite);
        return new LevelCoding(codes, shares, gaps);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean gaps() {
        return gaps;
    }

    @Override
    public int code(double value, double within) {
        return Double.isFinite(value) ? codes[(int) value] : 0;
    }

    @Override
    public Restricted under(Allowance allowed) {
        double[] left = new double[count];
        left[0] = gaps && allowed.allows(Double.NaN) ? 1 : 0;
        int[][] members = new int[count][];
        double[][] cumulative = new double[count][];
        for (int code = 1; code < count; code++) {
            int wanted = code;
            int[] levels =
                    IntStream.range(0, codes.length)
                            .filter(l -> codes[l] == wanted && allowed.allows(l))
                            .toArray();
            double[] sums = new double[levels.length];
            for (int k = 0; k < levels.length; k++) {
                left[code] += shares[levels[k]];
                sums[k] = left[code];
            }
            left[code] = Math.min(1, left[code]);
            members[code] = levels;
            cumulative[code] = sums;
        }
        return new Restricted() {
            @Override
            public double share(int code) {
                return left[code];
            }

            @Override
            public double value(int code, double u) {
                if (code == 0 || members[code].length == 0) {
                    return Double.NaN;
                }
                double[] sums = cumulative[code];
                int k = 0;
                while (k < sums.length - 1 && u * sums[sums.length - 1] >= sums[k]) {
                    k++;
                }
                return members[code][k];
            }
        };
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Stored.write(out, codes);
        Stored.write(out, shares);
        out.writeBoolean(gaps);
    }

    static LevelCoding read(Variable variable, DataInput in) throws IOException {
        int levels = variable.levels().size();
        int[] codes = Stored.integers(in, levels, 0, MOST + 1);
        double[] shares = Stored.doubles(in, levels);
        Stored.require(codes.length == levels && shares.length == levels, "codes of the levels");
        for (double share : shares) {
            Stored.require(share >= 0 && share <= 1, "shares of the levels");
        }
        return new LevelCoding(codes, shares, in.readBoolean());
    }
}
