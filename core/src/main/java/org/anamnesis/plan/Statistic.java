package org.anamnesis.plan;

/**
 * A figure of a request, counted on the weighted rows of the reference population.
 *
 * @param id of what it is of
 * @param what in words: "mean BMI", "on a statin"
 * @param unit UCUM code; {@code %} of a share
 * @param share whether it is a share, in %
 * @param value the figure
 * @param sd standard deviation of the values; of a share that of its yes and no, in %
 * @param rows that it rests on
 */
public record Statistic(
        String id, String what, String unit, boolean share, double value, double sd, int rows) {}
