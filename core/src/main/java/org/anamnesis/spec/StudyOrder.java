package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;

/**
 * Recordings or images of one kind that are asked for: who has one and what they show.
 *
 * @param kind id of the catalogue: {@code ecg}, {@code eeg}, {@code ct}
 * @param among what everybody meets of whom they are made; empty: of everyone
 * @param percent of those who have one, above 0 to 100
 * @param settings by id of the catalogue; what is absent is as usual
 * @param measurements every one has, by id of the catalogue in its unit
 * @param findings asked beside what the record implies
 */
public record StudyOrder(
        String kind,
        List<Criterion> among,
        double percent,
        Map<String, String> settings,
        Map<String, Double> measurements,
        List<Shown> findings) {
    /** A setting of every kind: the formats of the files, with commas between. */
    public static final String FILES = "files";

    private static final String BETWEEN = "..";

    /**
     * A finding.
     *
     * @param finding id of the catalogue
     * @param percent of the studies that show it, 0 to 100; of 0 none shows it
     * @param details by id of the catalogue; a number may lie between two, drawn for each study
     * @param beside whether it is in the same studies as the finding before it
     */
    public record Shown(
            String finding, double percent, Map<String, String> details, boolean beside) {
        /** In studies of its own. */
        public Shown(String finding, double percent, Map<String, String> details) {
            this(finding, percent, details, false);
        }

        public Shown {
            requireNonNull(finding, "finding");
            details = Collections.unmodifiableMap(new TreeMap<>(details));
        }

        /** The same in another share of the studies. */
        public Shown in(double share) {
            return new Shown(finding, share, details, beside);
        }

        /** In studies of its own. */
        Shown apart() {
            return new Shown(finding, percent, details);
        }

        /** The details of one of them on each side where both are asked, without how many. */
        public List<Map<String, String>> sides() {
            Map<String, String> one = new TreeMap<>(details);
            one.remove(StudyKind.COUNT);
            if (!StudyKind.BOTH.equals(one.get(StudyKind.SIDE))) {
                return List.of(one);
            }
            Map<String, String> other = new TreeMap<>(one);
            one.put(StudyKind.SIDE, "right");
            other.put(StudyKind.SIDE, "left");
            return List.of(one, other);
        }

        /** How many of them each of these studies shows, or both ends of it. */
        public List<String> times() {
            return ends(details.getOrDefault(StudyKind.COUNT, "1"));
        }

        /** A detail between two numbers: {@code 6..8}. */
        public static String between(String low, String high) {
            return low + BETWEEN + high;
        }

        /** The value of a detail, or both ends of what it lies between. */
        public static List<String> ends(String value) {
            int at = value.indexOf(BETWEEN);
            return at < 0
                    ? List.of(value)
                    : List.of(value.substring(0, at), value.substring(at + BETWEEN.length()));
        }
    }

    public StudyOrder {
        requireNonNull(kind, "kind");
        among = List.copyOf(among);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        measurements = Collections.unmodifiableMap(new TreeMap<>(measurements));
        findings = List.copyOf(findings);
    }

    /** Formats of the files; empty: the usual one. */
    public List<String> files() {
        String asked = settings.getOrDefault(FILES, "");
        return asked.isEmpty() ? List.of() : List.of(asked.split(","));
    }

    /** The settings of what the studies are. */
    public Map<String, String> withoutFiles() {
        Map<String, String> all = new TreeMap<>(settings);
        all.remove(FILES);
        return all;
    }

    /** One of everyone, nothing special. */
    public static StudyOrder of(String kind) {
        return new StudyOrder(kind, List.of(), 100, Map.of(), Map.of(), List.of());
    }

    public StudyOrder among(List<Criterion> changed, double share) {
        return new StudyOrder(kind, changed, share, settings, measurements, findings);
    }

    /** With one setting more or another. */
    public StudyOrder set(String id, String value) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(id, value);
        return new StudyOrder(kind, among, percent, all, measurements, findings);
    }

    /** With one measurement more or another. */
    public StudyOrder measuring(String id, double value) {
        Map<String, Double> all = new TreeMap<>(measurements);
        all.put(id, value);
        return new StudyOrder(kind, among, percent, settings, all, findings);
    }

    /** With these findings instead. */
    public StudyOrder showing(List<Shown> all) {
        return new StudyOrder(kind, among, percent, settings, measurements, all);
    }

    /**
     * With one finding more, in the place of one of this name, unless both say of which sort it is:
     * "anterior infarction" stays beside "inferior infarction". One that was asked in the same
     * studies as others stays so while its share does.
     */
    public StudyOrder showing(Shown added) {
        List<Shown> all = new ArrayList<>();
        boolean placed = false;
        boolean headless = false; // the first of those that were asked together is gone
        for (int i = 0; i < findings.size(); i++) {
            Shown f = findings.get(i);
            if (!replaces(added, f)) {
                boolean beside = f.beside() && !headless;
                all.add(new Shown(f.finding(), f.percent(), f.details(), beside));
                headless = false;
                continue;
            }
            boolean led = i + 1 < findings.size() && findings.get(i + 1).beside();
            boolean kept = !placed && !added.beside() && added.percent() == f.percent();
            if (kept && (f.beside() || led)) {
                boolean beside = f.beside() && !headless;
                all.add(new Shown(added.finding(), added.percent(), added.details(), beside));
                placed = true;
                headless = false;
            } else {
                headless |= !f.beside();
            }
        }
        if (!placed) {
            all.add(added.beside() && all.isEmpty() ? added.apart() : added);
        }
        return showing(all);
    }

    private static boolean replaces(Shown added, Shown f) {
        return f.finding().equals(added.finding())
                && (f.details().equals(added.details())
                        || f.details().isEmpty()
                        || added.details().isEmpty());
    }

    /** This order after a later one of its kind; whom it is made of stays unless it is said. */
    StudyOrder then(StudyOrder later, boolean people) {
        StudyOrder all = people ? among(later.among, later.percent) : this;
        for (Map.Entry<String, String> e : later.settings.entrySet()) {
            all = all.set(e.getKey(), e.getValue());
        }
        for (Map.Entry<String, Double> e : later.measurements.entrySet()) {
            all = all.measuring(e.getKey(), e.getValue());
        }
        for (Shown f : later.findings) {
            all = all.showing(f);
        }
        return all;
    }
}
