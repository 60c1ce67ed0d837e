package org.anamnesis.signals.ct;

/**
 * What a scan makes of a painted body, but for noise.
 *
 * @param grid where its voxels lie
 * @param sigma standard deviation of the point spread in the plane, mm
 * @param texture of the tissues
 */
record Sight(Grid grid, double sigma, Noise texture) {}
