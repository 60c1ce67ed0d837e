package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How often something comes within a history that ends in the index visit.
 *
 * @param parts that it begins with, in their order
 * @param then how often a year after them; 0 if practice decides
 */
public record Pace(List<Part> parts, double then) {
    /** As practice has it. */
    public static final Pace PRACTICE = new Pace(List.of(), 0);

    private static final double DAYS_PER_YEAR = 365.25;

    /** So many years in which it comes so often a year. */
    public record Part(double perYear, double years) {}

    public Pace {
        parts = List.copyOf(parts);
    }

    /** The same, and so often where practice decides. */
    public Pace orElse(double usual) {
        return then > 0 ? this : new Pace(parts, usual);
    }

    /** The most often that it comes a year; 0 if practice decides. */
    public double most() {
        return parts.stream().mapToDouble(Part::perYear).reduce(then, Math::max);
    }

    /** How often in so many years, about. */
    public double total(double years) {
        double left = years;
        double sum = 0;
        for (Part p : parts) {
            double lasts = Math.min(left, p.years());
            sum += lasts * p.perYear();
            left -= lasts;
        }
        return sum + left * then;
    }

    /** How often a year, so many days after the beginning; 0 if practice decides. */
    public double at(double day) {
        double end = 0;
        for (Part p : parts) {
            end += p.years() * DAYS_PER_YEAR;
            if (day < end) {
                return p.perYear();
            }
        }
        return then;
    }

    /**
     * When it is asked for, in days before the index visit, the last first; neither that visit nor
     * the first day is among them.
     *
     * @param days that the history lasts
     */
    public List<Double> back(double days) {
        List<Double> all = new ArrayList<>();
        double whole = 0; // of the time between two that lies behind
        double until = days;
        for (int part = parts.size(); part >= 0; part--) {
            double begin = Math.min(until, begin(part));
            double between =
                    DAYS_PER_YEAR / (part == parts.size() ? then : parts.get(part).perYear());
            if (Double.isInfinite(between)) { // practice decides
                until = begin;
                continue;
            }
            double offset = days - until;
            int k = 1;
            while (offset + (k - whole) * between < days - begin) {
                all.add(offset + (k - whole) * between);
                k++;
            }
            whole += (until - begin) / between - (k - 1);
            until = begin;
        }
        return all;
    }

    /** The day on which a part begins. */
    private double begin(int part) {
        return parts.stream().limit(part).mapToDouble(Part::years).sum() * DAYS_PER_YEAR;
    }
}
