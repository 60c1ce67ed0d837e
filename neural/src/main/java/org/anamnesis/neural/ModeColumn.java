package org.anamnesis.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * A column as a GAN sees it: a choice of options and, for a number, a place within the option. The
 * options of a number are "missing", if some are, and the modes of its mixture.
 */
final class ModeColumn {
    final MixedColumn mixed;

    /** Of a number that is not always missing. */
    private final Optional<Mixture> mixture;

    /** Options before the modes: 1 if a number may be missing. */
    private final int before;

    private ModeColumn(MixedColumn mixed, Optional<Mixture> mixture) {
        this.mixed = mixed;
        this.mixture = mixture;
        this.before = mixed.isNumber() && mixed.missing(0) ? 1 : 0;
    }

    static ModeColumn of(Table people, int j) {
        MixedColumn mixed = MixedColumn.of(people, j);
        boolean always = mixed.options() == 1 && mixed.missing(0);
        if (!mixed.isNumber() || always) {
            return new ModeColumn(mixed, Optional.empty());
        }
        double[] values = people.column(j);
        int[] present =
                IntStream.range(0, values.length).filter(i -> Double.isFinite(values[i])).toArray();
        double[] kept = IntStream.of(present).mapToDouble(i -> values[i]).toArray();
        double[] weights = IntStream.of(present).mapToDouble(i -> people.weights()[i]).toArray();
        // Half of a value's rounding as a standard deviation, or a thousandth of the middle range.
        double range = mixed.margin().value(0.95) - mixed.margin().value(0.05);
        double rounding = 0.5 * Math.pow(10, -people.variables().get(j).decimals());
        double floor = Math.max(rounding, 1e-3 * range);
        return new ModeColumn(mixed, Optional.of(Mixture.of(kept, weights, floor)));
    }

    /** Whether there is a place within the option. */
    boolean placed() {
        return mixture.isPresent();
    }

    int options() {
        return mixture.map(m -> before + m.modes()).orElse(mixed.options());
    }

    /** Whether a condition vector can name an option of this column. */
    boolean named() {
        return !mixed.isNumber() && mixed.options() > 1;
    }

    int option(double value, double u) {
        if (mixture.isEmpty() || !Double.isFinite(value)) {
            return mixed.option(value);
        }
        return before + mixture.get().mode(value, u);
    }

    boolean missing(int option) {
        return mixed.isNumber() ? mixture.isEmpty() || option < before : mixed.missing(option);
    }

    float place(double value, int option) {
        return missing(option) ? 0f : mixture.orElseThrow().place(value, option - before);
    }

    /** The number at a place within an option that is not "missing". */
    double value(double place, int option) {
        return mixture.orElseThrow().value(place, option - before);
    }

    void write(DataOutput out) throws IOException {
        mixed.write(out);
        if (mixture.isPresent()) {
            mixture.get().write(out);
        }
    }

    static ModeColumn read(Variable variable, DataInput in) throws IOException {
        MixedColumn mixed = MixedColumn.read(variable, in);
        boolean always = mixed.options() == 1 && mixed.missing(0);
        return new ModeColumn(
                mixed,
                mixed.isNumber() && !always ? Optional.of(Mixture.read(in)) : Optional.empty());
    }
}
