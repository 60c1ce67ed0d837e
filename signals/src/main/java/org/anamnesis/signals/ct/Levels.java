package org.anamnesis.signals.ct;

import org.anamnesis.study.AskedStudy;

/**
 * Heights of the slices of a study while its findings are settled. A slice is chosen to fit the
 * smallest finding unless its thickness was asked for; a finding hardly thicker than a slice then
 * lies in the middle of one, for between two it would be in neither: no voxel near its centre, and
 * half its CT number in both.
 *
 * @param bottom z of the lowest slice, mm
 * @param step thickness, mm; 0 where it is fitted to what is found
 */
record Levels(double bottom, double step) {
    /** Slices that are fitted to what is found. */
    static final Levels FITTED = new Levels(0, 0);

    /** Thinnest share of a finding that a fitted slice has. */
    static final double FIT = 3.5;

    /** Those of a study. */
    static Levels of(AskedStudy asked, String region, Build build) {
        String said = asked.settings().get("slice_mm");
        return said == null
                ? FITTED
                : new Levels(Phantom.range(region, build)[0], Double.parseDouble(said));
    }

    /** A height, or where a finding of this diameter needs it, that of the slice nearest to it. */
    double near(double z, double diameter) {
        return step <= diameter / FIT ? z : bottom + Math.rint((z - bottom) / step) * step;
    }
}
