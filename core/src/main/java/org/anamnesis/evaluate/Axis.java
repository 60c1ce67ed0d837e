package org.anamnesis.evaluate;

import java.util.List;

/**
 * Bars of a histogram: bar k holds the values in [edge k, edge k + 1). Edges lie halfway between
 * values that the column can take, so that bars do not alternate with the rounding.
 *
 * @param edges ascending, in the column's unit, at least 2
 * @param logarithmic whether the axis is to be drawn on a logarithmic scale
 */
public record Axis(List<Double> edges, boolean logarithmic) {
    public Axis {
        edges = List.copyOf(edges);
        if (edges.size() < 2) {
            throw new IllegalArgumentException("edges " + edges);
        }
    }

    public int bars() {
        return edges.size() - 1;
    }

    public double low() {
        return edges.get(0);
    }

    public double high() {
        return edges.get(edges.size() - 1);
    }
}
