package org.anamnesis.signals.file;

import static java.util.Objects.requireNonNull;

/**
 * One signal of a WFDB record; a value is (digital − baseline) / gain in its unit.
 *
 * @param format 16 (two bytes a sample) or 212 (three bytes for two samples)
 * @param gain digital units for one {@code unit}
 * @param unit {@code mV}
 * @param description name of the lead
 */
public record WfdbSignal(int format, double gain, int baseline, String unit, String description) {
    public WfdbSignal {
        requireNonNull(unit, "unit");
        requireNonNull(description, "description");
        if (format != 16 && format != 212) {
            throw new IllegalArgumentException("format " + format);
        }
        if (!(gain > 0)) {
            throw new IllegalArgumentException("gain " + gain);
        }
    }

    /** Largest digital value that the format holds; the smallest is one beyond its negative. */
    public int most() {
        return format == 16 ? Short.MAX_VALUE : 2047;
    }

    /** In {@code unit}. */
    public double physical(int digital) {
        return (digital - baseline) / gain;
    }
}
