package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A history that was asked for; it ends in each patient's index visit.
 *
 * @param years above 0; 0 if none were said
 * @param visitsPerYear planned visits; 0 if none were said
 * @param start where it begins otherwise than so many years before
 * @param without what it shall not hold
 * @param measured by observation or procedure, how often a year it is measured or done; the others
 *     as practice has it
 * @param phases first parts in which something comes otherwise than these rhythms have it; those of
 *     one thing in their order
 * @param contacts how many of a kind each patient has; each kind once at most
 */
public record Timeline(
        double years,
        double visitsPerYear,
        Start start,
        Set<Absence> without,
        Map<String, Double> measured,
        List<Phase> phases,
        List<ContactCount> contacts) {
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

    /** What can be absent and can be counted, too. */
    private static final Map<Absence, ContactCount.Kind> COUNTED =
            Map.of(
                    Absence.EMERGENCY,
                    ContactCount.Kind.EMERGENCY,
                    Absence.HOSPITAL,
                    ContactCount.Kind.HOSPITAL);

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
        phases = phases.stream().sorted(Comparator.comparing(Phase::of)).toList();
        contacts = contacts.stream().sorted(Comparator.comparing(ContactCount::of)).toList();
        if (contacts.stream().map(ContactCount::of).distinct().count() < contacts.size()) {
            throw new IllegalArgumentException("contacts " + contacts);
        }
    }

    public Timeline(double years, double visitsPerYear, Start start) {
        this(years, visitsPerYear, start, Set.of(), Map.of(), List.of(), List.of());
    }

    public Timeline(double years, double visitsPerYear) {
        this(years, visitsPerYear, BEFORE);
    }

    /** Of another span that ends in the index visit. */
    public Timeline lasting(double span) {
        return new Timeline(span, visitsPerYear, BEFORE, without, measured, phases, contacts);
    }

    /** With another beginning. */
    public Timeline from(Start other) {
        return new Timeline(0, visitsPerYear, other, without, measured, phases, contacts);
    }

    /** With one rhythm of planned visits all along, which says how many there are. */
    public Timeline visited(double perYear) {
        Timeline one = pacing(Phase.VISITS, List.of(), perYear);
        return one.contacts(one.uncounted(ContactCount.Kind.VISITS));
    }

    /** With something more that it shall not hold. */
    public Timeline leaving(Absence out) {
        Set<Absence> all = EnumSet.of(out);
        all.addAll(without);
        return without(all)
                .contacts(contacts.stream().filter(c -> c.of() != COUNTED.get(out)).toList());
    }

    /** With something in it again. */
    public Timeline keeping(Absence in) {
        Set<Absence> rest = EnumSet.noneOf(Absence.class);
        rest.addAll(without);
        rest.remove(in);
        return without(rest);
    }

    /** With an observation or procedure measured or done so often a year all along. */
    public Timeline measuring(String what, double perYear) {
        return pacing(what, List.of(), perYear);
    }

    /**
     * With a rhythm that changes.
     *
     * @param of as in {@link Phase}
     * @param first the parts that it begins with
     * @param then how often a year after them, 0 for as practice has it
     */
    public Timeline pacing(String of, List<Phase> first, double then) {
        List<Phase> all =
                Stream.concat(phases.stream().filter(p -> !p.of().equals(of)), first.stream())
                        .toList();
        boolean visits = of.equals(Phase.VISITS);
        Map<String, Double> lasting = new TreeMap<>(measured);
        lasting.remove(of);
        if (then > 0 && !visits) {
            lasting.put(of, then);
        }
        double planned = visits ? then : visitsPerYear;
        return new Timeline(years, planned, start, without, lasting, all, contacts);
    }

    /** With so many contacts of a kind for each patient. */
    public Timeline counting(ContactCount asked) {
        Timeline now = asked.of() == ContactCount.Kind.VISITS ? visited(0) : this;
        for (Absence a : Absence.values()) {
            now = COUNTED.get(a) == asked.of() ? now.keeping(a) : now;
        }
        List<ContactCount> others = now.uncounted(asked.of());
        return now.contacts(Stream.concat(others.stream(), Stream.of(asked)).toList());
    }

    /** The first parts of one thing, in their order. */
    public List<Phase> phases(String of) {
        return phases.stream().filter(p -> p.of().equals(of)).toList();
    }

    private List<ContactCount> uncounted(ContactCount.Kind kind) {
        return contacts.stream().filter(c -> c.of() != kind).toList();
    }

    private Timeline without(Set<Absence> out) {
        return new Timeline(years, visitsPerYear, start, out, measured, phases, contacts);
    }

    private Timeline contacts(List<ContactCount> all) {
        return new Timeline(years, visitsPerYear, start, without, measured, phases, all);
    }

    /** The most often that somebody is to be seen a year; 0 if nothing was said of it. */
    public double perYear() {
        return measured.values().stream().reduce(visitsPerYear, Math::max);
    }
}
