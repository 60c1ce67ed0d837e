package org.anamnesis.signals.file;

import static java.util.Objects.requireNonNull;

/**
 * One channel of an EDF file: value = physicalLow + (digital − digitalLow) · (physicalHigh −
 * physicalLow) / (digitalHigh − digitalLow). Source: Kemp et al. 1992,
 * doi:10.1016/0013-4694(92)90009-7.
 *
 * @param label at most 16 characters, type first: {@code EEG Fp1-Ref}, {@code ECG II}
 * @param transducer at most 80 characters
 * @param unit at most 8 characters: {@code uV}, {@code mV}
 * @param physicalLow in {@code unit}, at most 8 characters when written
 * @param physicalHigh in {@code unit}, not {@code physicalLow}
 * @param digitalLow from −32768
 * @param digitalHigh to 32767, above {@code digitalLow}
 * @param prefilter at most 80 characters: {@code HP:0.1Hz LP:70Hz}
 * @param samplesPerRecord samples in one data record, 1 or more
 */
public record EdfSignal(
        String label,
        String transducer,
        String unit,
        double physicalLow,
        double physicalHigh,
        int digitalLow,
        int digitalHigh,
        String prefilter,
        int samplesPerRecord) {
    public EdfSignal {
        requireNonNull(label, "label");
        requireNonNull(transducer, "transducer");
        requireNonNull(unit, "unit");
        requireNonNull(prefilter, "prefilter");
        if (!(Math.abs(physicalHigh - physicalLow) > 0)
                || digitalHigh <= digitalLow
                || digitalLow < Short.MIN_VALUE
                || digitalHigh > Short.MAX_VALUE
                || samplesPerRecord < 1) {
            throw new IllegalArgumentException("no channel: " + label);
        }
    }

    /**
     * A channel that uses all 16 bits, with a step that is exact in decimals.
     *
     * @param step of one digital unit, in {@code unit}: 0.1 spans −3276.8 to 3276.7
     */
    public static EdfSignal of(
            String label, String unit, double step, String prefilter, int samplesPerRecord) {
        return new EdfSignal(
                label,
                "",
                unit,
                Math.rint(Short.MIN_VALUE * step * 1e6) / 1e6, // as the header says it
                Math.rint(Short.MAX_VALUE * step * 1e6) / 1e6,
                Short.MIN_VALUE,
                Short.MAX_VALUE,
                prefilter,
                samplesPerRecord);
    }

    /** In {@code unit} for one digital unit. */
    public double step() {
        return (physicalHigh - physicalLow) / ((double) digitalHigh - digitalLow);
    }

    /** In {@code unit}. */
    public double physical(int digital) {
        return physicalLow + (digital - digitalLow) * step();
    }

    /** Nearest digital value; beyond the range it is the end of the range, as in an amplifier. */
    public short digital(double physical) {
        double exact = digitalLow + (physical - physicalLow) / step();
        return (short) Math.max(digitalLow, Math.min(digitalHigh, Math.rint(exact)));
    }
}
