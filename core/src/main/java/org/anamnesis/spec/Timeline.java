package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A history that was asked for; it ends in each patient's index visit.
 *
 * @param years above 0; 0 if none were said
 * @param visitsPerYear planned visits; 0 if none were said
 * @param start where it begins otherwise than so many years before
 * @param without what it shall not hold
 * @param measured by observation, how often a year it is measured; the others as practice has it
 */
public record Timeline(
        double years,
        double visitsPerYear,
        Start start,
        Set<Absence> without,
        Map<String, Double> measured) {
    /** Nobody is measured more often than once a day. */
    public static final double MOST = 366;

    /**
     * Something that happens to people in practice and that a history can be asked to be without.
     */
    public enum Absence {
        EMERGENCY("emergency", "emergency visits"),
        HOSPITAL("hospital", "stays in hospital"),
        AFAR("afar", "visits from afar"),
        DEATHS("deaths", "deaths");

        private final String id;
        private final String label;

        Absence(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** As a specification writes it. */
        public String id() {
            return id;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Where a history begins. */
    public sealed interface Start {}

    /** As many years before the index visit as were said. */
    public record Before() implements Start {}

    /** On a date. */
    public record On(LocalDate date) implements Start {
        public On {
            requireNonNull(date, "date");
        }
    }

    /** When the condition that everyone has began. */
    public record Diagnosis() implements Start {}

    /** With the patient's birth. */
    public record Birth() implements Start {}

    public static final Start BEFORE = new Before();
    public static final Start DIAGNOSIS = new Diagnosis();
    public static final Start BIRTH = new Birth();

    public Timeline {
        requireNonNull(start, "start");
        if (!(years >= 0 && years <= 120 && visitsPerYear >= 0 && visitsPerYear <= MOST)) {
            throw new IllegalArgumentException("timeline " + years + ", " + visitsPerYear);
        }
        Set<Absence> ordered = EnumSet.noneOf(Absence.class);
        ordered.addAll(without);
        without = Collections.unmodifiableSet(ordered);
        measured = Collections.unmodifiableMap(new TreeMap<>(measured));
        if (!measured.values().stream().allMatch(n -> n > 0 && n <= MOST)) {
            throw new IllegalArgumentException("measured " + measured);
        }
    }

    public Timeline(double years, double visitsPerYear, Start start) {
        this(years, visitsPerYear, start, Set.of(), Map.of());
    }

    public Timeline(double years, double visitsPerYear) {
        this(years, visitsPerYear, BEFORE);
    }

    /** Of another span that ends in the index visit. */
    public Timeline lasting(double span) {
        return new Timeline(span, visitsPerYear, BEFORE, without, measured);
    }

    /** With another beginning. */
    public Timeline from(Start other) {
        return new Timeline(0, visitsPerYear, other, without, measured);
    }

    /** With another rhythm of planned visits. */
    public Timeline visited(double perYear) {
        return new Timeline(years, perYear, start, without, measured);
    }

    /** With something more that it shall not hold. */
    public Timeline leaving(Absence out) {
        Set<Absence> all = EnumSet.of(out);
        all.addAll(without);
        return new Timeline(years, visitsPerYear, start, all, measured);
    }

    /** With something in it again. */
    public Timeline keeping(Absence in) {
        Set<Absence> rest = EnumSet.noneOf(Absence.class);
        rest.addAll(without);
        rest.remove(in);
        return new Timeline(years, visitsPerYear, start, rest, measured);
    }

    /** With an observation measured so often a year. */
    public Timeline measuring(String observation, double perYear) {
        Map<String, Double> all = new TreeMap<>(measured);
        all.put(observation, perYear);
        return new Timeline(years, visitsPerYear, start, without, all);
    }

    /** The most often that somebody is to be seen a year; 0 if nothing was said of it. */
    public double perYear() {
        return measured.values().stream().reduce(visitsPerYear, Math::max);
    }
}
