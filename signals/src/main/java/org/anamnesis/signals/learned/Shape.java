package org.anamnesis.signals.learned;

/**
 * What is seen in a stretch.
 *
 * @param measured values of the form's columns
 * @param curve what is coded by axes
 * @param together how channels go together; empty if there is one
 * @param spectrum 10 log10 of the power in each of {@link Bands}, channels averaged
 */
@SuppressWarnings("ArrayRecordComponent") // many, never changed
record Shape(float[] measured, float[] curve, float[] together, float[] spectrum) {}
